// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/runrepository.h"
#include "core/store/runtally.h"
#include "core/store/samplehistory.h"
#include "tests/core/store/storefixture.h"
#include "tests/signalboxtest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace signalbox::store;
using namespace signalbox::test;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

QString printed(const std::vector<DayFigures>& days)
{
    QStringList rows;
    for (const DayFigures& day : days)
        rows.append(QStringLiteral("%1: %2 runs, %3 failed, %4 healed, %5 attempts, %6 ms, longest %7 ms")
                        .arg(day.day)
                        .arg(day.runs)
                        .arg(day.failed)
                        .arg(day.healed)
                        .arg(day.attempts)
                        .arg(day.duration.count())
                        .arg(day.longest.count()));
    return rows.join(u'\n');
}

} // namespace

class TestRunTally : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    SetClock m_clock;
    std::shared_ptr<const graph::Graph> m_graph = threeSteps();

    std::string path() const { return m_dir->filePath(QStringLiteral("store.sqlite")).toStdString(); }

    /// A run of the line that takes `took` and ends so.
    RunId finished(Database& database, const std::string& line, std::int64_t from, Milliseconds took,
                   graph::RunPhase phase, const Json& facts)
    {
        m_clock.set(fromUnixMs(from));
        RunByHand run(database, *m_graph, m_clock, line);
        run.claim();
        m_clock.set(fromUnixMs(from) + took);
        graph::StepRecord record = run.next(phase);
        record.facts = facts;
        must(run.journal().commit(run.lease(), std::move(record)));
        return run.id();
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aRunCountsOnTheDayItFinished()
    {
        OpenStore store(path());
        finished(*store, "parser", 10 * kDayMs, Milliseconds(2000), graph::RunPhase::Succeeded,
                 {{"outcome", "healed"}, {"attempt", 2}});
        finished(*store, "parser", 11 * kDayMs - 1000, Milliseconds(5000), graph::RunPhase::Failed, {{"attempt", 1}});
        finished(*store, "search", 11 * kDayMs, Milliseconds(1000), graph::RunPhase::Succeeded, {});

        RunTally tally(*store);

        QCOMPARE(printed(must(tally.days("parser", {}, 0))),
                 QStringLiteral("10: 1 runs, 0 failed, 1 healed, 2 attempts, 2000 ms, longest 2000 ms\n"
                                "11: 1 runs, 1 failed, 0 healed, 1 attempts, 5000 ms, longest 5000 ms"));
        QCOMPARE(printed(must(tally.days({}, {}, 11))),
                 QStringLiteral("11: 2 runs, 1 failed, 0 healed, 2 attempts, 6000 ms, longest 5000 ms"));
        QCOMPARE(printed(must(tally.days({}, "three-steps", 11))), printed(must(tally.days({}, {}, 11))));
        QVERIFY(must(tally.days("nowhere", {}, 0)).empty());
    }

    void aRunThatIsResumedIsTakenBackAndCountsAgain()
    {
        OpenStore store(path());
        const RunId run
            = finished(*store, "parser", 10 * kDayMs, Milliseconds(2000), graph::RunPhase::Failed, {{"attempt", 1}});

        must(RunRepository(*store).resume(run, {"ana", m_clock.now()}));

        const auto days = must(RunTally(*store).days("parser", {}, 0));
        QCOMPARE(days.size(), std::size_t(1));
        QCOMPARE(days.front().runs, 0);
        QCOMPARE(days.front().failed, 0);
        QCOMPARE(days.front().duration.count(), 0);
    }

    void runsOfAnOlderStoreAreCountedToo()
    {
        const QString older = m_dir->filePath(QStringLiteral("v1.sqlite"));
        QVERIFY(QFile::copy(QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/data/store_v1.sqlite"), older));
        QVERIFY(QFile::setPermissions(older, QFile::ReadOwner | QFile::WriteOwner));
        OpenStore store(older.toStdString());

        const auto all = must(RunTally(*store).days({}, {}, 0));

        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all.front().runs, 1);
        QCOMPARE(all.front().failed, 0);
        QVERIFY(all.front().attempts >= 1);
    }

    void readsAreAnsweredByAnIndexAlone_data()
    {
        QTest::addColumn<QString>("statement");
        for (const auto statements : {RunTally::readStatements(), RunRepository::readStatements()}) {
            for (const std::string_view sql : statements)
                QTest::addRow("%.40s", sql.data() + sql.find(" FROM"))
                    << QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size()));
        }
    }

    void readsAreAnsweredByAnIndexAlone()
    {
        QFETCH(QString, statement);
        OpenStore store(path());
        const std::string sql = "EXPLAIN QUERY PLAN " + statement.toStdString();

        const auto plan
            = must(collect<std::string>(must(store->reader())->query(sql, 1, 1, 1, 1, 1),
                                        [](const Cursor& row) -> Result<std::string> { return row.text(3); }));

        QVERIFY(!plan.empty());
        for (const std::string& step : plan) {
            const bool scans = step.starts_with("SCAN ") && !step.starts_with("SCAN (subquery"); // what a step gives
            QVERIFY2(!scans && step.find("TEMP B-TREE") == std::string::npos, step.c_str());
        }
    }

    void endedRunsOfALineAreReadFromTheirIndexAlone()
    {
        OpenStore store(path());
        int lists = 0;
        for (const std::string_view read : RunRepository::readStatements()) {
            if (read.find("IS NOT NULL AND line = ?2") == std::string_view::npos)
                continue;
            ++lists;
            const std::string sql = "EXPLAIN QUERY PLAN " + std::string(read);
            const auto plan
                = must(collect<std::string>(must(store->reader())->query(sql, 1, 1, 1, 1, 1),
                                            [](const Cursor& row) -> Result<std::string> { return row.text(3); }));
            QVERIFY(std::ranges::any_of(
                plan, [](const std::string& step) { return step.find("COVERING INDEX run_over") != step.npos; }));
        }
        QCOMPARE(lists, 1);
    }

    void theSampleHistoryIsTheSameEachTime()
    {
        QStringList printedDays;
        for (const char* name : {"a.sqlite", "b.sqlite"}) {
            OpenStore store(m_dir->filePath(QString::fromLatin1(name)).toStdString());
            must(fillWithHistory(*store, {.runs = 700, .eventsARun = 3, .lines = 5}));
            RunRepository runs(*store);
            QCOMPARE(must(runs.events(RunId{700})).size(), std::size_t(3));
            QCOMPARE(must(runs.find(RunId{1})).phase, graph::RunPhase::Succeeded);
            printedDays.append(printed(must(RunTally(*store).days("line-003", {}, 0))));
        }

        QVERIFY(!printedDays[0].isEmpty());
        QCOMPARE(printedDays[0], printedDays[1]);
    }

    void theFiguresOfDaysAreThoseOfTheRuns()
    {
        OpenStore store(path());
        must(fillWithHistory(*store, {.runs = 900, .eventsARun = 1, .lines = 4}));
        RunFilter filter;
        filter.line = "line-002";
        filter.limit = 1000;
        std::int64_t runs = 0;
        std::int64_t failed = 0;
        Milliseconds duration{0};
        for (const RunHead& run : must(RunRepository(*store).list(filter))) {
            ++runs;
            failed += run.phase == graph::RunPhase::Failed ? 1 : 0;
            duration += *run.finishedAt - *run.startedAt;
        }

        DayFigures sum;
        for (const DayFigures& day : must(RunTally(*store).days("line-002", {}, 0))) {
            sum.runs += day.runs;
            sum.failed += day.failed;
            sum.duration += day.duration;
        }

        QVERIFY(runs > 100 && failed > 0);
        QCOMPARE(sum.runs, runs);
        QCOMPARE(sum.failed, failed);
        QCOMPARE(sum.duration.count(), duration.count());
    }
};

SIGNALBOX_TEST(TestRunTally)
#include "tst_runtally.moc"
