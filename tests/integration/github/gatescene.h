// SPDX-License-Identifier: GPL-3.0-or-later
// The real serve looking after a repository of the test forge whose deployments wait at environments, and what a test
// asks of both.
#pragma once

#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"

#include <QTest>

namespace signalbox::test {

struct GateScene {
    static constexpr const char* kDeploying = R"(  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - run: echo deployed
)";
    static constexpr const char* kPending = "/pending_deployments";

    TestForge forge;
    Serving serving;

    /// `environments`, `apps`: as a seed has them; `events`: that serve is told of. Empty; else why it cannot be set up
    /// here.
    QString begin(const QByteArray& environments, const QByteArray& apps, const QJsonArray& events);

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
    QJsonObject approval(const char* state) const;
    QJsonObject shown(const QJsonObject& approval) const
    {
        return jsonOf(ctl({QStringLiteral("approvals"), QStringLiteral("show"), idOf(approval)}).output);
    }
    QJsonObject evidence(const QJsonObject& approval) const
    {
        return shown(approval)[QStringLiteral("evidence")].toObject();
    }
    Answered decide(const char* verdict, const QJsonObject& approval) const;

    bool waits()
    {
        return QTest::qWaitFor([this] { return !approval("open").isEmpty(); }, 2 * kPatienceMs);
    }
    bool ends(const char* conclusion)
    {
        return QTest::qWaitFor(
            [&] { return forge.newestRun()[QStringLiteral("conclusion")].toString() == QLatin1String(conclusion); },
            2 * kPatienceMs);
    }
    /// Of a gate's run once it has ended, the only one where no approval tells: its outcome, or how it stands there.
    QString outcome(const char* channel = "outcome", const QJsonObject& approval = {});
    QString runPath(const char* below)
    {
        return QStringLiteral("/repos/acme/shop/actions/runs/%1")
                   .arg(forge.newestRun()[QStringLiteral("id")].toInteger())
            + QLatin1String(below);
    }
    /// By somebody on GitHub itself.
    bool reviewThere(const char* state);
    QJsonArray reviews() { return forge.ask("GET", runPath("/approvals")).array(); }
    int posted(const char* end) { return forge.count(QStringLiteral("POST"), QLatin1String(end)); }
    /// The next answer to such a POST is lost, though what it asks is done; `delayMs`: after so long.
    void loseAnswer(const char* path, int delayMs = 0);

    bool isAudited(const QString& actor, const QString& action) const;
    void checkChain() const;

private:
    static QString idOf(const QJsonObject& approval) { return QString::number(approval[QStringLiteral("id")].toInt()); }
};

} // namespace signalbox::test
