// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gate/policychange.h"
#include "tests/signalboxtest.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::gate;

namespace {

const UtcTime kNow = fromUnixMs(1'800'000'000'000);

FreezeWindow freeze(int fromHour, int untilHour)
{
    return {kNow + std::chrono::hours(fromHour), kNow + std::chrono::hours(untilHour), "holidays"};
}

PolicyRules strict()
{
    PolicyRules rules;
    rules.autonomy = {{SafetyClass::Retry, Autonomy::Ask}, {SafetyClass::Workspace, Autonomy::Never}};
    rules.alwaysAsk = {"production", "staging"};
    rules.freezes = {freeze(1, 5), freeze(-9, -3)};
    return rules;
}

QString looser(const PolicyRules& from, const PolicyRules& to)
{
    QStringList list;
    for (const std::string& each : loosenings(from, to, kNow))
        list << QString::fromStdString(each);
    return list.join(QStringLiteral("; "));
}

} // namespace

class TestPolicyChange : public QObject {
    Q_OBJECT

private slots:
    void whatIsLooser_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("told");

        QTest::newRow("more retries") << "retries"
                                      << "retries_per_run: 3 to 4";
        QTest::newRow("more actions an hour") << "actions"
                                              << "automatic_actions_per_hour: 20 to 21";
        QTest::newRow("more money") << "money"
                                    << "money_per_month_usd: 500.0 to 500.5";
        QTest::newRow("acting on less confidence") << "confidence"
                                                   << "min_confidence: 0.5 to 0.4";
        QTest::newRow("a class from ask to automatic") << "ask"
                                                       << "autonomy.retry: ask to automatic";
        QTest::newRow("a class from never to ask") << "never"
                                                   << "autonomy.workspace: never to ask";
        QTest::newRow("a class that falls back to its default") << "default"
                                                                << "autonomy.retry: ask to automatic";
        QTest::newRow("a class against its default") << "deploy"
                                                     << "autonomy.deploy: ask to automatic";
        QTest::newRow("an environment no longer asks") << "environment"
                                                       << "always_ask: without staging";
        QTest::newRow("a freeze removed") << "freeze"
                                          << "freezes: not from 2027-01-15T09:00:00.000Z until "
                                             "2027-01-15T13:00:00.000Z";
        QTest::newRow("a freeze made shorter") << "shorter"
                                               << "freezes: not from 2027-01-15T09:00:00.000Z until "
                                                  "2027-01-15T13:00:00.000Z";
    }

    void whatIsLooser()
    {
        QFETCH(QString, change);
        QFETCH(QString, told);
        PolicyRules to = strict();
        if (change == QLatin1String("retries"))
            to.retriesPerRun = 4;
        else if (change == QLatin1String("actions"))
            to.automaticActionsPerHour = 21;
        else if (change == QLatin1String("money"))
            to.moneyPerMonthUsd = 500.5;
        else if (change == QLatin1String("confidence"))
            to.minConfidence = 0.4;
        else if (change == QLatin1String("ask"))
            to.autonomy[SafetyClass::Retry] = Autonomy::Automatic;
        else if (change == QLatin1String("never"))
            to.autonomy[SafetyClass::Workspace] = Autonomy::Ask;
        else if (change == QLatin1String("default"))
            to.autonomy.erase(SafetyClass::Retry);
        else if (change == QLatin1String("deploy"))
            to.autonomy[SafetyClass::Deploy] = Autonomy::Automatic;
        else if (change == QLatin1String("environment"))
            to.alwaysAsk = {"production"};
        else if (change == QLatin1String("freeze"))
            to.freezes.clear();
        else
            to.freezes = {freeze(1, 4)};

        QCOMPARE(looser(strict(), to), told);
        QCOMPARE(looser(to, strict()), QString()); // the way back is not
    }

    void whatIsStricterOrOnlyDifferentHoldsNothingUp()
    {
        PolicyRules to = strict();
        to.retriesPerRun = 0;
        to.autonomy[SafetyClass::Retry] = Autonomy::Never;
        to.alwaysAsk = {"staging", "test", "production"};
        to.freezes = {freeze(0, 6)};
        to.approvalDeadline = Milliseconds(1);

        QCOMPARE(looser(strict(), to), QString());
        QCOMPARE(looser(strict(), strict()), QString());
    }

    void aPolicyIsReadBackAsItWasKept()
    {
        PolicyRules rules = strict();
        rules.moneyPerMonthUsd = 12.25;
        rules.approvalDeadline = Milliseconds(90'500);

        QVERIFY(policyFromJson(toJson(rules)).operator*() == rules);
        QVERIFY(!policyFromJson(Json::array()));
        QVERIFY(!policyFromJson({{"autonomy", {{"retry", "perhaps"}}}}));
    }
};

SIGNALBOX_TEST(TestPolicyChange)
#include "tst_policychange.moc"
