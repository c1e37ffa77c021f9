// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signalboxtest.h"
#include "tests/ui/cannedhealing.h"
#include "tests/ui/lines.h"
#include "ui/models/graphstate.h"
#include "ui/models/runsteps.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::ui;

namespace {

const char* word(NodeState state)
{
    constexpr const char* kWords[] = {"pending", "running", "waiting", "succeeded", "failed", "skipped", "retrying"};
    return kWords[static_cast<int>(state)];
}

/// "detect_failure succeeded", one for each node, with the marks.
QStringList rows(const GraphState& state)
{
    QStringList rows;
    for (const auto& node : state.nodes)
        rows.append(QString::fromStdString(node.name) + u' ' + QString::fromLatin1(word(node.state))
                    + (node.shown ? QStringLiteral(" shown") : QString())
                    + (node.live ? QStringLiteral(" live") : QString()));
    return rows;
}

int taken(const GraphState& state, const std::string& from, const std::string& to)
{
    const auto edge
        = std::ranges::find_if(state.edges, [&](const EdgeView& view) { return view.from == from && view.to == to; });
    return edge == state.edges.end() ? -1 : edge->taken;
}

} // namespace

class TestGraphState : public QObject {
    Q_OBJECT

private slots:
    void presentShowsWhatRunsAndWhatWasDone()
    {
        UtcTime now;
        const host::RunDetail run = test::healingRun(now);

        const GraphState state = graphStateOf(run, std::nullopt);

        QCOMPARE(rows(state),
                 test::lines({"detect_failure succeeded", "analyze_failure succeeded", "attempt_fix succeeded",
                              "verify_fix running live", "update_knowledge pending", "escalate pending",
                              "wait_for_human pending"}));
        QCOMPARE(taken(state, "attempt_fix", "verify_fix"), 2);
        QCOMPARE(taken(state, "verify_fix", "attempt_fix"), 1);
        QCOMPARE(taken(state, "verify_fix", "update_knowledge"), 0);
        QCOMPARE(now - *state.node("verify_fix")->since, Milliseconds(72'000));
    }

    void timeOfANodeHoldsItsWaits()
    {
        UtcTime now;
        const host::RunDetail run = test::healingRun(now);

        const GraphState state = graphStateOf(run, 4);

        QCOMPARE(*state.node("detect_failure")->took, Milliseconds(800));
        const auto steps = stepsOf(run);
        QCOMPARE(*steps[4].took, Milliseconds(126'040));
    }

    void pastMomentKnowsNothingOfLaterSteps()
    {
        UtcTime now;
        const host::RunDetail run = test::healingRun(now);

        const GraphState state = graphStateOf(run, 2);

        QCOMPARE(rows(state),
                 test::lines({"detect_failure succeeded", "analyze_failure succeeded shown", "attempt_fix pending",
                              "verify_fix running live", "update_knowledge pending", "escalate pending",
                              "wait_for_human pending"}));
        QCOMPARE(taken(state, "analyze_failure", "attempt_fix"), 1);
        QCOMPARE(taken(state, "attempt_fix", "verify_fix"), 0);
    }

    void whatNoPathLeadsToAnyMoreIsSkipped()
    {
        UtcTime now;
        host::RunDetail run = test::healingRun(now);
        test::Story story(run);
        story.pass(now - noonOf(run));
        story.finish("verify_fix", "update_knowledge", "passed", Milliseconds(20), {{"conclusion", "passed"}});
        story.start("update_knowledge");

        const GraphState state = graphStateOf(run, std::nullopt);

        QCOMPARE(state.node("escalate")->state, NodeState::Skipped);
        QCOMPARE(state.node("wait_for_human")->state, NodeState::Skipped);
        QCOMPARE(state.node("update_knowledge")->state, NodeState::Running);
    }

    void waitingForAPersonIsNotRunning()
    {
        UtcTime now;
        host::RunDetail run = test::healingRun(now);
        run.summary.state = host::RunState::Waiting;
        test::Story story(run);
        story.finish("verify_fix", "escalate", "escalate", Milliseconds(20), {{"conclusion", "failed"}});
        story.start("escalate");
        story.finish("escalate", "wait_for_human", "", Milliseconds(20));
        story.start("wait_for_human");
        story.tell("waiting", "wait_for_human", {{"for", "person"}});

        const GraphState state = graphStateOf(run, std::nullopt);

        QCOMPARE(state.node("wait_for_human")->state, NodeState::Waiting);
        QVERIFY(state.node("wait_for_human")->live);
        QCOMPARE(state.node("verify_fix")->state, NodeState::Succeeded);
    }

    void retriedStepTellsWhichAttemptComesNext()
    {
        UtcTime now;
        host::RunDetail run = test::healingRun(now);
        test::Story story(run);
        story.tell(
            "retried", "verify_fix",
            {{"attempt", 1}, {"of", 3}, {"error", "no answer"}, {"next_at", formatUtc(now + Milliseconds(8000))}});

        const GraphState state = graphStateOf(run, std::nullopt);

        const NodeView* node = state.node("verify_fix");
        QCOMPARE(node->state, NodeState::Retrying);
        QCOMPARE(node->attempt, 2);
        QCOMPARE(node->maxAttempts, 3);
        QCOMPARE(*node->until, now + Milliseconds(8000));
    }

    void failedNodeFailsWithItsReason()
    {
        UtcTime now;
        host::RunDetail run = test::healingRun(now);
        run.summary.state = host::RunState::Failed;
        test::Story story(run);
        story.tell("failed", "verify_fix", {{"error", "the run is gone"}});
        story.tell("finished", "", {{"state", "failed"}});

        const GraphState state = graphStateOf(run, std::nullopt);

        QCOMPARE(state.node("verify_fix")->state, NodeState::Failed);
        QCOMPARE(state.node("verify_fix")->failure, std::string("the run is gone"));
        QCOMPARE(state.node("update_knowledge")->state, NodeState::Skipped);
        QVERIFY(!state.node("verify_fix")->live);
    }

    void stepsListWhatHappenedAndWhatRuns()
    {
        UtcTime now;
        const host::RunDetail run = test::healingRun(now);

        QStringList shown;
        for (const auto& step : stepsOf(run))
            shown.append(step.name + u' ' + stepDetail(step, now));

        QCOMPARE(shown,
                 test::lines({"Start Input received", "Detect 0.8\u202fs", "Analyse 6.4\u202fs", "Fix 1.6\u202fs",
                              "Verify 2:06, still failing", "Fix 1.5\u202fs", "Verify running 1:12"}));
        QCOMPARE(sideEffects(run), QStringLiteral("1 cache, 2 retry"));
        QCOMPARE(toolCallsOf(run).size(), 3);
    }

    void whatWasToldInIssuesIsNoPullRequest()
    {
        host::RunDetail run;
        test::Story story(run);
        const auto tell = [&story](int number, const char* how) {
            story.effect("issue:" + std::to_string(number), "pull_request", {{"action", "tell_of_failure"}},
                         {{"number", "9"}, {"how", how}});
        };
        tell(1, "commented");
        QCOMPARE(sideEffects(run), QStringLiteral("1 comment on an issue"));
        tell(2, "known");
        QCOMPARE(sideEffects(run), QStringLiteral("1 comment on an issue, 1 issue that told of it already"));
        tell(3, "opened");
        story.effect("offer:1", "pull_request", {{"action", "open_change"}}, {{"number", "10"}});
        QCOMPARE(sideEffects(run),
                 QStringLiteral("1 pull request, 1 comment on an issue, 1 issue that told of it already, "
                                "1 issue opened"));
    }

private:
    static UtcTime noonOf(const host::RunDetail& run) { return run.summary.startedAt; }
};

SIGNALBOX_TEST(TestGraphState)
#include "tst_graphstate.moc"
