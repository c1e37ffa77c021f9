// SPDX-License-Identifier: GPL-3.0-or-later
// What is left alone, as something newer has come: a decision that is not sent yet, a failure that is not healed yet.
#include "tests/core/agents/atthegate.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;

class TestOvertaken : public QObject {
    Q_OBJECT

private slots:
    void anApprovalThatSomethingNewerHasOvertakenIsNotSent();
    void aRejectionIsSentWhateverIsNewer();
    void whatCannotBeAskedIsAskedAgain();
    void aTokenThatIsMissingLosesNoDecision_data();
    void aTokenThatIsMissingLosesNoDecision();
    void whatOthersDecideIsNotRejectedForWantOfADecision();
    void whoMayDecideNowIsAskedAnew();
    void anOlderCommitIsNotRunAgain();
    void norWhereANewerOneComesBeforeItIs();
    void whatDeploysNothingIsRunAgainWhateverIsNewer();
    void whatThePolicySaysOfDeployingCounts_data();
    void whatThePolicySaysOfDeployingCounts();
};

void TestOvertaken::anApprovalThatSomethingNewerHasOvertakenIsNotSent()
{
    AtTheGate s;
    s.drive();
    s.newer = std::string("8");

    QCOMPARE(s.approve(), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"superseded\""));
    QVERIFY(s.gate.sent.empty());
    QVERIFY(s.stage->state("root_cause").contains(QStringLiteral("run 8 of main has a newer commit")));
}

void TestOvertaken::aRejectionIsSentWhateverIsNewer()
{
    AtTheGate s;
    s.drive();
    s.newer = std::string("8");

    QCOMPARE(s.told({{"verdict", "reject"}, {"reason", "not today"}}), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"rejected\""));
    QCOMPARE(s.gate.sent.size(), 1U);
}

void TestOvertaken::whatCannotBeAskedIsAskedAgain()
{
    AtTheGate s;
    s.drive();
    s.newer = Error{ErrorCode::Network, "no answer"};
    s.approve();
    QVERIFY(s.gate.sent.empty());

    s.newer = std::string();
    s.stage->timeComes();

    QCOMPARE(s.drive(), QStringLiteral("succeeded"));
    QCOMPARE(s.gate.sent.size(), 1U);
}

void TestOvertaken::aTokenThatIsMissingLosesNoDecision_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("none") << static_cast<int>(ErrorCode::Unauthorized);
    QTest::newRow("one that may not see it") << static_cast<int>(ErrorCode::InvalidInput);
}

/// Another program may have it, and a person may put it there.
void TestOvertaken::aTokenThatIsMissingLosesNoDecision()
{
    QFETCH(int, code);
    AtTheGate s;
    s.drive();
    s.ci.runFault = Error{static_cast<ErrorCode>(code), "no token for acme/shop"};
    s.approve();
    QVERIFY(s.gate.sent.empty());

    s.ci.runFault.reset();
    s.stage->timeComes();

    QCOMPARE(s.drive(), QStringLiteral("succeeded"));
    QCOMPARE(s.outcome(), QStringLiteral("\"approved\""));
    QCOMPARE(s.gate.sent.size(), 1U);
}

void TestOvertaken::whatOthersDecideIsNotRejectedForWantOfADecision()
{
    AtTheGate s([](ScriptedGate& gate) { gate.waiting.front().mayDecide = false; });
    s.drive();
    QVERIFY(s.request().patience > Rules().now.approvalDeadline);

    QCOMPARE(s.told({{"verdict", "expired"}}), QStringLiteral("succeeded"));

    QCOMPARE(s.outcome(), QStringLiteral("\"gone\""));
    QVERIFY(s.gate.sent.empty());
}

void TestOvertaken::whoMayDecideNowIsAskedAnew()
{
    AtTheGate s([](ScriptedGate& gate) { gate.waiting.front().mayDecide = false; });
    s.drive();
    s.gate.waiting.front().mayDecide = true;

    QCOMPARE(s.told({{"verdict", "changed_there"}}), QStringLiteral("waiting"));

    QVERIFY(fieldOr<bool>(s.request().evidence["gate"], "may_decide", false));
    QCOMPARE(s.approve(), QStringLiteral("succeeded"));
    QCOMPARE(s.outcome(), QStringLiteral("\"approved\""));
}

/// What it deploys would take the place of the newer.
void TestOvertaken::anOlderCommitIsNotRunAgain()
{
    Healing healing({failing(kCorruptCache), Scene()},
                    [](const ci::Run& run) { return run.commit.empty() ? "" : "8"; });

    QCOMPARE(healing.run(), QStringLiteral("succeeded"));

    QCOMPARE(healing.ci.told(), std::string());
    QCOMPARE(healing.channel("outcome"), QStringLiteral("\"superseded\""));
    QCOMPARE(healing.channel("failure_class"), QStringLiteral("\"cache_failure\"")); // that is learnt all the same
}

void TestOvertaken::norWhereANewerOneComesBeforeItIs()
{
    int looks = 0;
    Healing healing({failing(kCorruptCache), Scene()}, [&looks](const ci::Run&) { return ++looks > 1 ? "8" : ""; });

    QCOMPARE(healing.run(), QStringLiteral("waiting"));

    QVERIFY(healing.ci.told().find("rerun") == std::string::npos);
    QVERIFY(healing.channel("fault").contains(QStringLiteral("and run 8 of the same branch has a newer commit")));
}

void TestOvertaken::whatDeploysNothingIsRunAgainWhateverIsNewer()
{
    Healing healing({failing(kCorruptCache), Scene()}, [](const ci::Run&) { return "8"; });
    healing.environments.clear();

    QCOMPARE(healing.run(), QStringLiteral("succeeded"));

    QVERIFY(healing.ci.told().find("rerun of 1") != std::string::npos);
}

void TestOvertaken::whatThePolicySaysOfDeployingCounts_data()
{
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("state");
    QTest::newRow("nothing") << QString() << QStringLiteral("succeeded"); // whoever pushed wanted it there
    QTest::newRow("it asks for the environment") << QStringLiteral("always") << QStringLiteral("waiting");
    QTest::newRow("it asks for deployments") << QStringLiteral("ask") << QStringLiteral("waiting");
    QTest::newRow("it is frozen") << QStringLiteral("frozen") << QStringLiteral("waiting");
    QTest::newRow("it asks for one, and where is not known")
        << QStringLiteral("somewhere") << QStringLiteral("waiting");
}

void TestOvertaken::whatThePolicySaysOfDeployingCounts()
{
    QFETCH(QString, says);
    QFETCH(QString, state);
    Healing healing({failing(kCorruptCache), Scene()}, [](const ci::Run&) { return ""; });
    if (says == QLatin1String("always"))
        healing.rules.now.alwaysAsk = {"production"};
    if (says == QLatin1String("somewhere")) {
        healing.rules.now.alwaysAsk = {"live"};
        healing.environments = {"*"};
    }
    if (says == QLatin1String("ask"))
        healing.rules.now.autonomy[SafetyClass::Deploy] = Autonomy::Ask;
    if (says == QLatin1String("frozen"))
        healing.rules.now.freezes = {{UtcTime::min(), UtcTime::max(), "year's end"}};

    QCOMPARE(healing.run(), state);

    QCOMPARE(healing.ci.told().empty(), state == QLatin1String("waiting"));
}

SIGNALBOX_TEST(TestOvertaken)
#include "tst_overtaken.moc"
