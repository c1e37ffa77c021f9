// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/auditlog.h"
#include "core/store/policyrepository.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

AcceptedPolicy policy(std::string rules, std::string by = "signalbox")
{
    return {.line = "parser", .rules = std::move(rules), .acceptedBy = std::move(by), .acceptedAt = fromUnixMs(5)};
}

AutomaticAction action(std::int64_t run, std::int64_t at, std::string line = "parser")
{
    return {.line = std::move(line), .run = {run}, .key = "fix:1", .at = fromUnixMs(at)};
}

} // namespace

class TestPolicyRepository : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    Database& database() { return **m_store; }
    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(path());
    }
    void cleanup() { m_store.reset(); }

    void aPolicyTakesThePlaceOfTheOneItWasComparedWith()
    {
        PolicyRepository policies(database());
        QVERIFY(!must(policies.accepted("parser")));
        must(policies.accept(policy("{}"), std::nullopt, "the first one"));

        QCOMPARE(policies.accept(policy("[1]"), "{\"old\":1}", "why").error().code, ErrorCode::Conflict);
        must(policies.accept(policy("[1]", "ana"), "{}", "agreed"));
        must(policies.accept(policy("[1]", "ben"), "{}", "again")); // in force already

        QCOMPARE(must(policies.accepted("parser"))->acceptedBy, std::string("ana"));
        const auto records = must(AuditRepository(database()).list());
        QCOMPARE(records.size(), std::size_t(3)); // where the chain begins, and two policies
        QCOMPARE(records.back().entry.reason, std::string("agreed"));
    }

    void anHourHasItsLimitForEachLine()
    {
        constexpr std::int64_t kHour = 3'600'000;
        PolicyRepository policies(database());
        QVERIFY(must(policies.takeAction(action(1, kHour), 2)));
        QVERIFY(must(policies.takeAction(action(2, kHour + 1), 2)));
        QVERIFY(!must(policies.takeAction(action(3, kHour + 2), 2)));
        QVERIFY(must(policies.takeAction(action(1, kHour + 3), 2))); // the step runs again after a crash
        QVERIFY(must(policies.takeAction(action(4, kHour + 3, "search"), 2)));
        QVERIFY(!must(policies.takeAction(action(5, 1, "ledger"), 0)));

        QVERIFY(must(policies.takeAction(action(3, 2 * kHour), 2))); // an hour after the first

        QCOMPARE(must(policies.actionsSince("parser", fromUnixMs(kHour))), 2);
    }

    void ofTwoProcessesOneTakesTheLastAction()
    {
        OpenStore other(path());
        std::atomic<int> taken{0};
        const auto take = [&](Database& database, std::int64_t first) {
            for (std::int64_t run = first; run < first + 20; ++run)
                taken += must(PolicyRepository(database).takeAction(action(run, 1'000), 7)) ? 1 : 0;
        };
        std::jthread beside([&] { take(*other, 100); });
        take(database(), 200);
        beside.join();

        QCOMPARE(taken.load(), 7);
    }

    void theCountSurvivesARestart()
    {
        QVERIFY(must(PolicyRepository(database()).takeAction(action(1, 1'000), 1)));
        m_store.reset();
        m_store = std::make_unique<OpenStore>(path());

        QVERIFY(!must(PolicyRepository(database()).takeAction(action(2, 1'001), 1)));
    }
};

SIGNALBOX_TEST(TestPolicyRepository)
#include "tst_policyrepository.moc"
