// SPDX-License-Identifier: GPL-3.0-or-later
// The published schema and the reader say the same.
#include "core/base/json.h"
#include "core/line/linefile.h"
#include "core/line/linekeys.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

#include <set>

using namespace signalbox;

namespace {

Json schema()
{
    QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/schemas/signalbox.schema.json"));
    return file.open(QIODevice::ReadOnly) ? parseJson(file.readAll().toStdString()).operator*() : Json();
}

std::set<std::string> keysOf(const Json& object)
{
    std::set<std::string> keys;
    for (const auto& [key, value] : object.at("properties").items())
        keys.insert(key);
    return keys;
}

template <std::size_t N>
std::set<std::string> asSet(const std::array<std::string_view, N>& keys)
{
    return {keys.begin(), keys.end()};
}

bool accepts(const std::string& yaml)
{
    return std::holds_alternative<line::LineFile>(line::readLineFile(yaml));
}

std::string retries(const Json& value)
{
    return "policy: {retries_per_run: " + value.dump() + "}";
}
std::string timeout(const Json& value)
{
    return "jobs: {a: {script: [x], timeout_s: " + value.dump() + "}}";
}

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

private slots:
    void describesTheKeysThatTheReaderKnows();
    void allowsNoOtherKey();
    void namesTheSafetyClasses();
    void hasTheReadersLimits();
    void hasTheReadersDefaults();
};

void TestSchema::describesTheKeysThatTheReaderKnows()
{
    const Json root = schema();

    QVERIFY(keysOf(root) == asSet(line::kFileKeys));
    QVERIFY(keysOf(root["$defs"]["job"]) == asSet(line::kJobKeys));
    QVERIFY(keysOf(root["$defs"]["policy"]) == asSet(line::kPolicyKeys));
    QVERIFY(keysOf(root["$defs"]["freeze"]) == asSet(line::kFreezeKeys));
}

void TestSchema::allowsNoOtherKey()
{
    const Json root = schema();

    QVERIFY(root["additionalProperties"] == false);
    QVERIFY(root["$defs"]["job"]["additionalProperties"] == false);
    QVERIFY(root["$defs"]["policy"]["additionalProperties"] == false);
    QVERIFY(root["$defs"]["policy"]["properties"]["autonomy"]["additionalProperties"] == false);
}

void TestSchema::namesTheSafetyClasses()
{
    const auto classes = keysOf(schema()["$defs"]["policy"]["properties"]["autonomy"]);

    QCOMPARE(classes.size(), 7U);
    for (const std::string& name : classes) {
        QVERIFY2(safetyFromName(name), name.c_str());
        QVERIFY2(accepts("policy: {autonomy: {" + name + ": ask}}"), name.c_str());
    }
}

void TestSchema::hasTheReadersLimits()
{
    const Json root = schema();
    const Json& most = root["$defs"]["policy"]["properties"]["retries_per_run"]["maximum"];
    const Json& longest = root["$defs"]["job"]["properties"]["timeout_s"]["maximum"];

    const Json& money = root["$defs"]["policy"]["properties"]["money_per_month_usd"]["maximum"];
    const auto spending = [](int amount) { return "policy: {money_per_month_usd: " + std::to_string(amount) + "}"; };

    QVERIFY(accepts(spending(money.get<int>())) && !accepts(spending(money.get<int>() + 1)));
    QVERIFY(accepts(retries(most)) && !accepts(retries(most.get<int>() + 1)));
    QVERIFY(accepts(timeout(longest)) && !accepts(timeout(longest.get<int>() + 1)));
}

void TestSchema::hasTheReadersDefaults()
{
    const Json root = schema();
    const Json& policy = root["$defs"]["policy"]["properties"];
    const PolicyRules rules;

    QVERIFY(policy["retries_per_run"]["default"] == rules.retriesPerRun);
    QVERIFY(policy["automatic_actions_per_hour"]["default"] == rules.automaticActionsPerHour);
    QVERIFY(policy["money_per_month_usd"]["default"] == rules.moneyPerMonthUsd);
    QVERIFY(policy["min_confidence"]["default"] == rules.minConfidence);
    QVERIFY(policy["approval_deadline_s"]["default"] == toSeconds(rules.approvalDeadline));
    QVERIFY(root["$defs"]["job"]["properties"]["timeout_s"]["default"] == toSeconds(line::JobSpec().timeLimit));
}

SIGNALBOX_TEST(TestSchema)
#include "tst_schema.moc"
