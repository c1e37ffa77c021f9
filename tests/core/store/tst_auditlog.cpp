// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/approvalrepository.h"
#include "core/store/auditlog.h"
#include "core/store/holdrepository.h"
#include "core/store/wakeups.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

#include <QFile>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

QStringList actionsIn(Database& database)
{
    QStringList list;
    for (const record::AuditRecord& record : must(AuditRepository(database).list()))
        list << QString::fromStdString(record.entry.action);
    return list;
}

/// The store edited behind the program's back.
void edit(const std::string& path, const std::string& sql)
{
    auto connection = must(Connection::open(path, Connection::Access::ReadWrite));
    must(connection->run("DROP TRIGGER IF EXISTS audit_unchanged"));
    must(connection->run("DROP TRIGGER IF EXISTS audit_kept"));
    must(connection->run(sql));
}

} // namespace

class TestAuditLog : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    Database& database() { return **m_store; }
    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }
    record::AuditVerdict verdict(const std::optional<record::AuditHead>& head = std::nullopt)
    {
        return must(AuditRepository(database()).verify(head));
    }

    void hold(const std::string& line)
    {
        must(HoldRepository(database()).put({.line = line, .by = "ana", .reason = "freeze", .since = fromUnixMs(5)}));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<OpenStore>(path());
    }
    void cleanup() { m_store.reset(); }

    void aDecisionIsOnRecordWithWhoWhatAndWhy()
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        must(run.wait({.person = request(), .at = {}, .event = {}}));
        ApprovalRepository approvals(database());
        const gate::Approval open = must(approvals.listOpen()).front();
        const gate::Decision decision{.verdict = gate::Verdict::Reject,
                                      .by = "ben",
                                      .reason = "not ours",
                                      .evidenceHash = open.evidenceHash,
                                      .choice = {}};
        must(approvals.decide(open.id, decision, m_clock.now()));
        must(approvals.takeBack(open.id, m_clock.now(), "ben"));
        must(approvals.decide(open.id, decision, m_clock.now()));
        must(WakeUps(database()).effectDecisions(m_clock.now() + Milliseconds(10'000)));

        QCOMPARE(actionsIn(database()).join(u' '),
                 QStringLiteral("chain_begun approval_asked approval_decided approval_taken_back approval_decided "
                                "approval_closed"));
        const record::AuditEntry entry = must(AuditRepository(database()).list())[2].entry;
        QCOMPARE(entry.actor, std::string("ben"));
        QCOMPARE(entry.reason, std::string("not ours"));
        QCOMPARE(entry.line, std::string("parser"));
        QCOMPARE(entry.evidenceHash, open.evidenceHash);
        QVERIFY(verdict().ok);
    }

    void anActIsOnRecordAndALookIsNot()
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        graph::EffectRecord look{.key = "look", .safety = SafetyClass::Observe, .intent = Json::object()};
        must(run.journal().storeIntent(run.lease(), look, "a"));
        QCOMPARE(actionsIn(database()).size(), 1);

        graph::EffectRecord act{.key = "fix:1:rerun", .safety = SafetyClass::Retry, .intent = {{"action", "rerun"}}};
        must(run.journal().storeIntent(run.lease(), act, "a"));
        act.finished = true;
        act.result = {{"attempt", 2}};
        must(run.journal().storeResult(run.lease(), act, "a"));

        QCOMPARE(actionsIn(database()).join(u' '), QStringLiteral("chain_begun effect_intent effect_result"));
        const record::AuditEntry entry = must(AuditRepository(database()).list()).back().entry;
        QCOMPARE(entry.actor, std::string("agent:three-steps"));
        QCOMPARE(entry.subject, std::string("run 1 effect fix:1:rerun"));
        QVERIFY(QString::fromStdString(entry.data).contains(QStringLiteral("\"attempt\":2")));
    }

    void whatSomebodyDecidedElsewhereIsARecordOfItsOwn()
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        must(run.wait({.person = request("shop #7", {{"kind", "deployment"}}), .at = {}, .event = {}},
                      graph::RunPhase::Running));
        graph::EffectRecord act{.key = "decide:1", .safety = SafetyClass::Deploy, .intent = Json::object()};
        must(run.journal().storeIntent(run.lease(), act, "a"));
        act.finished = true;
        act.result = {{"approved", true},
                      {"elsewhere",
                       {{"by", "github:boss"},
                        {"reason", "go"},
                        {"data", {{"verdict", "approve"}, {"breaks", {"rejected_here"}}}}}}};
        must(run.journal().storeResult(run.lease(), act, "a"));

        QCOMPARE(actionsIn(database()).join(u' '),
                 QStringLiteral("chain_begun approval_asked effect_intent effect_result approval_decided"));
        const record::AuditEntry entry = must(AuditRepository(database()).list()).back().entry;
        QCOMPARE(entry.actor, std::string("github:boss"));
        QCOMPARE(entry.reason, std::string("go"));
        QCOMPARE(entry.evidenceHash, std::string("elsewhere"));
        QCOMPARE(entry.data, std::string(R"({"breaks":["rejected_here"],"verdict":"approve"})"));
        const auto told = must(
            must(database().reader())->number("SELECT count(*) FROM news WHERE message LIKE '%boss%policy_broken%'"));
        QCOMPARE(told, 1);
        QVERIFY(verdict().ok);
    }

    void whatWasRefusedLeavesNoRecord()
    {
        hold("parser");
        QVERIFY(!HoldRepository(database()).put({.line = "parser", .by = "ben", .reason = {}, .since = {}}));
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        graph::Lease old = run.lease();
        old.fence = 0;
        graph::EffectRecord act{.key = "fix", .safety = SafetyClass::Retry, .intent = Json::object()};
        QVERIFY(!run.journal().storeIntent(old, act, "a"));

        QCOMPARE(actionsIn(database()).join(u' '), QStringLiteral("chain_begun held"));
    }

    void aSecretNeverGetsIntoTheLog()
    {
        const std::string token = "ghp_" + std::string(36, 'a');
        must(HoldRepository(database())
                 .put({.line = "", .by = "ana", .reason = "leaked " + token + "\x1b[2J", .since = fromUnixMs(5)}));

        const std::string reason = must(AuditRepository(database()).list()).back().entry.reason;

        QVERIFY2(reason.find(token) == std::string::npos, reason.c_str());
        QVERIFY2(reason.find('\x1b') == std::string::npos, reason.c_str());
        QVERIFY(verdict().ok);
    }

    void theTableCannotBeChangedByChance()
    {
        hold("parser");
        auto connection = must(Connection::open(path(), Connection::Access::ReadWrite));

        QVERIFY(!connection->run("UPDATE audit SET reason = ''"));
        QVERIFY(!connection->run("DELETE FROM audit"));
    }

    void anEditOfTheFileIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("firstBad");

        for (const char* column :
             {"at", "actor", "action", "subject", "line", "reason", "evidence_hash", "data", "previous", "hash"})
            QTest::addRow("the field %s", column)
                << QStringLiteral("UPDATE audit SET %1 = %1 || '0' WHERE number = 3").arg(QLatin1String(column)) << 3;
        QTest::newRow("a text made a blob of the same bytes")
            << QStringLiteral("UPDATE audit SET reason = CAST(reason AS BLOB) WHERE number = 2") << 2;
        QTest::newRow("a byte that is no text")
            << QStringLiteral("UPDATE audit SET reason = CAST(X'FF' AS TEXT) WHERE number = 2") << 2;
        QTest::newRow("a record removed") << QStringLiteral("DELETE FROM audit WHERE number = 3") << 3;
        QTest::newRow("the first one removed") << QStringLiteral("DELETE FROM audit WHERE number = 1") << 1;
        QTest::newRow("a number changed") << QStringLiteral("UPDATE audit SET number = 9 WHERE number = 2") << 2;
        QTest::newRow("two records change places")
            << QStringLiteral("UPDATE audit SET number = CASE number WHEN 2 THEN -3 WHEN 3 THEN -2 ELSE number END;")
            << 1;
        QTest::newRow("one more in the middle") << QStringLiteral(
            "INSERT INTO audit SELECT 6, at, actor, action, subject, line, reason, evidence_hash, data,"
            " previous, hash FROM audit WHERE number = 3")
                                                << 6;
        QTest::newRow("the end cut off") << QStringLiteral("DELETE FROM audit WHERE number >= 4") << 4;
        QTest::newRow("all of it cut off") << QStringLiteral("DELETE FROM audit") << 1;
    }

    void anEditOfTheFileIsFound()
    {
        QFETCH(QString, sql);
        QFETCH(int, firstBad);
        for (const char* line : {"a", "b", "c", "d"})
            hold(line);
        const record::AuditHead head = must(AuditRepository(database()).head());
        QCOMPARE(head.count, 5);

        edit(path(), sql.toStdString());

        QVERIFY(!verdict(head).ok);
        QCOMPARE(verdict(head).firstBad, std::optional<std::int64_t>(firstBad));
    }

    void twoProcessesKeepOneChain()
    {
        OpenStore other(path()); // a writer and a connection of its own, as another program has
        const auto write = [](Database& database, const char* name) {
            for (int i = 0; i < 40; ++i)
                must(HoldRepository(database).put(
                    {.line = name + std::to_string(i), .by = name, .reason = {}, .since = fromUnixMs(i)}));
        };
        std::jthread beside([&] { write(*other, "ben"); });
        write(database(), "ana");
        beside.join();

        const record::AuditVerdict found = verdict(must(AuditRepository(database()).head()));
        QVERIFY(found.ok);
        QVERIFY(found.endProven);
        QCOMPARE(found.records, 81);
    }

    void theMigrationOfAnOldStoreBeginsTheChain()
    {
        const QString old = m_dir->filePath(QStringLiteral("old.sqlite"));
        QVERIFY(QFile::copy(QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/data/store_v1.sqlite"), old));
        QVERIFY(QFile::setPermissions(old, QFile::ReadOwner | QFile::WriteOwner));

        for (int opened = 0; opened < 2; ++opened) {
            OpenStore store(old.toStdString());
            QCOMPARE(actionsIn(*store).join(u' '), QStringLiteral("chain_begun"));
            QVERIFY(must(AuditRepository(*store).verify({})).ok);
        }
    }
};

SIGNALBOX_TEST(TestAuditLog)
#include "tst_auditlog.moc"
