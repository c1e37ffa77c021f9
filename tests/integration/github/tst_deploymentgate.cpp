// SPDX-License-Identifier: GPL-3.0-or-later
// A deployment that waits on GitHub for people: decided here or there, once, with the real serve and the test forge.
#include "tests/app/ctlprogram.h"
#include "tests/integration/github/testforge.h"
#include "tests/integration/webhook/serving.h"
#include "tests/signalboxtest.h"

#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kDeploying = R"(  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - run: echo deployed
)";
constexpr const char* kReviewed = R"({"production":{"reviewers":["boss"]}})";
constexpr const char* kPending = "/pending_deployments";

/// serve looks after a repository whose deployments wait for boss, and has the token of boss.
struct Scene {
    TestForge forge;
    Serving serving;

    /// Empty; else why it cannot be set up here.
    QString begin(const QByteArray& environments = kReviewed)
    {
        if (QString why = forge.start(kDeploying, "[]", {}, environments); !why.isEmpty())
            return why;
        qputenv("GH_TOKEN", TestForge::kBoss);
        qputenv("GITHUB_API_URL", forge.url().toUtf8());
        const Answered added = ctl({u"repo"_s, u"add"_s, QString::fromLatin1(TestForge::kRepository)});
        return added.status == 0 && serving.start() && hook() ? QString()
                                                              : u"serve does not start: "_s + added.diagnostics;
    }
    bool hook()
    {
        return forge.hook(u"http://127.0.0.1:%1/webhook/github"_s.arg(serving.port()),
                          QString::fromLatin1(Serving::kSecret));
    }
    Answered ctl(const QStringList& arguments) const
    {
        return runCtl(QStringList{u"--store"_s, serving.storePath(), u"--json"_s} + arguments);
    }
    QJsonArray list(const QStringList& arguments) const
    {
        return QJsonDocument::fromJson(ctl(arguments).output.toUtf8()).array();
    }
    /// Of the approvals, newest first where they are closed.
    QJsonObject approval(const QString& state) const
    {
        for (const auto& one : list({u"approvals"_s, u"list"_s})) {
            if (one[u"state"_s].toString() == state)
                return one.toObject();
        }
        return {};
    }
    QJsonObject shown(const QJsonObject& approval) const
    {
        return jsonOf(ctl({u"approvals"_s, u"show"_s, QString::number(approval[u"id"_s].toInt())}).output);
    }
    Answered decide(const char* verdict, const QJsonObject& approval) const
    {
        QStringList words{u"approvals"_s, QString::fromLatin1(verdict), QString::number(approval[u"id"_s].toInt()),
                          u"--reason"_s, u"rehearsed at noon"_s};
        if (words[1] == u"approve"_s)
            words << u"--evidence"_s << approval[u"evidence_hash"_s].toString();
        return ctl(words);
    }
    bool waits()
    {
        return QTest::qWaitFor([this] { return !approval(u"open"_s).isEmpty(); }, 2 * kPatienceMs);
    }
    bool ends(const char* conclusion)
    {
        return QTest::qWaitFor(
            [&] { return forge.newestRun()[u"conclusion"_s].toString() == QLatin1String(conclusion); },
            2 * kPatienceMs);
    }
    /// The gate's only run, once it has ended.
    QString outcome()
    {
        const auto newest = [this] { return list({u"runs"_s, u"list"_s}).last().toObject(); };
        const bool over
            = QTest::qWaitFor([&] { return newest()[u"state"_s].toString() == u"succeeded"_s; }, 2 * kPatienceMs);
        if (!over)
            return newest()[u"state"_s].toString();
        const Answered run = ctl({u"runs"_s, u"show"_s, QString::number(newest()[u"id"_s].toInt())});
        return jsonOf(run.output)[u"state_json"_s][u"outcome"_s].toString();
    }
    QString runNumber() { return QString::number(forge.newestRun()[u"id"_s].toInteger()); }
    /// By somebody on GitHub itself.
    bool reviewThere(const char* state)
    {
        const QString path = u"/repos/acme/shop/actions/runs/"_s + runNumber() + QLatin1String(kPending);
        const QJsonDocument pending = forge.ask("GET", path, {}, TestForge::kBoss);
        return !forge
                    .ask("POST", path,
                         {{u"environment_ids"_s, QJsonArray{pending[0][u"environment"_s][u"id"_s]}},
                          {u"state"_s, QLatin1String(state)},
                          {u"comment"_s, u"looks well"_s}},
                         TestForge::kBoss)
                    .isNull();
    }
    QJsonArray reviews()
    {
        return forge.ask("GET", u"/repos/acme/shop/actions/runs/"_s + runNumber() + u"/approvals"_s).array();
    }
    int posted() { return forge.count(u"POST"_s, QLatin1String(kPending)); }
    bool isAudited(const QString& actor, const QString& action) const
    {
        const QJsonArray entries = list({u"audit"_s, u"list"_s});
        return std::ranges::any_of(entries, [&](const QJsonValue& entry) {
            return entry[u"actor"_s].toString() == actor && entry[u"action"_s].toString() == action;
        });
    }
    void checkChain() const
    {
        const Answered verified = ctl({u"audit"_s, u"verify"_s});
        QVERIFY2(verified.status == 0, qPrintable(verified.output + verified.diagnostics));
    }
    /// Every request so far is one that GitHub documents.
    void checkContract()
    {
        QProcess contract;
        contract.setProcessChannelMode(QProcess::MergedChannels);
        contract.start(QStandardPaths::findExecutable(u"node"_s),
                       {QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/forge/contract/contract.mjs"), forge.url(),
                        QStringLiteral(SIGNALBOX_BINARY_DIR "/forge-contract")});
        QVERIFY(contract.waitForFinished(5 * kPatienceMs));
        const QByteArray told = contract.readAll();
        constexpr int kCannotInstall = 77;
        QVERIFY2(contract.exitCode() == 0 || contract.exitCode() == kCannotInstall, told.constData());
    }
};

} // namespace

class TestDeploymentGate : public QObject {
    Q_OBJECT

private slots:
    void approvedHere();
    void rejectedHere();
    void decidedThereFirst_data();
    void decidedThereFirst();
    void aNewerCommit();
    void anAnswerIsLost();
    void killedBeforeTheAnswer();
    void theRunIsCancelledThere();
};

void TestDeploymentGate::approvedHere()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY2(s.waits(), qPrintable(s.serving.diagnostics()));
    const QJsonObject asked = s.approval(u"open"_s);
    QCOMPARE(asked[u"kind"_s].toString(), u"deployment"_s);
    QCOMPARE(asked[u"risk_level"_s].toString(), u"HIGH"_s);
    const QJsonObject evidence = s.shown(asked)[u"evidence"_s].toObject();
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
    s.checkContract();
    QCOMPARE(s.serving.stop(), 0);
}

void TestDeploymentGate::rejectedHere()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());

    QCOMPARE(s.decide("reject", s.approval(u"open"_s)).status, 0);

    QVERIFY(s.ends("failure"));
    QCOMPARE(s.outcome(), u"rejected"_s);
    QCOMPARE(s.reviews()[0][u"state"_s].toString(), u"rejected"_s);
    QCOMPARE(s.posted(), 1);
    for (const QJsonValue& run : s.list({u"runs"_s, u"list"_s}))
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
    const QJsonObject asked = s.approval(u"open"_s);

    QVERIFY(s.reviewThere(state));

    QVERIFY(s.ends(conclusion));
    const auto closed = [&] { return !s.approval(QString::fromLatin1(state)).isEmpty(); };
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

void TestDeploymentGate::aNewerCommit()
{
    Scene s;
    if (const QString why = s.begin(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    const QJsonObject older = s.approval(u"open"_s);

    QVERIFY(s.forge.push());

    QTRY_VERIFY_WITH_TIMEOUT(!s.approval(u"superseded"_s).isEmpty(), 3 * kPatienceMs);
    QCOMPARE(s.approval(u"superseded"_s)[u"id"_s], older[u"id"_s]);
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
    s.forge.ask("POST", u"/_forge/faults"_s,
                {{u"method"_s, u"POST"_s},
                 {u"path"_s, u"/pending_deployments$"_s},
                 {u"answer"_s, QJsonObject{{u"cut"_s, u"before"_s}, {u"perform"_s, true}}}});

    QCOMPARE(s.decide("approve", s.approval(u"open"_s)).status, 0);

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
    s.forge.ask("POST", u"/_forge/faults"_s,
                {{u"method"_s, u"POST"_s},
                 {u"path"_s, u"/pending_deployments$"_s},
                 {u"answer"_s,
                  QJsonObject{{u"cut"_s, u"before"_s}, {u"perform"_s, true}, {u"delay_ms"_s, kLongerThanTheTest}}}});
    QCOMPARE(s.decide("approve", s.approval(u"open"_s)).status, 0);
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
    const QJsonObject asked = s.approval(u"open"_s);

    s.forge.ask("POST", u"/repos/acme/shop/actions/runs/"_s + s.runNumber() + u"/cancel"_s);

    QTRY_VERIFY_WITH_TIMEOUT(!s.approval(u"void"_s).isEmpty(), 3 * kPatienceMs);
    QCOMPARE(s.approval(u"void"_s)[u"id"_s], asked[u"id"_s]);
    QCOMPARE(s.outcome(), u"gone"_s);
    QVERIFY(s.decide("approve", asked).status != 0);
    QCOMPARE(s.posted(), 0);
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

SIGNALBOX_TEST(TestDeploymentGate)
#include "tst_deploymentgate.moc"
