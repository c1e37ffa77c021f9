// SPDX-License-Identifier: GPL-3.0-or-later
// A deployment that waits on GitHub for our App as a custom protection rule: asked here and answered by the App, once,
// with the real serve and the test forge, which takes an answer from nobody else.
#include "tests/integration/github/gatescene.h"
#include "tests/signalboxtest.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* kAnswer = "/deployment_protection_rule";
constexpr const char* kStrict = R"({"production":{"protection_rules":["signalbox"],"can_admins_bypass":false}})";
constexpr const char* kLoose = R"({"production":{"protection_rules":["signalbox"]}})";
constexpr const char* kBoth
    = R"({"production":{"protection_rules":["signalbox"],"reviewers":["boss"],"can_admins_bypass":false}})";

/// serve looks after a repository as the App 77, or with a token of boss where it has no App.
struct Scene : GateScene {
    ~Scene() { unset(); }

    QString begin(const QByteArray& environments, bool asApp = true)
    {
        unset();
        const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
        if (openssl.isEmpty())
            return u"openssl is not installed: there is no key"_s;
        const QString file = forge.place(u"key.pem"_s);
        if (QProcess::execute(openssl, {u"genrsa"_s, u"-out"_s, file, u"2048"_s}) != 0)
            return u"openssl makes no key"_s;
        QFile key(file);
        if (!key.open(QIODevice::ReadOnly))
            return u"there is no key"_s;
        if (asApp) {
            qputenv("GITHUB_APP_ID", "77");
            qputenv("GITHUB_APP_PRIVATE_KEY_FILE", file.toUtf8());
        } else {
            qputenv("GH_TOKEN", TestForge::kBoss);
        }
        return GateScene::begin(environments, appWith(QString::fromUtf8(key.readAll())),
                                {u"workflow_run"_s, u"deployment_protection_rule"_s, u"deployment_review"_s});
    }
    int posted() { return GateScene::posted(kAnswer); }
    /// What the answer said.
    QJsonObject answer()
    {
        for (const auto& request : forge.ask("GET", u"/_forge/journal?path=%1"_s.arg(QLatin1String(kAnswer))).array()) {
            if (request[u"method"_s].toString() == u"POST"_s)
                return QJsonDocument::fromJson(request[u"body"_s].toString().toUtf8()).object();
        }
        return {};
    }

private:
    static void unset()
    {
        for (const char* name : {"GITHUB_APP_ID", "GITHUB_APP_PRIVATE_KEY_FILE", "GH_TOKEN"})
            qunsetenv(name);
    }
    static QByteArray appWith(const QString& key)
    {
        const QJsonObject app{
            {u"app_id"_s, 77},
            {u"slug"_s, u"signalbox"_s},
            {u"name"_s, u"Signalbox"_s},
            {u"private_key"_s, key},
            {u"permissions"_s,
             QJsonObject{{u"actions"_s, u"write"_s},
                         {u"contents"_s, u"read"_s},
                         {u"deployments"_s, u"write"_s},
                         {u"metadata"_s, u"read"_s}}},
            {u"events"_s, QJsonArray()},
            {u"installations"_s, QJsonArray{QJsonObject{{u"installation_id"_s, 9}, {u"account"_s, u"acme"_s}}}}};
        return QJsonDocument(QJsonArray{app}).toJson(QJsonDocument::Compact);
    }
};

} // namespace

class TestProtectionRule : public QObject {
    Q_OBJECT

private slots:
    void approvedHere();
    void rejectedHere();
    void anAnswerIsLost();
    void killedBeforeTheAnswer();
    void aNewerCommit();
    void reviewersAreNeededBesides();
    void aReviewerRejectsThere();
    void withoutAnAppTheWaitIsToldOf();
};

void TestProtectionRule::approvedHere()
{
    Scene s;
    if (const QString why = s.begin(kStrict); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY2(s.waits(), qPrintable(s.serving.diagnostics()));
    const QJsonObject asked = s.approval("open");
    QCOMPARE(asked[u"kind"_s].toString(), u"deployment"_s);
    QVERIFY(asked[u"subject"_s].toString().endsWith(u"-> production (protection rule signalbox)"_s));
    QCOMPARE(asked[u"enforcement"_s].toString(), u"enforced"_s);
    const QJsonObject evidence = s.evidence(asked);
    QCOMPARE(evidence[u"gate"_s][u"rule"_s].toString(), u"signalbox"_s);
    QCOMPARE(evidence[u"gate"_s][u"may_decide"_s], QJsonValue(true));
    QCOMPARE(evidence[u"ways_around"_s].toArray().size(), 0);
    QVERIFY(evidence[u"changes"_s].isObject());

    const Answered approved = s.decide("approve", asked);

    QVERIFY2(approved.status == 0, qPrintable(approved.diagnostics));
    const Answered twice = s.decide("approve", asked);
    QVERIFY2(twice.status != 0 && twice.diagnostics.contains(u"Already"_s), qPrintable(twice.diagnostics));
    QVERIFY(s.ends("success")); // its job has really run
    QCOMPARE(s.outcome(), u"approved"_s);
    QCOMPARE(s.outcome("standing"), u"released"_s);
    QCOMPARE(s.posted(), 1);
    const QJsonObject answer = s.answer();
    QCOMPARE(answer[u"environment_name"_s].toString(), u"production"_s);
    QCOMPARE(answer[u"state"_s].toString(), u"approved"_s);
    const QString comment = answer[u"comment"_s].toString();
    QVERIFY2(comment.startsWith(u"Approved by 1 of 1 in Signalbox. Risk high, evidence "_s
                                + asked[u"evidence_hash"_s].toString().left(8))
                 && comment.endsWith(u"Reason: rehearsed at noon"_s),
             qPrintable(comment));
    QVERIFY(s.isAudited(u"agent:deployment-gate"_s, u"effect_result"_s));
    s.checkChain();
    QCOMPARE(s.forge.contractFault(), QByteArray());
    QCOMPARE(s.serving.stop(), 0);
}

void TestProtectionRule::rejectedHere()
{
    Scene s;
    if (const QString why = s.begin(kLoose); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval("open");
    QCOMPARE(asked[u"enforcement"_s].toString(), u"advisory"_s);
    const QJsonArray ways = s.evidence(asked)[u"ways_around"_s].toArray();
    QCOMPARE(ways.size(), 1);
    QCOMPARE(ways[0][u"way"_s].toString(), u"admins_bypass"_s);

    QCOMPARE(s.decide("reject", asked).status, 0);

    QVERIFY(s.ends("failure"));
    QCOMPARE(s.outcome(), u"rejected"_s);
    QCOMPARE(s.answer()[u"state"_s].toString(), u"rejected"_s);
    QCOMPARE(s.posted(), 1);
    for (const QJsonValue& run : s.list(u"runs"_s))
        QCOMPARE(run[u"agent"_s].toString(), u"deployment-gate"_s); // what was rejected is not healed
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

void TestProtectionRule::anAnswerIsLost()
{
    Scene s;
    if (const QString why = s.begin(kStrict); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    s.loseAnswer(kAnswer);

    QCOMPARE(s.decide("approve", s.approval("open")).status, 0);

    QVERIFY(s.ends("success"));
    QCOMPARE(s.outcome(), u"approved"_s);
    QCOMPARE(s.posted(), 1);
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

void TestProtectionRule::killedBeforeTheAnswer()
{
    Scene s;
    if (const QString why = s.begin(kStrict); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    constexpr int kLongerThanTheTest = 600'000;
    s.loseAnswer(kAnswer, kLongerThanTheTest);
    QCOMPARE(s.decide("reject", s.approval("open")).status, 0);
    QTRY_COMPARE_WITH_TIMEOUT(s.posted(), 1, 2 * kPatienceMs);

    s.serving.kill();
    QVERIFY(s.serving.start());

    QCOMPARE(s.outcome(), u"rejected"_s);
    QVERIFY(s.ends("failure"));
    QCOMPARE(s.posted(), 1);
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

void TestProtectionRule::aNewerCommit()
{
    Scene s;
    if (const QString why = s.begin(kStrict); !why.isEmpty())
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
    QCOMPARE(s.serving.stop(), 0);
}

void TestProtectionRule::reviewersAreNeededBesides()
{
    Scene s;
    if (const QString why = s.begin(kBoth); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval("open");
    QCOMPARE(asked[u"enforcement"_s].toString(), u"enforced"_s); // boss alone does not let it through
    QCOMPARE(s.evidence(asked)[u"gate"_s][u"reviewers"_s][0][u"name"_s].toString(), u"boss"_s);
    QVERIFY(s.reviewThere("approved"));
    QCOMPARE(s.forge.newestRun()[u"status"_s].toString(), u"waiting"_s);

    QVERIFY(s.forge.push()); // of the next commit, ours comes first
    QTRY_VERIFY_WITH_TIMEOUT(!s.approval("superseded").isEmpty(), 3 * kPatienceMs);
    QVERIFY(s.waits());
    const QJsonObject next = s.approval("open");
    QCOMPARE(s.decide("approve", next).status, 0);
    QCOMPARE(s.outcome("outcome", next), u"approved"_s);
    QCOMPARE(s.outcome("standing", next), u"others"_s);
    QCOMPARE(s.shown(next)[u"sent_besides"_s].toArray(), QJsonArray{u"boss"_s});
    const QString words = runCtl({u"--store"_s, s.serving.storePath(), u"approvals"_s, u"list"_s}).output;
    QVERIFY2(words.contains(u"approved here, taken there; it goes on once the others have decided: boss"_s),
             qPrintable(words));
    QCOMPARE(s.forge.newestRun()[u"status"_s].toString(), u"waiting"_s);

    QVERIFY(s.reviewThere("approved"));
    QVERIFY(s.ends("success"));
    QCOMPARE(s.posted(), 1);
    QCOMPARE(s.list(u"approvals"_s).size(), 2); // one question for each wait
    s.checkChain();
    QCOMPARE(s.serving.stop(), 0);
}

void TestProtectionRule::aReviewerRejectsThere()
{
    Scene s;
    if (const QString why = s.begin(kBoth); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(s.forge.push());
    QVERIFY(s.waits());
    const QJsonObject asked = s.approval("open");

    QVERIFY(s.reviewThere("rejected"));

    QTRY_VERIFY_WITH_TIMEOUT(!s.approval("rejected").isEmpty(), 2 * kPatienceMs);
    QCOMPARE(s.shown(asked)[u"decisions"_s][0][u"by"_s].toString(), u"github:boss"_s);
    const Answered late = s.decide("approve", asked);
    QVERIFY2(late.status != 0 && late.diagnostics.contains(u"github:boss"_s), qPrintable(late.diagnostics));
    QCOMPARE(s.outcome(), u"rejected_there"_s);
    QCOMPARE(s.posted(), 0);
    QCOMPARE(s.serving.stop(), 0);
}

void TestProtectionRule::withoutAnAppTheWaitIsToldOf()
{
    Scene s;
    if (const QString why = s.begin(kStrict, false); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QString told = s.ctl({u"doctor"_s}).output;
    QVERIFY2(told.contains(u"deployments wait for protection rule signalbox, which is not answered here"_s),
             qPrintable(told));
    QVERIFY(s.forge.push());
    QVERIFY2(s.waits(), qPrintable(s.serving.diagnostics()));
    const QJsonObject asked = s.approval("open");
    QVERIFY(asked[u"subject"_s].toString().endsWith(u"-> production (protection rule signalbox)"_s));
    const QJsonObject gate = s.evidence(asked)[u"gate"_s].toObject();
    QCOMPARE(gate[u"others"_s].toArray(), QJsonArray{u"signalbox"_s});
    QVERIFY2(gate[u"page"_s].toString().contains(u"/acme/shop/actions/runs/"_s),
             qPrintable(gate[u"page"_s].toString()));
    for (const char* verdict : {"approve", "reject"}) {
        const Answered refused = s.decide(verdict, asked);
        QVERIFY2(refused.status == 1 && refused.diagnostics.contains(u"Protection rule signalbox decides this"_s),
                 qPrintable(refused.diagnostics));
    }
    QCOMPARE(s.forge.newestRun()[u"status"_s].toString(), u"waiting"_s);
    QCOMPARE(s.posted(), 0);

    QVERIFY(!s.forge.ask("POST", s.runPath("/cancel"), {}, TestForge::kBoss).isNull());
    QTRY_VERIFY_WITH_TIMEOUT(!s.approval("void").isEmpty(), 3 * kPatienceMs);
    QCOMPARE(s.outcome("outcome", asked), u"gone"_s);
    QCOMPARE(s.serving.stop(), 0);
}

SIGNALBOX_TEST(TestProtectionRule)
#include "tst_protectionrule.moc"
