// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/github/gatescene.h"

#include <algorithm>

namespace signalbox::test {

using namespace Qt::StringLiterals;

QString GateScene::begin(const QByteArray& environments, const QByteArray& apps, const QJsonArray& events)
{
    if (QString why = forge.start(kDeploying, "[]", {}, environments, apps); !why.isEmpty())
        return why;
    qputenv("GITHUB_API_URL", forge.url().toUtf8());
    const Answered added = ctl({u"repo"_s, u"add"_s, QString::fromLatin1(TestForge::kRepository)});
    const bool begun = added.status == 0 && serving.start()
        && forge.hook(u"http://127.0.0.1:%1/webhook/github"_s.arg(serving.port()),
                      QString::fromLatin1(Serving::kSecret), events);
    return begun ? QString() : u"serve does not start: "_s + added.diagnostics;
}

QJsonObject GateScene::approval(const char* state) const
{
    for (const auto& one : list(u"approvals"_s)) {
        if (one[u"state"_s].toString() == QLatin1String(state))
            return one.toObject();
    }
    return {};
}

Answered GateScene::decide(const char* verdict, const QJsonObject& approval) const
{
    QStringList words{u"approvals"_s, QString::fromLatin1(verdict), idOf(approval), u"--reason"_s,
                      u"rehearsed at noon"_s};
    if (words[1] == u"approve"_s)
        words << u"--evidence"_s << approval[u"evidence_hash"_s].toString();
    return ctl(words);
}

QString GateScene::outcome(const char* channel, const QJsonObject& approval)
{
    const int id = approval.isEmpty() ? list(u"runs"_s).last()[u"id"_s].toInt() : approval[u"run"_s].toInt();
    QJsonObject run;
    const auto isOver = [&] {
        run = jsonOf(ctl({u"runs"_s, u"show"_s, QString::number(id)}).output);
        return run[u"state"_s].toString() == u"succeeded"_s;
    };
    return QTest::qWaitFor(isOver, 2 * kPatienceMs) ? run[u"state_json"_s][QLatin1String(channel)].toString()
                                                    : run[u"state"_s].toString();
}

bool GateScene::reviewThere(const char* state)
{
    const QString path = runPath(kPending);
    const QJsonDocument pending = forge.ask("GET", path, {}, TestForge::kBoss);
    return !forge
                .ask("POST", path,
                     {{u"environment_ids"_s, QJsonArray{pending[0][u"environment"_s][u"id"_s]}},
                      {u"state"_s, QLatin1String(state)},
                      {u"comment"_s, u"looks well"_s}},
                     TestForge::kBoss)
                .isNull();
}

void GateScene::loseAnswer(const char* path, int delayMs)
{
    QJsonObject answer{{u"cut"_s, u"before"_s}, {u"perform"_s, true}};
    if (delayMs > 0)
        answer[u"delay_ms"_s] = delayMs;
    forge.ask("POST", u"/_forge/faults"_s,
              {{u"method"_s, u"POST"_s}, {u"path"_s, QLatin1String(path) + u"$"_s}, {u"answer"_s, answer}});
}

bool GateScene::isAudited(const QString& actor, const QString& action) const
{
    const QJsonArray entries = list(u"audit"_s);
    return std::ranges::any_of(entries, [&](const QJsonValue& entry) {
        return entry[u"actor"_s].toString() == actor && entry[u"action"_s].toString() == action;
    });
}

void GateScene::checkChain() const
{
    const Answered verified = ctl({u"audit"_s, u"verify"_s});
    QVERIFY2(verified.status == 0, qPrintable(verified.output + verified.diagnostics));
}

} // namespace signalbox::test
