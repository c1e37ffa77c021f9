// SPDX-License-Identifier: GPL-3.0-or-later
// A deployment that waits on GitHub for people: decided here or there, once, with the real serve and the test forge.
#include "tests/integration/github/gatescene.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kReviewed = R"({"production":{"reviewers":["boss"]}})";

/// serve looks after a repository whose deployments wait for boss, and has the token of boss.
struct Scene : GateScene {
    QString begin()
    {
        qputenv("GH_TOKEN", TestForge::kBoss);
        return GateScene::begin(kReviewed, "[]", {u"workflow_run"_s, u"deployment_review"_s});
    }
    int posted() { return GateScene::posted(kPending); }
};

} // namespace

class TestDeploymentGate : public QObject {
    Q_OBJECT

private slots:
    void approvedHere();
    void rejectedHere();
    void decidedThereFirst_data();
    void decidedThereFirst();
    void letThroughThereThoughRejectedHere();
    void aNewerCommit();
    void anAnswerIsLost();
    void killedBeforeTheAnswer();
    void theRunIsCancelledThere();
    void aLaterDeploymentTakesItsPlace();
};

void TestDeploymentGate::approvedHere()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY2(s.waits(), qPrintable(s.serving.diagnostics()));
    const QJsonObject asked = s.approval("open");
    QCOMPARE(asked[u"kind"_s].toString(), u"deployment"_s);
    QCOMPARE(asked[u"risk_level"_s].toString(), u"HIGH"_s);
    const QJsonObject evidence = s.evidence(asked);
    QCOMPARE(evidence[u"environment"_s].toString(), u"production"_s);
    QCOMPARE(evidence[u"enforcement"_s].toString(), u"advisory"_s);
    QCOMPARE(evidence[u"ways_around"_s].toArray().size(), 2); // administrators, and the author
    QCOMPARE(s.forge.newestRun()[u"status"_s].toString(), u"waiting"_s);

    const Answered approved = s.decide("approve", asked);

    QVERIFY2(approved.status == 0, qPrintable(approved.diagnostics));
    const Answered twice = s.decide("approve", asked);
    QVERIFY2(twice.status != 0 && twice.diagnostics.contains(u"Already"_s), qPrintable(twice.diagnostics));
    QVERIFY(s.ends("success")); // its job has really run
    QCOMPARE(s.outcome(), u"approved"_s);
    QCOMPARE(s.posted(), 1);
    const QString comment = s.reviews()[0][u"comment"_s].toString();
    QVERIFY2(comment.startsWith(u"Approved by 1 of 1 in Signalbox. Risk high, evidence "_s
                                + asked[u"evidence_hash"_s].toString().left(8))
                 && comment.endsWith(u"Reason: rehearsed at noon"_s),
             qPrintable(comment));
    QVERIFY(s.isAudited(u"agent:deployment-gate"_s, u"effect_result"_s));
    s.checkChain();
    QCOMPARE(s.forge.contractFault(), QByteArray());
    QCOMPARE(s.serving.stop(), 0);
}

void TestDeploymentGate::rejectedHere()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());

    QCOMPARE(s.decide("reject", s.approval("open")).status, 0);

    QVERIFY(s.ends("failure"));
    QCOMPARE(s.outcome(), u"rejected"_s);
    QCOMPARE(s.reviews()[0][u"state"_s].toString(), u"rejected"_s);
    QCOMPARE(s.posted(), 1);
    for (const QJsonValue& run : s.list(u"runs"_s))
        QCOMPARE(run[u"agent"_s].toString(), u"deployment-gate"_s); // what was rejected is not healed
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

void TestDeploymentGate::decidedThereFirst_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("conclusion");
    QTest::newRow("approved") << QByteArray("approved") << QByteArray("success");
    QTest::newRow("rejected") << QByteArray("rejected") << QByteArray("failure");
}

void TestDeploymentGate::decidedThereFirst()
{
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, conclusion);
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval("open");

    QVERIFY(s.reviewThere(state));

    QVERIFY(s.ends(conclusion));
    const auto closed = [&] { return !s.approval(state.constData()).isEmpty(); };
    QTRY_VERIFY_WITH_TIMEOUT(closed(), 2 * kPatienceMs);
    const QJsonObject decision = s.shown(asked)[u"decisions"_s][0].toObject();
    QCOMPARE(decision[u"by"_s].toString(), u"github:boss"_s);
    QCOMPARE(decision[u"reason"_s].toString(), u"looks well"_s);
    QCOMPARE(s.outcome(), QString::fromLatin1(state) + u"_there"_s);
    const Answered late = s.decide("approve", asked);
    QVERIFY2(late.status != 0 && late.diagnostics.contains(u"github:boss"_s), qPrintable(late.diagnostics));
    QCOMPARE(s.posted(), 1); // that of boss
    QVERIFY(s.isAudited(u"github:boss"_s, u"approval_decided"_s));
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

void TestDeploymentGate::letThroughThereThoughRejectedHere()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval("open");
    constexpr int kAlways = 1000;
    s.forge.order("GET", "/approvals$", {{u"status"_s, 502}}, kAlways); // ours is not sent before that is seen
    QCOMPARE(s.decide("reject", asked).status, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!s.approval("rejected").isEmpty(), 2 * kPatienceMs);

    QVERIFY(s.reviewThere("approved"));
    s.forge.ask("DELETE", u"/_forge/faults"_s);

    QVERIFY(s.ends("success"));
    QCOMPARE(s.outcome(), u"approved_there"_s);
    QCOMPARE(s.posted(), 1); // that of boss
    const QJsonObject shown = s.shown(asked);
    QCOMPARE(shown[u"sent_fault"_s].toString(), u"it had been approved there already"_s);
    const QJsonArray entries = s.list(u"audit"_s);
    const auto made = std::ranges::find_if(
        entries, [](const QJsonValue& entry) { return entry[u"actor"_s].toString() == u"github:boss"_s; });
    QVERIFY(made != entries.end());
    QCOMPARE((*made)[u"action"_s].toString(), u"approval_decided"_s);
    QCOMPARE((*made)[u"subject"_s].toString(), u"approval %1"_s.arg(asked[u"id"_s].toInt()));
    QCOMPARE((*made)[u"data"_s][u"breaks"_s][0].toString(), u"rejected_here"_s);
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

void TestDeploymentGate::aNewerCommit()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    const QJsonObject older = s.approval("open");

    QVERIFY(s.forge.push());

    QTRY_VERIFY_WITH_TIMEOUT(!s.approval("superseded").isEmpty(), 3 * kPatienceMs);
    QCOMPARE(s.approval("superseded")[u"id"_s], older[u"id"_s]);
    const Answered late = s.decide("approve", older);
    QVERIFY2(late.status != 0 && late.diagnostics.contains(u"newer commit"_s), qPrintable(late.diagnostics));
    QVERIFY(s.waits()); // for the newer one
    QCOMPARE(s.posted(), 0);
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

void TestDeploymentGate::anAnswerIsLost()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    s.loseAnswer(GateScene::kPending);

    QCOMPARE(s.decide("approve", s.approval("open")).status, 0);

    QVERIFY(s.ends("success"));
    QCOMPARE(s.outcome(), u"approved"_s);
    QCOMPARE(s.posted(), 1);
    QCOMPARE(s.reviews().size(), 1);
    QCOMPARE(s.serving.stop(), 0);
}

void TestDeploymentGate::killedBeforeTheAnswer()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    constexpr int kLongerThanTheTest = 600'000;
    s.loseAnswer(GateScene::kPending, kLongerThanTheTest);
    QCOMPARE(s.decide("approve", s.approval("open")).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(s.posted(), 1, 2 * kPatienceMs);

    s.serving.kill();
    QVERIFY(s.serving.start());

    QCOMPARE(s.outcome(), u"approved"_s);
    QVERIFY(s.ends("success"));
    QCOMPARE(s.posted(), 1);
    QCOMPARE(s.reviews().size(), 1);
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

void TestDeploymentGate::theRunIsCancelledThere()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval("open");

    s.forge.ask("POST", s.runPath("/cancel"));

    QTRY_VERIFY_WITH_TIMEOUT(!s.approval("void").isEmpty(), 3 * kPatienceMs);
    QCOMPARE(s.approval("void")[u"id"_s], asked[u"id"_s]);
    QCOMPARE(s.outcome(), u"gone"_s);
    QVERIFY(s.decide("approve", asked).status != 0);
    QCOMPARE(s.posted(), 0);
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

/// Of another branch: as in a group of concurrency, the older one is cancelled.
void TestDeploymentGate::aLaterDeploymentTakesItsPlace()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    const QJsonObject older = s.approval("open");
    const QString cancel = s.runPath("/cancel");
    const QJsonObject branch{{u"ref"_s, u"refs/heads/hotfix"_s}, {u"sha"_s, s.forge.newestRun()[u"head_sha"_s]}};
    QVERIFY(!s.forge.ask("POST", u"/repos/acme/shop/git/refs"_s, branch).isNull());
    QTRY_COMPARE_WITH_TIMEOUT(s.list(u"approvals"_s).size(), 2, 3 * kPatienceMs);
    const QString later = QString::number(s.forge.newestRun()[u"id"_s].toInteger());

    s.forge.ask("POST", cancel);

    QTRY_VERIFY_WITH_TIMEOUT(!s.approval("superseded").isEmpty(), 3 * kPatienceMs);
    QCOMPARE(s.approval("superseded")[u"id"_s], older[u"id"_s]);
    QCOMPARE(s.outcome("outcome", older), u"superseded"_s);
    QCOMPARE(s.shown(older)[u"ended_because"_s].toString(), u"run %1 deploys to production in its place"_s.arg(later));
    QVERIFY(s.waits()); // for the later one
    QCOMPARE(s.posted(), 0);
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

SIGNALBOX_TEST(TestDeploymentGate)
#include "tst_deploymentgate.moc"
