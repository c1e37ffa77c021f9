// SPDX-License-Identifier: GPL-3.0-or-later
// Runs replayed from what they recorded, and what a changed record leads to.
#include "core/graph/replay.h"
#include "tests/core/graph/stage.h"
#include "tests/signalboxtest.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using graph::GraphBuilder;
using graph::NodeContext;
using graph::State;
using graph::Update;

namespace {

const std::string kEnd(graph::kEnd);

Result<Update> look(int& acts, const NodeContext& context)
{
    graph::Effect effect{.key = "look", .intent = {{"action", "look"}}, .act = {}, .reconcile = {}};
    effect.act = [&](std::stop_token) -> Result<Json> {
        ++acts;
        return Json{{"seen_at", toUnixMs(context.clock.now())}, {"acts", acts}};
    };
    const auto seen = context.effects.perform(effect);
    if (!seen)
        return seen.error();
    return Update{{"seen", *seen}, {"looked_at", toUnixMs(context.clock.now())}};
}

Result<Update> ask(const NodeContext& context)
{
    Update update;
    if (context.answer != nullptr)
        update.set("heard", *context.answer);
    else
        update.waitFor(graph::Person{{{"kind", "fix"}}});
    return update;
}

/// look → ask → on, or back to look
GraphBuilder asking(int& acts)
{
    GraphBuilder builder("g");
    builder.node("look", [&acts](const State&, const NodeContext& context) { return look(acts, context); })
        .node("ask", [](const State&, const NodeContext& context) { return ask(context); })
        .node("on", writes("done", true));
    builder.entry("look").edge("look", "ask").edge("on", kEnd);
    builder.conditional("ask",
                        {{"yes", "no"}, [](const State& state) { return fieldOr<std::string>(state, "heard", "no"); }},
                        {{"yes", "on"}, {"no", "look"}});
    return builder;
}

/// What a Stage has kept, as a store would have it.
class KeptRun final : public graph::Recording {
public:
    explicit KeptRun(const Stage& stage)
    {
        std::vector<std::pair<std::int64_t, graph::Event>> told;
        for (const Committed& made : stage.journal.records()) {
            const std::int64_t number = made.checkpoint.number;
            for (const graph::Event& event : made.record.events) {
                const bool behind = event.type == "node_started" || event.type == "waiting" || event.type == "finished";
                told.emplace_back(made.record.isNew && !behind ? number - 1 : number, event);
            }
            if (made.record.isNew || checkpoints.empty())
                checkpoints.emplace(number, made.checkpoint);
            succeeded = made.record.phase == graph::RunPhase::Succeeded;
            effects = made.effects;
        }
        recorded = graph::recordedSteps(told);
        forget({});
    }

    /// Only these checkpoints are no longer kept.
    void forget(const std::set<std::int64_t>& gone)
    {
        kept.clear();
        for (const auto& [number, checkpoint] : checkpoints) {
            if (!gone.contains(number))
                kept.insert(number);
        }
    }

    const std::set<std::int64_t>& numbers() const override { return kept; }
    bool hasSucceeded() const override { return succeeded; }
    const std::map<std::int64_t, graph::RecordedStep>& steps() const override { return recorded; }
    Result<graph::Checkpoint> checkpoint(std::int64_t number) const override { return checkpoints.at(number); }
    Result<std::optional<graph::EffectRecord>> effect(const std::string& key) const override
    {
        const auto at = effects.find(key);
        return at == effects.end() ? std::optional<graph::EffectRecord>() : std::optional(at->second);
    }

    std::map<std::int64_t, graph::Checkpoint> checkpoints;
    std::map<std::string, graph::EffectRecord> effects;
    std::map<std::int64_t, graph::RecordedStep> recorded;
    std::set<std::int64_t> kept;
    bool succeeded = false;
};

void answered(Stage& stage, const std::string& answer)
{
    std::map<std::string, Json> answers;
    for (const graph::Task& task : stage.run.at.frontier.tasks)
        answers.emplace(task.token, answer);
    stage.run.answers = graph::applyAnswers(stage.run.at.frontier, answers);
}

/// "state heard at 2", …; "same as N" where N checkpoints are the same.
QString replayed(Stage& stage, const KeptRun& kept)
{
    const auto report = graph::replay(*stage.graph, stage.run.lease.run, kept, stage.pool, {});
    if (!report)
        return QStringLiteral("error: ") + QString::fromStdString(report.error().detail);
    if (report->differences.empty())
        return QStringLiteral("same as %1").arg(report->compared);
    const graph::ReplayDifference& first = report->differences.front();
    return QString::fromStdString(first.what + (first.where.empty() ? "" : " " + first.where) + " at "
                                  + std::to_string(first.checkpoint));
}

} // namespace

class TestReplay : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_acts = 0;
        auto builder = asking(m_acts);
        m_stage = std::make_unique<Stage>(builder);
        QCOMPARE(m_stage->drive(), QStringLiteral("waiting"));
        m_stage->clock.advance(Milliseconds(5000));
        answered(*m_stage, "yes");
        QCOMPARE(m_stage->drive(), QStringLiteral("succeeded"));
        QCOMPARE(m_acts, 1);
    }

    void theSamePathIsTakenWithoutAnAct()
    {
        QCOMPARE(replayed(*m_stage, KeptRun(*m_stage)), QStringLiteral("same as 3"));

        QCOMPARE(m_acts, 1);
    }

    void aRunThatWaitsIsReplayedAsFarAsItHasCome()
    {
        int acts = 0;
        auto builder = asking(acts);
        Stage waiting(builder);
        QCOMPARE(waiting.drive(), QStringLiteral("waiting"));

        QCOMPARE(replayed(waiting, KeptRun(waiting)), QStringLiteral("same as 1"));
    }

    void checkpointsThatAreNoLongerKeptAreNotMissed()
    {
        KeptRun kept(*m_stage);
        kept.forget({1, 2});

        QCOMPARE(replayed(*m_stage, kept), QStringLiteral("same as 1"));
    }

    void whatDiffersIsNamed_data()
    {
        using Change = std::function<void(KeptRun&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("difference");

        const auto row = [](const char* name, const Change& change, const char* difference) {
            QTest::newRow(name) << change << QString::fromLatin1(difference);
        };
        row(
            "an edited state", [](KeptRun& kept) { kept.checkpoints[2].state["heard"] = "no"; }, "state heard at 2");
        row(
            "another result of an effect", [](KeptRun& kept) { kept.effects["look"].result["acts"] = 9; },
            "state seen.acts at 1");
        row(
            "an effect that is not recorded", [](KeptRun& kept) { kept.effects.clear(); }, "effect look at 1");
        row(
            "another edge", [](KeptRun& kept) { kept.recorded[1].edges[0]["to"] = "look"; }, "edges at 2");
        row(
            "other nodes", [](KeptRun& kept) { kept.checkpoints[3].nodes = {"look"}; }, "nodes at 3");
        row(
            "another answer", [](KeptRun& kept) { kept.recorded[1].answers[0] = {"no"}; }, "edges at 2");
        row(
            "an answer that is gone", [](KeptRun& kept) { kept.recorded[1].answers.clear(); }, "waits at 2");
        row(
            "an end that was none", [](KeptRun& kept) { kept.succeeded = false; }, "end at 3");
    }

    void whatDiffersIsNamed()
    {
        QFETCH(std::function<void(KeptRun&)>, change);
        QFETCH(QString, difference);
        KeptRun kept(*m_stage);
        change(kept);

        QCOMPARE(replayed(*m_stage, kept), difference);

        QCOMPARE(m_acts, 1);
    }

private:
    int m_acts = 0;
    std::unique_ptr<Stage> m_stage;
};

SIGNALBOX_TEST(TestReplay)
#include "tst_replay.moc"
