// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedruns.h"
#include "ui/models/activity.h"
#include "ui/models/linetracks.h"
#include "ui/models/needs.h"
#include "ui/models/timewords.h"

#include <QTest>

namespace signalbox {

using namespace Qt::StringLiterals;
using host::RunState;
using test::anApproval;
using test::aRun;
using ui::Stage;
using ui::StatusRole;

class TestLineTracks : public QObject {
    Q_OBJECT

private:
    static QString said(const QList<ui::SentencePart>& parts)
    {
        QStringList words;
        for (const auto& part : parts)
            words << part.words;
        return words.join(u' ');
    }

private slots:
    void whatNeedsAPersonStandsFirst()
    {
        auto held = aRun(3, "parser", RunState::Waiting);
        held.job = "unit-tests";
        held.approval = ApprovalId{9};
        const auto tracks = ui::lineTracks(
            {aRun(1, "catalog", RunState::Succeeded, "green"), aRun(2, "archive", RunState::Succeeded, "green"), held});

        QCOMPARE(tracks.size(), std::size_t{3});
        QCOMPARE(tracks[0].line, u"parser"_s);
        QCOMPARE(tracks[0].role, StatusRole::HeldForYou);
        QCOMPARE(tracks[0].at, Stage::Test);
        QCOMPARE(tracks[0].approval, std::optional(ApprovalId{9}));
        QCOMPARE(tracks[1].line, u"archive"_s);
    }

    void anOlderRunThatWaitsIsNotHiddenByANewerOne()
    {
        const auto tracks
            = ui::lineTracks({aRun(1, "parser", RunState::Waiting), aRun(2, "parser", RunState::Succeeded, "green")});

        QCOMPARE(tracks.size(), std::size_t{1});
        QCOMPARE(tracks[0].role, StatusRole::HeldForYou);
        QCOMPARE(tracks[0].run, RunId{1});
        QCOMPARE(tracks[0].lately, (QList{StatusRole::HeldForYou, StatusRole::Succeeded}));
    }

    void aRehearsalIsNoRunOfItsLine()
    {
        auto rehearsal = aRun(2, "parser", RunState::Failed);
        rehearsal.rehearsal = true;

        const auto tracks = ui::lineTracks({aRun(1, "parser", RunState::Succeeded, "green"), rehearsal});

        QVERIFY(tracks.front().isClear());
        QCOMPARE(tracks.front().lately.size(), 1);
    }

    void aLineThatWasRemovedStaysUntilItsLastRunHasEnded()
    {
        const auto ended = ui::lineTracks(
            {aRun(1, "parser", RunState::Succeeded, "green"), aRun(2, "gone", RunState::Failed)}, {"parser"});
        QCOMPARE(ended.size(), std::size_t{1});
        QCOMPARE(ended.front().line, u"parser"_s);

        const auto asked = ui::lineTracks(
            {aRun(1, "parser", RunState::Succeeded, "green"), aRun(2, "gone", RunState::Waiting)}, {"parser"});
        QCOMPARE(asked.front().line, u"gone"_s);
    }

    void aLineWhoseLastRunDidNotPassIsNotClear()
    {
        auto dismissed = aRun(1, "parser", RunState::Succeeded, "dismissed");
        dismissed.job = "build";

        const auto tracks = ui::lineTracks({dismissed, aRun(2, "search", RunState::Succeeded, "green")});

        QCOMPARE(tracks.front().line, u"parser"_s);
        QVERIFY(!tracks.front().isClear());
        QCOMPARE(tracks.front().at, Stage::Build);
        QCOMPARE(tracks.front().note, u"Not a failure"_s);
        QCOMPARE(said(ui::overviewSentence(tracks, {})), u"1 line clear."_s);
    }

    void whatWaitsForAppsOfOthersSaysSo()
    {
        auto waiting = aRun(3, "parser", RunState::Waiting);
        waiting.approval = ApprovalId{9};
        auto asked = anApproval(9, RunId{3}, gate::ApprovalState::Open);
        asked.request.kind = "deployment";
        asked.request.evidence = {{"provider", "github"}};
        asked.request.evidence["gate"] = {{"others", {"sentinel"}}, {"page", "https://github.com/a/b/actions/runs/3"}};
        auto tracks = ui::lineTracks({waiting});

        ui::tellElsewhere(tracks, {asked});
        const auto needs = ui::needsOf({asked}, test::noon());

        QCOMPARE(tracks.front().note, u"Waits for rule sentinel"_s);
        QVERIFY(!tracks.front().isClear());
        QCOMPARE(needs.size(), std::size_t{1});
        QVERIFY(needs[0].elsewhere);
        QCOMPARE(needs[0].left, u"Waits there"_s);
        QCOMPARE(needs[0].detail, u"Waits for protection rule sentinel on GitHub. That is not decided here."_s);
        QCOMPARE(needs[0].note, u"https://github.com/a/b/actions/runs/3"_s);
        QCOMPARE(said(ui::overviewSentence(tracks, {.elsewhere = 1})), u"1 waiting for a rule of others."_s);
    }

    void whatWaitsAtAGateStandsThere_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("it waits") << int(RunState::Waiting) << QString();
        QTest::newRow("it was let through") << int(RunState::Succeeded) << u"approved"_s;
        QTest::newRow("it was rejected") << int(RunState::Succeeded) << u"rejected"_s;
    }
    void whatWaitsAtAGateStandsThere()
    {
        QFETCH(int, state);
        QFETCH(QString, outcome);
        auto run = aRun(3, "parser", RunState(state), outcome.toStdString());
        run.agent = "deployment-gate";

        QCOMPARE(ui::lineTracks({run}).front().at, Stage::Gate);
    }

    void jobsStandAtTheirStage_data()
    {
        QTest::addColumn<QString>("job");
        QTest::addColumn<int>("stage");
        QTest::newRow("build") << u"build"_s << int(Stage::Build);
        QTest::newRow("tests") << u"Unit-Tests"_s << int(Stage::Test);
        QTest::newRow("staging") << u"deploy-staging"_s << int(Stage::Staging);
        QTest::newRow("release") << u"publish"_s << int(Stage::Production);
        QTest::newRow("says nothing") << u"job7"_s << int(Stage::Build);
    }
    void jobsStandAtTheirStage()
    {
        QFETCH(QString, job);
        QTEST(int(ui::stageOfJob(job.toStdString())), "stage");
    }

    void theSentenceLeavesOutWhatIsNotThere()
    {
        QCOMPARE(said(ui::overviewSentence({}, {})), u"No lines yet."_s);
        const auto quiet = ui::lineTracks({aRun(1, "a", RunState::Succeeded), aRun(2, "b", RunState::Succeeded)});
        QCOMPARE(said(ui::overviewSentence(quiet, {})), u"All 2 lines clear."_s);
        const auto isNew = ui::lineTracks({aRun(1, "a", RunState::Succeeded)}, {"a", "b"}); // nothing is known of b
        QCOMPARE(said(ui::overviewSentence(isNew, {})), u"1 line clear. 1 line without a run yet."_s);
        QCOMPARE(said(ui::overviewSentence(ui::lineTracks({}, {"b"}), {})), u"1 line without a run yet."_s);
        const auto asked = ui::lineTracks({aRun(1, "a", RunState::Queued)}); // held, too: it waits
        const host::Hold all{{}, "operator", "maintenance", test::noon()};
        QCOMPARE(said(ui::overviewSentence(asked, {}, {all})), u"1 queued."_s);
        const auto busy = ui::lineTracks(
            {aRun(1, "a", RunState::Succeeded), aRun(2, "b", RunState::Waiting), aRun(3, "c", RunState::Failed)});
        QCOMPARE(said(ui::overviewSentence(busy, {.held = 1})), u"1 held for you. 1 failed. 1 line clear."_s);
    }

    void releasesAreCalledSoWhereNothingElseIsHeld()
    {
        auto release = anApproval(1, RunId{1});
        release.request.kind = "deployment";
        const auto escalation = anApproval(2, RunId{2});
        const auto counts
            = [](const std::vector<gate::Approval>& held) { return ui::countsOf(ui::needsOf(held, test::noon())); };
        const auto tracks = ui::lineTracks({aRun(1, "a", RunState::Waiting), aRun(2, "b", RunState::Succeeded)});

        QCOMPARE(said(ui::overviewSentence(tracks, counts({release}))), u"1 release held for you. 1 line clear."_s);
        QCOMPARE(said(ui::overviewSentence(tracks, counts({release, release}))),
                 u"2 releases held for you. 1 line clear."_s);
        QCOMPARE(said(ui::overviewSentence(tracks, counts({release, escalation}))), u"2 held for you. 1 line clear."_s);
    }

    void theWallSaysItShorter()
    {
        auto healing = aRun(2, "b", RunState::Running);
        healing.attempts = 2;
        const auto tracks = ui::lineTracks({aRun(1, "a", RunState::Waiting), healing, aRun(3, "c", RunState::Running),
                                            aRun(4, "d", RunState::Succeeded)});
        const ui::HeldCounts held{.held = 1, .releases = 1};

        const QString wall = said(ui::overviewSentence(tracks, held, {}, ui::Saying::Wall));

        QCOMPARE(wall, u"1 held for you. 1 healing. 1 in progress. 1 clear."_s);
    }

    void theArmIsLevelWhereAPersonHoldsTheLine()
    {
        auto tracks = ui::lineTracks({aRun(1, "a", RunState::Succeeded), aRun(2, "b", RunState::Succeeded)});

        ui::tellHolds(tracks, {{"b", "ana", "maintenance", test::noon()}});

        QVERIFY(!tracks[0].held);
        QVERIFY(tracks[1].held);
        QVERIFY(ui::spokenTrack(tracks[1], test::noon()).startsWith(u"b, clear, line held, run #2"_s));
    }

    void theLastRunsAreCounted()
    {
        const auto tracks
            = ui::lineTracks({aRun(1, "a", RunState::Succeeded), aRun(2, "a", RunState::Failed),
                              aRun(3, "a", RunState::Succeeded, "healed"), aRun(4, "a", RunState::Succeeded)});

        QCOMPARE(ui::latelyWords(tracks[0]), u"Last 4 runs: 2 succeeded, 1 failed, 1 healed."_s);
        QCOMPARE(ui::latelyWords(ui::LineTrack()), QString());
    }

    void nothingThatAPersonHoldsIsSaidToBeClear()
    {
        const auto quiet = ui::lineTracks({aRun(1, "a", RunState::Succeeded), aRun(2, "b", RunState::Succeeded)});
        const host::Hold everything{{}, "ana", "maintenance", test::noon()};
        const host::Hold one{"b", "ana", "maintenance", test::noon()};

        QCOMPARE(said(ui::overviewSentence(quiet, {}, {everything})), u"All 2 lines held, nothing abnormal."_s);
        QCOMPARE(said(ui::overviewSentence(quiet, {}, {one})), u"1 line held. 1 line clear."_s);
        QCOMPARE(said(ui::overviewSentence(quiet, {.held = 1}, {everything})), u"1 held for you. 2 lines held."_s);
    }

    void whatEndedWithoutADecisionIsShownUntilItIsSeen()
    {
        auto passed = anApproval(1, RunId{1}, gate::ApprovalState::Expired);
        passed.deadline = test::noon() - std::chrono::minutes(1);
        auto seen = passed;
        seen.id = {2};
        seen.seenAt = test::noon();
        auto rehearsed = passed;
        rehearsed.id = {3};
        rehearsed.request.rehearsal = true;

        const auto needs = ui::passedOf({seen, passed, rehearsed});

        QCOMPARE(needs.size(), std::size_t{1});
        QCOMPARE(needs[0].approval, ApprovalId{1});
        QCOMPARE(needs[0].note, u"Time passed at 11:59. Rejected."_s);
        QVERIFY(ui::needsOf({passed}, test::noon()).empty());
    }

    void needsAreByDeadlineWithoutRehearsals()
    {
        auto late = anApproval(1, RunId{1});
        late.deadline = test::noon() + std::chrono::hours(2);
        auto rehearsed = anApproval(3, RunId{3});
        rehearsed.request.rehearsal = true;
        const auto decided = anApproval(4, RunId{4}, gate::ApprovalState::Rejected);

        const auto needs = ui::needsOf({late, anApproval(2, RunId{2}), rehearsed, decided}, test::noon());

        QCOMPARE(needs.size(), std::size_t{2});
        QCOMPARE(needs[0].approval, ApprovalId{2});
        QCOMPARE(needs[0].left, u"18:00 left"_s);
        QCOMPARE(needs[0].note, u"Rejects at 12:18."_s);
    }

    void aDeadlineOfAnotherDayHasItsDay()
    {
        auto later = anApproval(1, RunId{1});
        later.deadline = test::noon() + std::chrono::hours(24);

        const auto needs = ui::needsOf({later}, test::noon());

        QCOMPARE(needs[0].note, u"Rejects at %1 12:00."_s.arg(ui::shortDay(later.deadline)));
    }

    void anActThatHasEndedIsToldOnce()
    {
        const auto record = [](std::int64_t number, const char* action, const char* data) {
            record::AuditRecord made;
            made.number = number;
            made.entry.at = test::noon() + std::chrono::seconds(number);
            made.entry.actor = "agent:self-healing";
            made.entry.action = action;
            made.entry.subject = "run 7 effect fix:1:rerun";
            made.entry.data = data;
            return made;
        };
        const auto begun = record(1, "effect_intent", R"({"intent":{"action":"rerun_failed_jobs"},"round":1})");
        const auto done = record(2, "effect_result", R"({"ok":true,"round":1})");
        const auto run = aRun(7, "search", RunState::Running);

        const auto going = ui::activities({begun}, {run}, 10);
        QCOMPARE(going.size(), std::size_t{1});
        QCOMPARE(going[0].words, u"Re-runs failed jobs"_s);
        QCOMPARE(going[0].role, std::optional(StatusRole::Running));
        QCOMPARE(going[0].subject, u"search #7"_s);

        const auto cutOff = ui::activities({begun}, {aRun(7, "search", RunState::Cancelled)}, 10);
        QVERIFY(!cutOff.back().role);

        const auto ended = ui::activities({done, begun}, {run}, 10);
        QCOMPARE(ended.size(), std::size_t{1});
        QCOMPARE(ended[0].words, u"Re-ran failed jobs"_s);
        QVERIFY(!ended[0].role);
    }
};

SIGNALBOX_TEST(TestLineTracks)

} // namespace signalbox

#include "tst_linetracks.moc"
