// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhost.h"
#include "tests/ui/cannedruns.h"
#include "ui/models/approvallistmodel.h"
#include "ui/models/filteredruns.h"
#include "ui/models/runtablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using host::RunState;
using test::anApproval;
using test::aRun;
using test::noon;
using ui::ApprovalListModel;
using ui::RunTableModel;

class TestRunModels : public QObject {
    Q_OBJECT

private:
    static QStringList printed(const QAbstractItemModel& model, const QList<int>& columns)
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (const int column : columns)
                cells << model.index(row, column).data().toString();
            rows << cells.join(u" | "_s);
        }
        return rows;
    }

    static QStringList lines(const QAbstractItemModel& model)
    {
        return printed(model, {RunTableModel::Run, RunTableModel::Line, RunTableModel::State});
    }

private slots:
    void deltasInsertChangeAndRemoveRowsWithoutAReset()
    {
        const test::StoppedClock clock(noon());
        RunTableModel model(clock);
        const QAbstractItemModelTester tester(&model);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

        model.load({aRun(3, "search", RunState::Running), aRun(1, "parser", RunState::Waiting)});
        model.apply({{RunId{2}, aRun(2, "docs", RunState::Succeeded, "green")},
                     {RunId{1}, std::nullopt},
                     {RunId{3}, aRun(3, "search", RunState::Succeeded, "healed")}});

        QCOMPARE(lines(model), (QStringList{u"#2 | docs | Succeeded"_s, u"#3 | search | Healed"_s}));
        QCOMPARE(resets.count(), 0);
    }

    void aRehearsalDoesNotPassForARunOfTheLine()
    {
        const test::StoppedClock clock(noon());
        RunTableModel model(clock);
        auto rehearsed = aRun(2, "search", RunState::Succeeded, "healed");
        rehearsed.rehearsal = true;

        model.load({rehearsed});

        QCOMPARE(printed(model, {RunTableModel::State}), QStringList{u"Rehearsal: healed"_s}); // at any width
        const QString spoken = model.index(0, RunTableModel::State).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(u"rehearsal: healed"_s), qPrintable(spoken));
    }

    void aRehearsalIsShownButNotCounted()
    {
        const test::StoppedClock clock(noon());
        RunTableModel model(clock);
        std::vector<host::RunSummary> runs{aRun(1, "search", RunState::Succeeded, "healed")};
        for (const auto state : {RunState::Queued, RunState::Running, RunState::Waiting, RunState::Failed}) {
            runs.push_back(aRun(static_cast<std::int64_t>(runs.size()) + 1, "search", state));
            runs.back().rehearsal = true;
        }

        model.load(runs);

        QCOMPARE(model.rowCount(), 5);
        const auto sentence = ui::runsSentence(model.counts());
        QCOMPARE(sentence.answer + u' ' + sentence.rest, u"No runs in progress. 1 healed."_s);
        QCOMPARE(model.openRuns(u"search"_s), 0);
    }

    void aWindowThatStaysOpenForgetsTheOldestThatAreOver()
    {
        const test::StoppedClock clock(noon());
        RunTableModel model(clock);
        const auto most = static_cast<std::int64_t>(RunTableModel::kMostRuns);
        std::vector<host::RunDelta> deltas{{RunId{1}, aRun(1, "search", RunState::Waiting)}};
        for (std::int64_t id = 2; id <= most + 3; ++id)
            deltas.push_back({RunId{id}, aRun(id, id == 2 ? "docs" : "search", RunState::Succeeded)});

        model.apply(deltas);

        QCOMPARE(model.rowCount(), static_cast<int>(most));
        QVERIFY(model.find(RunId{1})); // somebody is to decide
        QVERIFY(model.find(RunId{2})); // how its line stands
        QVERIFY(!model.find(RunId{5}));
        QVERIFY(model.find(RunId{6}));
    }

    void aRunWithoutAPipelineShowsItsOwnNumber()
    {
        const test::StoppedClock clock(noon());
        RunTableModel model(clock);
        auto npm = aRun(5, "webshop", RunState::Succeeded, "healed");
        npm.number.clear();
        npm.branch.clear();
        npm.trigger = "person";

        model.load({npm});

        QCOMPARE(printed(model, {RunTableModel::Run, RunTableModel::Branch, RunTableModel::Trigger}),
                 QStringList{u"run 5 | \u2014 | person"_s});
    }

    void loadingAgainRemovesWhatIsGone()
    {
        const test::StoppedClock clock(noon());
        RunTableModel model(clock);
        const QAbstractItemModelTester tester(&model);
        model.load({aRun(1, "a", RunState::Running), aRun(2, "b", RunState::Running)});

        model.load({aRun(2, "b", RunState::Running)});

        QCOMPARE(lines(model), (QStringList{u"#2 | b | Running"_s}));
    }

    void medianNeedsThreeFinishedRunsOfTheLine()
    {
        const test::StoppedClock clock(noon());
        RunTableModel model(clock);
        const auto finished = [](std::int64_t id, int minutes) {
            auto run = aRun(id, "search", RunState::Succeeded, "green");
            run.finishedAt = run.startedAt + std::chrono::minutes(minutes);
            return run;
        };
        model.load({finished(1, 1), finished(2, 9), aRun(7, "docs", RunState::Succeeded)});
        const bool withTwo = model.index(0, 0).data(RunTableModel::MedianMs).isValid();

        model.apply({{RunId{3}, finished(3, 2)}});

        QVERIFY(!withTwo);
        QCOMPARE(model.index(0, 0).data(RunTableModel::MedianMs).toLongLong(), 120'000);
        QVERIFY(!model.index(3, 0).data(RunTableModel::MedianMs).isValid());
    }

    void durationOfAnOpenRunGrowsWithTheClock()
    {
        test::StoppedClock clock(noon());
        RunTableModel model(clock);
        model.load({aRun(1, "search", RunState::Running)});
        const QModelIndex duration = model.index(0, RunTableModel::Duration);
        const QString before = duration.data().toString();

        clock.time += std::chrono::seconds(65);

        QCOMPARE(before, u"10:00"_s);
        QCOMPARE(duration.data().toString(), u"11:05"_s);
    }

    void sentenceCountsWhatIsThere()
    {
        const test::StoppedClock clock(noon());
        RunTableModel model(clock);
        auto retrying = aRun(1, "search", RunState::Sleeping);
        retrying.attempts = 2;
        model.load({retrying, aRun(2, "a", RunState::Running), aRun(3, "b", RunState::Waiting),
                    aRun(4, "c", RunState::Succeeded, "healed"), aRun(5, "d", RunState::Succeeded, "escalated")});

        const auto sentence = ui::runsSentence(model.counts());

        QCOMPARE(sentence.answer, u"2 runs in progress, 1 healing."_s);
        QCOMPARE(sentence.rest, u"1 held for you. 1 failed. 1 healed."_s);
    }

    void filteredRunsAreNewestFirstAndFollowChanges()
    {
        const test::StoppedClock clock(noon());
        RunTableModel model(clock);
        ui::FilteredRuns filtered(model, clock);
        const QAbstractItemModelTester tester(&filtered);
        model.load({aRun(1, "a", RunState::Running), aRun(2, "b", RunState::Failed), aRun(3, "c", RunState::Failed)});

        filtered.setFilterLine(u"state:failed"_s);
        const QStringList first = lines(filtered);
        model.apply({{RunId{1}, aRun(1, "a", RunState::Failed)}, {RunId{3}, aRun(3, "c", RunState::Succeeded)}});

        QCOMPARE(first, (QStringList{u"#3 | c | Failed"_s, u"#2 | b | Failed"_s}));
        QCOMPARE(lines(filtered), (QStringList{u"#2 | b | Failed"_s, u"#1 | a | Failed"_s}));
    }

    void filterMatches_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("matches");

        QTest::newRow("an empty filter takes everything") << "" << true;
        QTest::newRow("a state by its word") << "state:failed" << true;
        QTest::newRow("an escalated run by that name too") << "state:escalated" << true;
        QTest::newRow("another state does not") << "state:healed" << false;
        QTest::newRow("states separated by a comma are alternatives") << "state:healed,failed" << true;
        QTest::newRow("one key twice means alternatives") << "state:healed state:failed" << true;
        QTest::newRow("different keys must all match") << "state:failed line:docs" << false;
        QTest::newRow("a part of the line is enough") << "line:sear" << true;
        QTest::newRow("capitals do not matter") << "LINE:Search" << true;
        QTest::newRow("an agent by its shown name") << "agent:heal" << true;
        QTest::newRow("a free word is found in the branch") << "main" << true;
        QTest::newRow("every free word must be found") << "main nowhere" << false;
        QTest::newRow("started within the time") << "since:15min" << true;
        QTest::newRow("ended before the time") << "since:5min" << false;
        QTest::newRow("a time of day") << "since:11:45" << true;
        QTest::newRow("marks hold a value together") << "line:\"search line\"" << false;
        QTest::newRow("the last mark may be missing") << "line:\"search" << true;
        QTest::newRow("a key without a value yet takes everything") << "state:" << true;
    }

    void filterMatches()
    {
        QFETCH(QString, line);
        QFETCH(bool, matches);
        const auto run = aRun(9, "search", RunState::Succeeded, "escalated");

        QCOMPARE(ui::matches(ui::parseRunFilter(line, noon()), run), matches);
    }

    void filterNamesWhatItDoesNotUnderstand()
    {
        const auto filter = ui::parseRunFilter(u"colour:red since:noon line:a"_s, noon());

        QCOMPARE(filter.notUnderstood, (QStringList{u"colour:red"_s, u"since:noon"_s}));
    }

    void chipsReplaceOnlyTheirOwnTerm()
    {
        QCOMPARE(ui::withTerm(u"line:a state:failed"_s, u"state"_s, u"held"_s), u"line:a state:held"_s);
        QCOMPARE(ui::withTerm(u"state:failed line:a"_s, u"state"_s, QString()), u"line:a"_s);
    }

    void approvalsMoveWithoutAReset()
    {
        const test::StoppedClock clock(noon());
        ApprovalListModel model(clock);
        const QAbstractItemModelTester tester(&model);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy open(&model, &ApprovalListModel::openCountChanged);
        model.load({anApproval(1, RunId{1}), anApproval(2, RunId{2}), anApproval(3, RunId{3})});

        auto rejected = anApproval(1, RunId{1}, gate::ApprovalState::Rejected);
        rejected.decisions.push_back({.decision = {.verdict = gate::Verdict::Reject,
                                                   .by = "operator",
                                                   .reason = "not now",
                                                   .evidenceHash = {},
                                                   .choice = {}},
                                      .at = noon(),
                                      .effectiveAt = noon()});
        model.load({anApproval(3, RunId{3}), anApproval(4, RunId{4}), rejected});

        QCOMPARE(printed(model, {0}), (QStringList{u"parser #3"_s, u"parser #4"_s, u"parser #1"_s}));
        QCOMPARE(model.index(2).data(ApprovalListModel::DetailOfRow).toString(), u"Rejected by operator"_s);
        QCOMPARE(model.index(0).data(ApprovalListModel::TimeOfRow).toString(), u"18:00"_s);
        QCOMPARE(model.openCount(), 2);
        QCOMPARE(open.count(), 2);
        QCOMPARE(resets.count(), 0);

        auto rehearsed = anApproval(5, RunId{5});
        rehearsed.request.rehearsal = true;
        model.load({anApproval(3, RunId{3}), rehearsed});
        QCOMPARE(model.openCount(), 1); // as Needs you counts
    }
};

SIGNALBOX_TEST(TestRunModels)

} // namespace signalbox

#include "tst_runmodels.moc"
