// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/eventlog.h"
#include "core/store/retention.h"
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

    /// Thirty supersteps of three events, with an event between them that no checkpoint tells of.
    RunByHand longStory()
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        for (int i = 0; i < 30; ++i) {
            tell(run, 3);
            graph::EffectRecord effect{.key = "look" + std::to_string(i), .intent = {}, .result = {}};
            effect.safety = SafetyClass::Observe;
            must(run.journal().storeIntent(run.lease(), effect, "a"));
        }
        return run;
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

    void whatASuperstepTellsStandsInTheRowOfItsCheckpoint()
    {
        RunByHand run(database(), *m_graph, m_clock);
        run.claim();
        const auto before = count("SELECT COUNT(*) FROM event");

        tell(run, 3);

        QCOMPARE(count("SELECT COUNT(*) FROM event"), before);
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

    void whereverAnEventStandsItIsReadInItsPlace()
    {
        RunByHand run = longStory();
        const QStringList all = told(run.id(), 0, 1000).split(u' ');
        QCOMPARE(all.size(), 1 + 30 * (3 + 1));
        for (int i = 0; i < all.size(); ++i)
            QVERIFY2(all[i].startsWith(QStringLiteral("%1:").arg(i + 1)), qPrintable(all[i]));

        for (int after = 0; after <= all.size(); ++after)
            for (const int limit : {1, 2, 7, 1000})
                QCOMPARE(told(run.id(), after, limit), all.mid(after, limit).join(u' '));
        QVERIFY(must(RunRepository(database()).events(RunId{4711})).empty());
    }

    void aRunThatAnOlderVersionBeganGoesOn()
    {
        RunByHand run = longStory();
        must(database().writer().write([&](Connection& connection, Changes&) -> Result<void> { // as it was stored then
            must(connection.execute("INSERT INTO event SELECT run, seq, at, '', '', number, events FROM checkpoint"
                                    " WHERE events IS NOT NULL"));
            must(connection.execute("UPDATE checkpoint SET seq = NULL, events = NULL"));
            return {};
        }));
        const QStringList old = told(run.id(), 0, 1000).split(u' ');
        tell(run, 2);
        tell(run, 2);

        const QStringList all = told(run.id(), 0, 1000).split(u' ');

        QCOMPARE(all.mid(0, old.size()), old);
        QCOMPARE(all.mid(old.size()).join(u' '), QStringLiteral("122:0 123:1 124:0 125:1"));
        for (int after = 0; after <= all.size(); ++after)
            QCOMPARE(told(run.id(), after, 3), all.mid(after, 3).join(u' '));
    }

    void eventsOutliveTheirCheckpoint()
    {
        RunByHand run = longStory();
        must(run.step({{"count", 1}}, graph::RunPhase::Succeeded));
        const QString all = told(run.id(), 0, 1000);
        const UtcTime later = m_clock.now() + Milliseconds(1);

        QCOMPARE(must(Retention(database()).pruneSome({.endedBefore = later, .now = later})).checkpoints, 30);

        QCOMPARE(told(run.id(), 0, 1000), all);
        QCOMPARE(told(run.id(), 60, 5), all.split(u' ').mid(60, 5).join(u' '));
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
