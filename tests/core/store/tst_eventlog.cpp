// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventlog.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <nlohmann/json.hpp>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

class TestEventLog : public QObject {
    Q_OBJECT

private:
    const std::shared_ptr<const graph::Graph> m_graph = threeSteps();
    QTemporaryDir m_dir;
    std::unique_ptr<OpenStore> m_store;
    SetClock m_clock;

    Database& database() { return **m_store; }
    std::int64_t count(const char* sql) { return must(must(database().reader())->number(sql)); }

    void tell(RunByHand& run, int count)
    {
        graph::StepRecord record = run.next(graph::RunPhase::Running);
        for (int i = 0; i < count; ++i)
            record.events.push_back({"edge_taken", "a \"b\"", m_clock.now(), {{"i", i}}});
        must(run.journal().commit(run.lease(), std::move(record)));
    }

    QString told(RunId run, std::int64_t after, int limit)
    {
        QStringList list;
        for (const StoredEvent& event : must(RunRepository(database()).events(run, after, limit)))
            list << QStringLiteral("%1:%2").arg(event.seq).arg(fieldOr<std::int64_t>(event.data, "i", -1));
        return list.join(u' ');
    }

private slots:
    void init() { m_store = std::make_unique<OpenStore>(m_dir.filePath(QStringLiteral("store.sqlite")).toStdString()); }
    void cleanup() { m_store.reset(); }

    void whatOneSuperstepTellsStandsInOneRow()
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        const auto before = count("SELECT COUNT(*) FROM event");

        tell(run, 3);

        QCOMPARE(count("SELECT COUNT(*) FROM event"), before + 1);
        const auto events = must(RunRepository(database()).events(run.id(), 1));
        QCOMPARE(events.size(), std::size_t(3));
        QCOMPARE(events.front().type, std::string("edge_taken"));
        QCOMPARE(events.front().node, std::string("a \"b\""));
        QVERIFY(events.front().at == m_clock.now());
        QCOMPARE(events.front().checkpoint, 0); // it came about before the checkpoint that it made
    }

    void aPageBeginsAndEndsAnywhere()
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        tell(run, 3); // 2 to 4, after run_started
        tell(run, 1);
        tell(run, 150);

        QCOMPARE(told(run.id(), 0, 3), QStringLiteral("1:-1 2:0 3:1"));
        QCOMPARE(told(run.id(), 3, 3), QStringLiteral("4:2 5:0 6:0"));
        QCOMPARE(told(run.id(), 153, 100), QStringLiteral("154:148 155:149"));
        QCOMPARE(told(run.id(), 155, 100), QString());
        QCOMPARE(must(RunRepository(database()).events(run.id())).size(), std::size_t(155));
    }

    void anEventAloneStandsAsItDidInOlderStores()
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        tell(run, 1);

        QCOMPARE(count("SELECT COUNT(*) FROM event WHERE seq = 2 AND type = 'edge_taken' AND data = '{\"i\":0}'"), 1);
    }

    void aRowThatCannotBeReadIsNamed()
    {
        const RunByHand run(database(), *m_graph, m_clock);
        must(database().writer().write([](Connection& connection, Changes&) -> Result<void> {
            must(connection.execute("UPDATE event SET type = '', data = '[[1,2]]'"));
            return {};
        }));

        const auto events = RunRepository(database()).events(run.id());

        QVERIFY(!events);
        QVERIFY2(why(events.error()).contains(QStringLiteral("an event of run ")), events.error().detail.c_str());
    }
};

SIGNALBOX_TEST(TestEventLog)
#include "tst_eventlog.moc"
