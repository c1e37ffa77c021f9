// SPDX-License-Identifier: GPL-3.0-or-later
// The real serve looking after a project of the test forge whose pipelines wait for people, with the token of one of
// them, and what a test asks of both.
#pragma once

#include "tests/app/ctlprogram.h"
#include "tests/integration/gitlab/testgitlab.h"

#include <QTest>

namespace signalbox::test {

/// `ship` waits to be started; what comes after it waits for it.
inline constexpr const char* kManual = R"(stages: [build, deploy, after]
build: {stage: build, script: [echo built]}
ship: {stage: deploy, script: [echo shipped], environment: production, rules: [{when: manual}]}
report: {stage: after, script: [echo told]}
)";
/// `ship` waits for approvals, where the environment asks for some.
inline constexpr const char* kDeploying = R"(stages: [build, deploy]
build: {stage: build, script: [echo built]}
ship: {stage: deploy, script: [echo shipped], environment: production}
)";

inline QJsonObject rule(const char* user)
{
    return {{QStringLiteral("user"), QLatin1String(user)}, {QStringLiteral("required"), 1}};
}

/// Production asks for the approval of each of them.
inline QJsonObject approvedBy(const QList<const char*>& users)
{
    QJsonArray rules;
    for (const char* user : users)
        rules.append(rule(user));
    return {{QStringLiteral("production"), QJsonObject{{QStringLiteral("rules"), rules}}}};
}

struct GateScene {
    TestGitLab gitlab;
    Serving serving;

    /// A pipeline that waits at one job. Empty; else why it cannot be set up here.
    QString begin(const QByteArray& ci, const QJsonObject& environments = {}, const char* token = TestGitLab::kBoss)
    {
        if (QString why = gitlab.start(ci, {}, {{QStringLiteral("environments"), environments}}); !why.isEmpty())
            return why;
        qputenv("GITLAB_TOKEN", token);
        qputenv("GITLAB_URL", gitlab.url().toUtf8());
        const Answered added
            = ctl({QStringLiteral("repo"), QStringLiteral("add"), QString::fromLatin1(TestGitLab::kProject),
                   QStringLiteral("--provider"), QStringLiteral("gitlab")});
        const bool begun = added.status == 0 && serving.start()
            && gitlab.hook(QStringLiteral("http://127.0.0.1:%1/webhook/gitlab").arg(serving.port()),
                           QString::fromLatin1(Serving::kToken));
        return begun && gitlab.push() ? QString() : QStringLiteral("serve does not start: ") + added.diagnostics;
    }
    Answered ctl(const QStringList& arguments) const
    {
        return runCtl(QStringList{QStringLiteral("--store"), serving.storePath(), QStringLiteral("--json")}
                      + arguments);
    }
    QJsonArray list(const QString& what) const
    {
        return QJsonDocument::fromJson(ctl({what, QStringLiteral("list")}).output.toUtf8()).array();
    }
    /// Of the approvals, newest first where they are closed.
    QJsonObject approval(const QString& state) const
    {
        for (const auto& one : list(QStringLiteral("approvals"))) {
            if (one[QStringLiteral("state")].toString() == state)
                return one.toObject();
        }
        return {};
    }
    QJsonObject shown(const QJsonObject& approval) const
    {
        return jsonOf(ctl({QStringLiteral("approvals"), QStringLiteral("show"), idOf(approval)}).output);
    }
    QJsonObject evidence(const QJsonObject& approval) const
    {
        return shown(approval)[QStringLiteral("evidence")].toObject();
    }
    Answered decide(const char* verdict, const QJsonObject& approval) const
    {
        QStringList words{QStringLiteral("approvals"), QString::fromLatin1(verdict), idOf(approval),
                          QStringLiteral("--reason"), QStringLiteral("rehearsed at noon")};
        if (words[1] == QLatin1String("approve"))
            words << QStringLiteral("--evidence") << approval[QStringLiteral("evidence_hash")].toString();
        return ctl(words);
    }
    /// Until a question other than `before` is open.
    bool waits(const QJsonObject& before = {})
    {
        return QTest::qWaitFor(
            [&] {
                const QJsonObject open = approval(QStringLiteral("open"));
                return !open.isEmpty() && open[QStringLiteral("id")] != before[QStringLiteral("id")];
            },
            2 * kPatienceMs);
    }
    /// Of the newest run of the gate, once it has ended.
    QString outcome()
    {
        const auto newest = [this] { return list(QStringLiteral("runs")).last().toObject(); };
        const bool over = QTest::qWaitFor(
            [&] { return newest()[QStringLiteral("state")].toString() == QLatin1String("succeeded"); },
            2 * kPatienceMs);
        if (!over)
            return newest()[QStringLiteral("state")].toString();
        const Answered run = ctl({QStringLiteral("runs"), QStringLiteral("show"), idOf(newest())});
        return jsonOf(run.output)[QStringLiteral("state_json")][QStringLiteral("outcome")].toString();
    }
    int posted(const char* end) { return gitlab.count(QStringLiteral("POST"), QString::fromLatin1(end)); }
    QJsonObject newestDeployment()
    {
        const QJsonArray all = gitlab.asked("GET", QStringLiteral("/deployments?sort=desc")).array();
        const QString id = QString::number(all.at(0)[QStringLiteral("id")].toInteger());
        return gitlab.asked("GET", QStringLiteral("/deployments/") + id).object();
    }
    bool isAudited(const QString& actor, const QString& action) const
    {
        const QJsonArray entries = list(QStringLiteral("audit"));
        return std::ranges::any_of(entries, [&](const QJsonValue& entry) {
            return entry[QStringLiteral("actor")].toString() == actor
                && entry[QStringLiteral("action")].toString() == action;
        });
    }
    /// Serve has ended well, and nothing that it wrote is amiss.
    void end()
    {
        const Answered verified = ctl({QStringLiteral("audit"), QStringLiteral("verify")});
        QVERIFY2(verified.status == 0, qPrintable(verified.output + verified.diagnostics));
        QCOMPARE(serving.stop(), 0);
    }

private:
    static QString idOf(const QJsonObject& what) { return QString::number(what[QStringLiteral("id")].toInt()); }
};

} // namespace signalbox::test
