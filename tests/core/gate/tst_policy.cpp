// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gate/hold.h"
#include "core/gate/policy.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::gate;

namespace {

QString ruled(const PolicyRules& rules, SafetyClass safety, const PolicyFacts& facts = {})
{
    const Ruling ruling = decide(rules, safety, facts);
    const std::string text = std::string(permissionName(ruling.permission)) + " " + std::string(ruling.reason);
    return QString::fromStdString(text);
}

PolicyFacts retried(int times)
{
    PolicyFacts facts;
    facts.retriesUsed = times;
    return facts;
}

PolicyFacts busy(int actions)
{
    PolicyFacts facts;
    facts.retriesUsed = actions > 20 ? actions : 0;
    facts.automaticActionsLastHour = actions;
    return facts;
}

PolicyFacts held()
{
    PolicyFacts facts;
    facts.held = true;
    return facts;
}

PolicyFacts into(std::string environment)
{
    PolicyFacts facts;
    facts.environment = std::move(environment);
    return facts;
}

PolicyFacts at(std::int64_t ms)
{
    PolicyFacts facts;
    facts.now = fromUnixMs(ms);
    return facts;
}

} // namespace

class TestPolicy : public QObject {
    Q_OBJECT

private slots:
    void withoutAFile_data()
    {
        QTest::addColumn<int>("safety");
        QTest::addColumn<QString>("ruling");
        QTest::newRow("looking is free") << int(SafetyClass::Observe) << "allowed automatic";
        QTest::newRow("re-running is automatic") << int(SafetyClass::Retry) << "allowed automatic";
        QTest::newRow("clearing a cache is automatic") << int(SafetyClass::Cache) << "allowed automatic";
        QTest::newRow("a pull request is opened") << int(SafetyClass::PullRequest) << "allowed automatic";
        QTest::newRow("a worktree is thrown away") << int(SafetyClass::Workspace) << "allowed automatic";
        QTest::newRow("a deployment asks") << int(SafetyClass::Deploy) << "asks policy_asks";
        QTest::newRow("destroying asks") << int(SafetyClass::Destructive) << "asks always_asks";
    }

    void withoutAFile()
    {
        QFETCH(int, safety);
        QFETCH(QString, ruling);

        QCOMPARE(ruled({}, static_cast<SafetyClass>(safety)), ruling);
    }

    void aFileTightensAndLoosens()
    {
        PolicyRules rules;
        rules.autonomy = {{SafetyClass::Retry, Autonomy::Never},
                          {SafetyClass::Cache, Autonomy::Ask},
                          {SafetyClass::Deploy, Autonomy::Automatic}};

        QCOMPARE(ruled(rules, SafetyClass::Retry), QStringLiteral("never policy_never"));
        QCOMPARE(ruled(rules, SafetyClass::Cache), QStringLiteral("asks policy_asks"));
        QCOMPARE(ruled(rules, SafetyClass::Deploy), QStringLiteral("allowed automatic"));
    }

    void noFileMakesDestroyingAutomatic()
    {
        PolicyRules rules;
        rules.autonomy = {{SafetyClass::Destructive, Autonomy::Automatic}};

        QCOMPARE(ruled(rules, SafetyClass::Destructive), QStringLiteral("asks always_asks"));

        rules.autonomy = {{SafetyClass::Destructive, Autonomy::Never}};
        QCOMPARE(ruled(rules, SafetyClass::Destructive), QStringLiteral("never policy_never"));
    }

    void limitsEndWhatIsAutomatic()
    {
        const PolicyRules rules;

        QCOMPARE(ruled(rules, SafetyClass::Retry, retried(2)), QStringLiteral("allowed automatic"));
        QCOMPARE(ruled(rules, SafetyClass::Retry, retried(3)), QStringLiteral("limit retries_spent"));
        QCOMPARE(ruled(rules, SafetyClass::PullRequest, retried(3)), QStringLiteral("allowed automatic"));
        QCOMPARE(ruled(rules, SafetyClass::Cache, busy(20)), QStringLiteral("limit hour_spent"));
        QCOMPARE(ruled(rules, SafetyClass::Observe, busy(99)), QStringLiteral("allowed automatic"));
    }

    void anEnvironmentCanAlwaysAsk()
    {
        PolicyRules rules;
        rules.autonomy = {{SafetyClass::Deploy, Autonomy::Automatic}};
        rules.alwaysAsk = {"production"};

        QCOMPARE(ruled(rules, SafetyClass::Deploy, into("production")), QStringLiteral("asks environment_asks"));
        QCOMPARE(ruled(rules, SafetyClass::Deploy, into("staging")), QStringLiteral("allowed automatic"));
    }

    void nothingIsDeployedInAFreeze()
    {
        PolicyRules rules;
        rules.autonomy = {{SafetyClass::Deploy, Autonomy::Automatic}};
        rules.freezes = {{fromUnixMs(100), fromUnixMs(200), "holidays"}};

        QCOMPARE(ruled(rules, SafetyClass::Deploy, at(100)), QStringLiteral("asks frozen"));
        QCOMPARE(ruled(rules, SafetyClass::Retry, at(100)), QStringLiteral("allowed automatic"));
        QCOMPARE(ruled(rules, SafetyClass::Deploy, at(200)), QStringLiteral("allowed automatic"));
    }

    void aHoldStopsEverythingButLooking()
    {
        QCOMPARE(ruled({}, SafetyClass::Retry, held()), QStringLiteral("asks held"));
        QCOMPARE(ruled({}, SafetyClass::Observe, held()), QStringLiteral("allowed automatic"));
    }

    void aHoldOfALineLeavesTheOthersAlone()
    {
        const std::vector<Hold> one{{.line = "parser", .by = "ana", .reason = "release", .since = {}}};
        const std::vector<Hold> all{{.line = "", .by = "ana", .reason = "outage", .since = {}}};

        QVERIFY(holds(one, "parser"));
        QVERIFY(!holds(one, "ledger"));
        QVERIFY(holds(all, "ledger"));
        QVERIFY(!holds({}, "ledger"));
    }
};

SIGNALBOX_TEST(TestPolicy)
#include "tst_policy.moc"
