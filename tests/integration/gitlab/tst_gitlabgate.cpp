// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs and deployments that wait on GitLab for people: decided here or there, once, with the real serve and the test
// forge.
#include "tests/integration/gitlab/gatescene.h"
#include "tests/signalboxtest.h"

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kPlain = R"(stages: [build, confirm, after]
build: {stage: build, script: [echo built]}
confirm: {stage: confirm, script: [echo confirmed], rules: [{when: manual}]}
report: {stage: after, script: [echo told]}
)";

} // namespace

class TestGitLabGate : public QObject {
    Q_OBJECT

private slots:
    void aJobIsStarted();
    void aJobIsRejected();
    void aJobWithoutEnvironmentIsNamedByItself();
    void aDeploymentIsApprovedAndStarted();
    void aDeploymentIsRejected();
    void twoApprovalsAreNeeded();
    void decidedThereFirst_data();
    void decidedThereFirst();
    void aNewerCommit();
    void anAnswerIsLost_data();
    void anAnswerIsLost();
    void killedBeforeTheAnswer_data();
    void killedBeforeTheAnswer();
    void theJobIsCancelledThere();
};

void TestGitLabGate::aJobIsStarted()
{
    GateScene s;
    if (const QString why = s.begin(kManual); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY2(s.waits(), qPrintable(s.serving.diagnostics()));
    const QJsonObject asked = s.approval(u"open"_s);
    QCOMPARE(asked[u"kind"_s].toString(), u"deployment"_s);
    QCOMPARE(asked[u"risk_level"_s].toString(), u"HIGH"_s);
    const QJsonObject evidence = s.evidence(asked);
    QCOMPARE(evidence[u"provider"_s].toString(), u"gitlab"_s);
    QCOMPARE(evidence[u"environment"_s].toString(), u"production"_s);
    QCOMPARE(evidence[u"enforcement"_s].toString(), u"advisory"_s);
    QCOMPARE(evidence[u"ways_around"_s][0][u"way"_s].toString(), u"anyone_starts"_s);
    QCOMPARE(evidence[u"gate"_s][u"job"_s].toString(), u"ship"_s);
    QCOMPARE(evidence[u"gate"_s][u"keeps_comment"_s], QJsonValue(false));

    const Answered approved = s.decide("approve", asked);

    QVERIFY2(approved.status == 0, qPrintable(approved.diagnostics));
    const Answered twice = s.decide("approve", asked);
    QVERIFY2(twice.status != 0 && twice.diagnostics.contains(u"Already"_s), qPrintable(twice.diagnostics));
    const QString pipeline = s.gitlab.pipelineThat(u"success"_s); // its jobs have really run
    QVERIFY(!pipeline.isEmpty());
    QCOMPARE(s.outcome(), u"approved"_s);
    QCOMPARE(s.posted("/play"), 1);
    QCOMPARE(s.gitlab.job(pipeline, u"ship"_s)[u"user"_s][u"username"_s].toString(), u"boss"_s);
    QVERIFY(s.isAudited(u"agent:deployment-gate"_s, u"effect_result"_s));

    QVERIFY(s.gitlab.push()); // beside what is deployed there now
    QVERIFY(s.waits());
    const QJsonObject next = s.evidence(s.approval(u"open"_s));
    QCOMPARE(next[u"past"_s].toArray().size(), 1);
    QCOMPARE(next[u"past"_s][0][u"conclusion"_s].toString(), u"success"_s);
    const QJsonObject changes = next[u"changes"_s].toObject();
    QCOMPARE(changes[u"commits"_s].toInt(), 1);
    QVERIFY2(changes[u"paths"_s][0][u"path"_s].toString().startsWith(u"notes"_s),
             QJsonDocument(changes).toJson().constData());
    QCOMPARE(s.gitlab.contractFault(), QByteArray());
    s.end();
}

void TestGitLabGate::aJobIsRejected()
{
    GateScene s;
    if (const QString why = s.begin(kManual); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());

    QCOMPARE(s.decide("reject", s.approval(u"open"_s)).status, 0);

    const QString pipeline = s.gitlab.pipelineThat(u"canceled"_s);
    QVERIFY(!pipeline.isEmpty());
    QCOMPARE(s.outcome(), u"rejected"_s);
    QCOMPARE(s.posted("/cancel"), 1);
    QCOMPARE(s.gitlab.job(pipeline, u"report"_s)[u"status"_s].toString(), u"skipped"_s);
    QCOMPARE(s.list(u"runs"_s).size(), 1); // what was rejected is not healed
    QCOMPARE(s.gitlab.contractFault(), QByteArray());
    s.end();
}

void TestGitLabGate::aJobWithoutEnvironmentIsNamedByItself()
{
    GateScene s;
    if (const QString why = s.begin(kPlain); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());
    QCOMPARE(s.evidence(s.approval(u"open"_s))[u"environment"_s].toString(), u"confirm"_s);

    QCOMPARE(s.decide("approve", s.approval(u"open"_s)).status, 0);

    QVERIFY(!s.gitlab.pipelineThat(u"success"_s).isEmpty());
    QCOMPARE(s.outcome(), u"approved"_s);
    s.end();
}

void TestGitLabGate::aDeploymentIsApprovedAndStarted()
{
    GateScene s;
    if (const QString why = s.begin(kDeploying, approvedBy({"boss"})); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY2(s.waits(), qPrintable(s.serving.diagnostics()));
    const QJsonObject asked = s.approval(u"open"_s);
    const QJsonObject evidence = s.evidence(asked);
    QCOMPARE(evidence[u"gate"_s][u"may_decide"_s], QJsonValue(true));
    QCOMPARE(evidence[u"gate"_s][u"reviewers"_s][0][u"name"_s].toString(), u"boss"_s);
    QCOMPARE(evidence[u"rules"_s][u"prevents_self_review"_s], QJsonValue(true));
    QCOMPARE(evidence[u"ways_around"_s].toArray().size(), 1); // administrators of GitLab

    QCOMPARE(s.decide("approve", asked).status, 0);

    QVERIFY(!s.gitlab.pipelineThat(u"success"_s).isEmpty());
    QCOMPARE(s.outcome(), u"approved"_s);
    QCOMPARE(s.shown(asked)[u"sent"_s].toString(), u"taken"_s);
    QCOMPARE(s.posted("/approval"), 1);
    QCOMPARE(s.posted("/play"), 1);
    const QString comment = s.newestDeployment()[u"approvals"_s][0][u"comment"_s].toString();
    QVERIFY2(comment.startsWith(u"Approved by 1 of 1 in Signalbox. Risk high, evidence "_s
                                + asked[u"evidence_hash"_s].toString().left(8))
                 && comment.endsWith(u"Reason: rehearsed at noon"_s),
             qPrintable(comment));
    QCOMPARE(s.gitlab.contractFault(), QByteArray());
    s.end();
}

void TestGitLabGate::aDeploymentIsRejected()
{
    GateScene s;
    if (const QString why = s.begin(kDeploying, approvedBy({"boss"})); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());

    QCOMPARE(s.decide("reject", s.approval(u"open"_s)).status, 0);

    QVERIFY(!s.gitlab.pipelineThat(u"failed"_s).isEmpty());
    QCOMPARE(s.outcome(), u"rejected"_s);
    QCOMPARE(s.posted("/approval"), 1);
    QCOMPARE(s.newestDeployment()[u"approvals"_s][0][u"status"_s].toString(), u"rejected"_s);
    QCOMPARE(s.list(u"runs"_s).size(), 1); // what was rejected is not healed
    s.end();
}

void TestGitLabGate::twoApprovalsAreNeeded()
{
    GateScene s;
    if (const QString why = s.begin(kDeploying, approvedBy({"boss", "lead"})); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());
    const QJsonObject first = s.approval(u"open"_s);
    QCOMPARE(s.evidence(first)[u"rules"_s][u"needed"_s].toInt(), 2);

    QCOMPARE(s.decide("approve", first).status, 0);

    QCOMPARE(s.outcome(), u"approved"_s);
    QCOMPARE(s.newestDeployment()[u"pending_approval_count"_s].toInt(), 1);
    const QJsonObject shown = s.shown(first);
    QCOMPARE(shown[u"sent"_s].toString(), u"taken"_s);
    QCOMPARE(shown[u"sent_approvals"_s], QJsonValue(QJsonObject{{u"given"_s, 1}, {u"needed"_s, 2}}));
    QCOMPARE(s.posted("/play"), 0);
    const QString id = QString::number(s.newestDeployment()[u"id"_s].toInteger());
    s.gitlab.asked("POST", u"/deployments/%1/approval"_s.arg(id), {{u"status"_s, u"approved"_s}}, TestGitLab::kLead);
    QVERIFY(s.waits(first)); // approved by all, and not started
    const QJsonObject second = s.approval(u"open"_s);
    QCOMPARE(s.evidence(second)[u"gate"_s][u"earlier"_s].toArray().size(), 2);
    QCOMPARE(s.decide("approve", second).status, 0);
    QVERIFY(!s.gitlab.pipelineThat(u"success"_s).isEmpty());
    QCOMPARE(s.posted("/play"), 1);
    QCOMPARE(s.gitlab.contractFault(), QByteArray());
    s.end();
}

void TestGitLabGate::decidedThereFirst_data()
{
    QTest::addColumn<QByteArray>("ci");
    QTest::addColumn<QString>("state");
    QTest::newRow("a job is started") << QByteArray(kManual) << u"approved"_s;
    QTest::newRow("a deployment is approved") << QByteArray(kDeploying) << u"approved"_s;
    QTest::newRow("a deployment is rejected") << QByteArray(kDeploying) << u"rejected"_s;
}

void TestGitLabGate::decidedThereFirst()
{
    QFETCH(QByteArray, ci);
    QFETCH(QString, state);
    const bool isManual = ci == kManual;
    GateScene s;
    const QJsonObject environments = isManual ? QJsonObject() : approvedBy({"lead"});
    if (const QString why = s.begin(ci, environments); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval(u"open"_s);
    const QJsonObject deployment = s.newestDeployment();

    if (!isManual)
        s.gitlab.asked("POST", u"/deployments/%1/approval"_s.arg(deployment[u"id"_s].toInteger()),
                       {{u"status"_s, state}, {u"comment"_s, u"looks well"_s}}, TestGitLab::kLead);
    if (state == u"approved"_s)
        s.gitlab.asked("POST", u"/jobs/%1/play"_s.arg(deployment[u"deployable"_s][u"id"_s].toInteger()), {},
                       TestGitLab::kLead);

    QTRY_VERIFY_WITH_TIMEOUT(!s.approval(state).isEmpty(), 2 * kPatienceMs);
    const QJsonObject decision = s.shown(asked)[u"decisions"_s][0].toObject();
    QCOMPARE(decision[u"by"_s].toString(), u"gitlab:lead"_s);
    QCOMPARE(decision[u"reason"_s].toString(), isManual ? QString() : u"looks well"_s);
    QVERIFY(!s.gitlab.pipelineThat(state == u"approved"_s ? u"success"_s : u"failed"_s).isEmpty());
    QCOMPARE(s.outcome(), state + u"_there"_s);
    const Answered late = s.decide("approve", asked);
    QVERIFY2(late.status != 0 && late.diagnostics.contains(u"gitlab:lead"_s), qPrintable(late.diagnostics));
    QVERIFY(s.isAudited(u"gitlab:lead"_s, u"approval_decided"_s));
    s.end();
}

void TestGitLabGate::aNewerCommit()
{
    GateScene s;
    if (const QString why = s.begin(kManual); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());
    const QJsonObject older = s.approval(u"open"_s);

    QVERIFY(s.gitlab.push());

    QTRY_VERIFY_WITH_TIMEOUT(!s.approval(u"superseded"_s).isEmpty(), 3 * kPatienceMs);
    QCOMPARE(s.approval(u"superseded"_s)[u"id"_s], older[u"id"_s]);
    const Answered late = s.decide("approve", older);
    QVERIFY2(late.status != 0 && late.diagnostics.contains(u"newer commit"_s), qPrintable(late.diagnostics));
    QVERIFY(s.waits()); // for the newer one
    QCOMPARE(s.posted("/play"), 0);
    s.end();
}

void TestGitLabGate::anAnswerIsLost_data()
{
    QTest::addColumn<QByteArray>("ci");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("of a start") << QByteArray(kManual) << QByteArray("/play");
    QTest::newRow("of an approval") << QByteArray(kDeploying) << QByteArray("/approval");
}

void TestGitLabGate::anAnswerIsLost()
{
    QFETCH(QByteArray, ci);
    QFETCH(QByteArray, path);
    GateScene s;
    if (const QString why = s.begin(ci, ci == kManual ? QJsonObject() : approvedBy({"boss"})); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());
    s.gitlab.order("POST", (path + "$").constData(), {{u"cut"_s, u"before"_s}, {u"perform"_s, true}});

    QCOMPARE(s.decide("approve", s.approval(u"open"_s)).status, 0);

    QVERIFY(!s.gitlab.pipelineThat(u"success"_s).isEmpty());
    QCOMPARE(s.outcome(), u"approved"_s);
    QCOMPARE(s.posted(path.constData()), 1);
    QCOMPARE(s.posted("/play"), 1);
    s.end();
}

void TestGitLabGate::killedBeforeTheAnswer_data()
{
    anAnswerIsLost_data();
}

void TestGitLabGate::killedBeforeTheAnswer()
{
    QFETCH(QByteArray, ci);
    QFETCH(QByteArray, path);
    GateScene s;
    if (const QString why = s.begin(ci, ci == kManual ? QJsonObject() : approvedBy({"boss"})); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());
    constexpr int kLongerThanTheTest = 600'000;
    s.gitlab.order("POST", (path + "$").constData(),
                   {{u"cut"_s, u"before"_s}, {u"perform"_s, true}, {u"delay_ms"_s, kLongerThanTheTest}});
    QCOMPARE(s.decide("approve", s.approval(u"open"_s)).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(s.posted(path.constData()), 1, 2 * kPatienceMs);

    s.serving.kill();
    QVERIFY(s.serving.start());

    QCOMPARE(s.outcome(), u"approved"_s);
    QVERIFY(!s.gitlab.pipelineThat(u"success"_s).isEmpty());
    QCOMPARE(s.posted(path.constData()), 1);
    QCOMPARE(s.posted("/play"), 1);
    s.end();
}

void TestGitLabGate::theJobIsCancelledThere()
{
    GateScene s;
    if (const QString why = s.begin(kManual); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval(u"open"_s);
    const QString job = QString::number(s.newestDeployment()[u"deployable"_s][u"id"_s].toInteger());

    s.gitlab.asked("POST", u"/jobs/%1/cancel"_s.arg(job));

    QTRY_VERIFY_WITH_TIMEOUT(!s.approval(u"void"_s).isEmpty(), 3 * kPatienceMs);
    QCOMPARE(s.approval(u"void"_s)[u"id"_s], asked[u"id"_s]);
    QCOMPARE(s.outcome(), u"gone"_s);
    QVERIFY(s.decide("approve", asked).status != 0);
    QCOMPARE(s.posted("/play"), 0);
    s.end();
}

SIGNALBOX_TEST(TestGitLabGate)
#include "tst_gitlabgate.moc"
