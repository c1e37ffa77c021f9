// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/replay.h"

#include "core/base/jsondiff.h"

#include <atomic>
#include <limits>
#include <mutex>
#include <utility>

namespace signalbox::graph {

namespace {

constexpr std::size_t kMostDifferences = 100;

Json copied(const Json* value)
{
    return value ? *value : Json();
}

bool isOfEngine(const std::string& token)
{
    return token.starts_with(kRetryToken) || token.starts_with(kRulingToken);
}

/// Answers from the record, compares each checkpoint as it is committed, and stores nothing. Never lets an act begin:
/// an intent cannot be stored.
class ReplayJournal final : public Journal {
public:
    explicit ReplayJournal(const Recording& recording) : m_recording(recording), m_newest(*recording.numbers().rbegin())
    {
    }

    bool keepsEvents() const override { return true; }

    Result<void> commit(const Lease&, StepRecord record) override
    {
        failure = record.failure;
        if (!record.isNew)
            return {};
        const Checkpoint& at = *record.checkpoint;
        if (auto read = compare(at, record); !read)
            return read;
        const std::lock_guard lock(m_mutex);
        if (at.number >= m_newest || !m_differences.empty())
            over = true;
        if (over)
            return Error{ErrorCode::Cancelled, "the replay is over"};
        return {};
    }

    /// The last try counts; one that has failed for good is not tried again.
    Result<std::optional<EffectRecord>> findEffect(RunId, const std::string& key) override
    {
        auto found = m_recording.effect(key);
        if (!found || !*found)
            return found;
        if (!(*found)->finished)
            return std::optional<EffectRecord>();
        (*found)->round = std::numeric_limits<int>::max();
        return found;
    }

    Result<void> storeIntent(const Lease&, const EffectRecord& effect, const std::string& node) override
    {
        add({.checkpoint = 0, .what = "effect", .where = effect.key, .stored = {}, .replayed = effect.intent});
        over = true;
        return Error{ErrorCode::Conflict, node + ": effect \"" + effect.key + "\" is not in the record"};
    }

    Result<void> storeResult(const Lease& lease, const EffectRecord& effect, const std::string& node) override
    {
        return storeIntent(lease, effect, node);
    }

    void add(ReplayDifference difference)
    {
        const std::lock_guard lock(m_mutex);
        if (m_differences.size() < kMostDifferences)
            m_differences.push_back(std::move(difference));
    }

    /// The differences, each with the checkpoint that should have been reached.
    std::vector<ReplayDifference> differences(std::int64_t reached) const
    {
        const std::lock_guard lock(m_mutex);
        auto found = m_differences;
        for (ReplayDifference& difference : found) {
            if (difference.checkpoint == 0)
                difference.checkpoint = reached + 1;
        }
        return found;
    }

    std::atomic<bool> over = false; // the newest stored checkpoint has been reached, or something differs
    std::int64_t compared = 0;
    std::string failure; // of the last record

private:
    Result<void> compare(const Checkpoint& at, const StepRecord& record)
    {
        compareEdges(at.number, record.events);
        if (!m_recording.numbers().contains(at.number))
            return {};
        const auto stored = m_recording.checkpoint(at.number);
        if (!stored)
            return stored.error();
        ++compared;
        if (stored->nodes != at.nodes)
            add({at.number, "nodes", {}, stored->nodes, at.nodes});
        for (const JsonDifference& difference : signalbox::differences(&stored->state, &at.state))
            add({at.number, "state", difference.path, copied(difference.before), copied(difference.after)});
        if (at.number == m_newest && m_recording.hasSucceeded() != (record.phase == RunPhase::Succeeded))
            add({at.number, "end", {}, m_recording.hasSucceeded(), record.phase == RunPhase::Succeeded});
        return {};
    }

    void compareEdges(std::int64_t number, const std::vector<Event>& events)
    {
        const auto step = m_recording.steps().find(number - 1);
        if (step == m_recording.steps().end())
            return; // its events are not kept
        Json taken = Json::array();
        for (const Event& event : events) {
            if (event.type == "edge_taken")
                taken.push_back(event.data);
        }
        if (taken != step->second.edges)
            add({number, "edges", {}, step->second.edges, std::move(taken)});
    }

    const Recording& m_recording;
    const std::int64_t m_newest;
    mutable std::mutex m_mutex;
    std::vector<ReplayDifference> m_differences; // guarded by m_mutex
};

/// The answers that are still to be given to the tasks of one superstep.
class Answers {
public:
    explicit Answers(const Recording& recording) : m_recording(recording) { }

    /// Gives each waiting task its next answer; false: none has any left.
    bool give(Checkpoint& at)
    {
        if (at.number != m_number) {
            const auto step = m_recording.steps().find(at.number);
            m_left = step == m_recording.steps().end() ? decltype(m_left)() : step->second.answers;
            m_number = at.number;
        }
        std::map<std::string, Json> given;
        for (std::size_t i = 0; i < at.frontier.tasks.size(); ++i) {
            const Task& task = at.frontier.tasks[i];
            if (task.phase != Task::Phase::Waiting)
                continue;
            auto& left = m_left[i];
            if (isOfEngine(task.token)) {
                given[task.token] = {{"by", "time"}};
            } else if (!left.empty()) {
                given[task.token] = left.front();
                left.erase(left.begin());
            }
        }
        applyAnswers(at.frontier, given);
        return !given.empty();
    }

private:
    const Recording& m_recording;
    std::int64_t m_number = -1;
    std::map<std::size_t, std::vector<Json>> m_left;
};

/// Where a drive has come to rest before the stored run did.
ReplayDifference earlyEnd(Rest rest, const ReplayJournal& journal)
{
    if (rest == Rest::Failed)
        return {0, "failed", {}, {}, journal.failure};
    return {0, rest == Rest::Succeeded ? "end" : "waits", {}, {}, {}};
}

} // namespace

std::map<std::int64_t, RecordedStep> recordedSteps(const std::vector<std::pair<std::int64_t, Event>>& events)
{
    std::map<std::int64_t, RecordedStep> steps;
    for (const auto& [checkpoint, event] : events) {
        RecordedStep& step = steps[checkpoint];
        if (event.type == "edge_taken")
            step.edges.push_back(event.data);
        if (event.type == "resumed") {
            for (const Json& given : fieldOr<Json>(event.data, "answers", Json::array())) {
                const auto task = static_cast<std::size_t>(fieldOr<std::int64_t>(given, "task", 0));
                if (!isOfEngine(fieldOr<std::string>(given, "token", {})))
                    step.answers[task].push_back(fieldOr<Json>(given, "answer", {}));
            }
        }
        if (event.type == "node_finished" && event.data.contains("clock")) {
            const Json& clock = event.data["clock"];
            auto& times = step.times[static_cast<std::size_t>(fieldOr<std::int64_t>(clock, "task", 0))];
            for (const Json& ms : fieldOr<Json>(clock, "ms", Json::array()))
                times.push_back(fromUnixMs(ms.is_number_integer() ? ms.get<std::int64_t>() : 0));
        }
    }
    return steps;
}

Result<ReplayReport> replay(const Graph& graph, RunId run, const Recording& recording, Executor& executor,
                            std::stop_token stop)
{
    if (recording.numbers().empty())
        return Error{ErrorCode::NotFound, "run " + std::to_string(run.value) + " has no checkpoints to replay"};
    auto first = recording.checkpoint(*recording.numbers().begin());
    if (!first)
        return first.error();
    LiveRun live{.lease = {.run = run}, .at = *std::move(first), .resumed = {}};
    ReplayJournal journal(recording);
    journal.over = recording.numbers().size() == 1;
    const SystemClock clock;
    Answers answers(recording);
    DriveControl control;
    control.stop = stop;
    control.timesOf = [&](std::size_t task) {
        const auto step = recording.steps().find(live.at.number);
        if (step == recording.steps().end() || !step->second.times.contains(task))
            return std::vector<UtcTime>();
        return step->second.times.at(task);
    };
    Runner runner(graph, journal, executor, clock);
    while (!journal.over) {
        const auto rest = runner.drive(live, control);
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "told to stop"};
        if (!rest && !journal.over)
            return rest.error();
        if (journal.over || (*rest == Rest::Waiting && answers.give(live.at)))
            continue;
        journal.add(earlyEnd(*rest, journal));
        break;
    }
    return ReplayReport{journal.compared, journal.differences(live.at.number)};
}

} // namespace signalbox::graph
