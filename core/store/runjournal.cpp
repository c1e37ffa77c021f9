// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/runjournal.h"

#include "core/store/auditlog.h"
#include "core/store/checkpointtext.h"
#include "core/store/effectrows.h"
#include "core/store/eventlog.h"
#include "core/store/news.h"
#include "core/store/runrow.h"
#include "core/store/runstate.h"
#include "core/store/runtally.h"
#include "core/store/waits.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::store {

namespace {

using graph::RunPhase;

// The fence guards the whole record: where it does not match, nothing of it is stored. No UPDATE has a RETURNING, for
// which SQLite opens a temporary table each time.
#define SIGNALBOX_LEASED " WHERE id = ?1 AND fence = ?2 AND state = 'running'"
#define SIGNALBOX_NEXT_CHANGE "changed_seq = (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run)"
// What a run changes as long as it runs: no index is touched, and who looks for changes looks at all runs that run.
#define SIGNALBOX_PROGRESS                                                                                             \
    "UPDATE run SET step = CASE WHEN ?3 = '' THEN step ELSE ?3 END, facts = COALESCE(?4, facts),"                      \
    " checkpoint = ?5, waits = ?6, events = events + ?7, frontier = ?8"
constexpr std::string_view kGoOn = SIGNALBOX_PROGRESS SIGNALBOX_LEASED;
constexpr std::string_view kRest = SIGNALBOX_PROGRESS
    ", " SIGNALBOX_NEXT_CHANGE ", state = ?9, failure = ?10, lease_owner = '',"
    " finished_at = CASE WHEN ?9 IN ('succeeded', 'failed', 'cancelled') THEN ?11 END" SIGNALBOX_LEASED;
constexpr std::string_view kTouch = "UPDATE run SET events = events + 1" SIGNALBOX_LEASED;
#undef SIGNALBOX_PROGRESS
#undef SIGNALBOX_NEXT_CHANGE
#undef SIGNALBOX_LEASED
constexpr std::string_view kCancelAsked = "SELECT cancel_asked FROM run WHERE id = ?1";
constexpr std::string_view kCheckpoint = "SELECT checkpoint FROM run WHERE id = ?1";
constexpr std::string_view kInsertCheckpoint
    = "INSERT INTO checkpoint (run, number, at, whole, waits, nodes, frontier, state, seq, events)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (SELECT events FROM run WHERE id = ?1), ?9)";

/// A StepRecord as text: all that can be made without the store is made before the job, on the caller's thread.
struct StepText {
    graph::Lease lease;
    RunPhase phase = RunPhase::Running;
    std::string step;
    std::string failure;
    std::optional<std::string> facts;
    std::int64_t number = 0;
    UtcTime at;
    std::int64_t waitsBegun = 0;
    std::string frontier;
    bool isNew = false;
    bool whole = false;
    std::string state;
    std::string nodes;
    std::vector<EventText> events;
    std::size_t apart = 0; // the first of them, which stand in rows of their own
    std::optional<std::string> packed; // the others, in the row of the new checkpoint
    std::vector<WaitText> waits;
    std::set<std::string> live; // tokens that the run waits with
    UtcTime now;
};

/// What happens in the new superstep stands behind the new checkpoint.
bool followsCheckpoint(const std::string& type)
{
    return type == "node_started" || type == "waiting" || type == "finished";
}

Result<WaitText> waitText(const graph::NewWait& begun)
{
    WaitText wait{.token = begun.token, .node = begun.node, .at = begun.wait.at, .event = {}, .request = {}};
    if (!begun.wait.event.empty())
        wait.event = begun.wait.event;
    if (begun.wait.person) {
        auto request = gate::requestFromJson(*begun.wait.person);
        if (!request)
            return Error{request.error().code, begun.node + ": " + request.error().detail};
        wait.request = *std::move(request);
    }
    return wait;
}

std::string differenceText(const graph::StepRecord& record)
{
    return dumpJson(record.difference.is_null() ? differenceOf(record.checkpoint->state, record.changed)
                                                : record.difference);
}

void packEvents(StepText& text)
{
    text.apart = text.events.size();
    if (!text.isNew || text.events.empty())
        return;
    text.apart -= std::min(text.events.size(), kMostInRow);
    text.packed = packed(std::span(text.events).subspan(text.apart));
}

Result<StepText> stepText(const graph::Lease& lease, const graph::StepRecord& record, const graph::Graph& graph,
                          const WholeIntervals& intervals)
{
    const graph::Checkpoint& at = *record.checkpoint;
    StepText text;
    text.lease = lease;
    text.phase = record.phase;
    text.step = record.step;
    text.failure = record.failure;
    if (!record.facts.is_null())
        text.facts = dumpJson(record.facts);
    text.number = at.number;
    text.at = at.at;
    text.waitsBegun = at.waits;
    text.frontier = dumpJson(graph::toJson(at.frontier, graph));
    text.isNew = record.isNew;
    if (record.isNew) {
        text.whole = isWhole(at.number) || intervals.isDue(lease.run);
        text.state = text.whole ? dumpJson(at.state) : differenceText(record);
        text.nodes = dumpJson(Json(at.nodes));
    }
    for (const graph::Event& event : record.events)
        text.events.push_back(
            eventText(event, record.isNew && !followsCheckpoint(event.type) ? at.number - 1 : at.number));
    packEvents(text);
    for (const graph::NewWait& begun : record.waits) {
        auto wait = waitText(begun);
        if (!wait)
            return wait.error();
        text.waits.push_back(*std::move(wait));
    }
    for (const graph::Task& task : at.frontier.tasks)
        if (task.phase == graph::Task::Phase::Waiting)
            text.live.insert(task.token);
    return text;
}

/// What an update of a leased run comes to: Conflict where the lease no longer counts.
Result<void> guarded(const graph::Lease& lease, const Result<std::int64_t>& updated)
{
    if (!updated)
        return updated.error();
    if (*updated == 0)
        return Error{ErrorCode::Conflict,
                     "run " + std::to_string(lease.run.value) + " is driven by another worker now"};
    return {};
}

Result<void> updateRun(Connection& connection, const StepText& step)
{
    const RunId run = step.lease.run;
    const std::int64_t fence = step.lease.fence;
    const auto added = static_cast<std::int64_t>(step.events.size());
    const auto frontier
        = step.isNew ? std::optional<std::string_view>() : std::optional<std::string_view>(step.frontier);
    return guarded(step.lease,
                   step.phase == RunPhase::Running
                       ? connection.execute(kGoOn, run, fence, step.step, step.facts, step.number, step.waitsBegun,
                                            added, frontier)
                       : connection.execute(kRest, run, fence, step.step, step.facts, step.number, step.waitsBegun,
                                            added, frontier, phaseName(step.phase), step.failure, step.now));
}

Result<void> storeCheckpoint(Connection& connection, const StepText& step)
{
    if (!step.isNew)
        return {};
    const auto stored = connection.execute(kInsertCheckpoint, step.lease.run, step.number, step.at, step.whole,
                                           step.waitsBegun, step.nodes, step.frontier, step.state, step.packed);
    return stored ? Result<void>() : Result<void>(stored.error());
}

/// New waits begin, old ones go; a run that was answered while it was driven is due again at once.
Result<void> storeWaits(Connection& connection, Changes& changes, const StepText& step)
{
    const RunId run = step.lease.run;
    for (const WaitText& wait : step.waits)
        if (auto begun = beginWait(connection, changes, run, wait, step.now); !begun)
            return begun;
    bool due = false;
    if (step.phase != RunPhase::Running) {
        const auto cancelAsked = connection.number(kCancelAsked, run);
        if (!cancelAsked)
            return cancelAsked.error();
        due = *cancelAsked != 0;
    }
    if (step.waitsBegun > 0) {
        const auto answered = settleWaits(connection, changes, run, step.live, step.now);
        if (!answered)
            return answered.error();
        due |= *answered;
    }
    if (isTerminal(step.phase))
        return step.waitsBegun > 0 ? shutWaits(connection, changes, run, step.now) : Result<void>();
    return due ? queueWaiting(connection, changes, run) : Result<void>();
}

Result<void> storeStep(Connection& connection, Changes& changes, const StepText& step)
{
    if (auto updated = updateRun(connection, step); !updated)
        return updated;
    if (auto stored = storeCheckpoint(connection, step); !stored)
        return stored;
    const std::span<const EventText> apart(step.events.data(), step.apart);
    if (auto told = appendEvents(connection, step.lease.run, apart, step.events.size() - step.apart); !told)
        return told;
    if (isTerminal(step.phase)) {
        if (auto tallied = tallyRun(connection, step.lease.run, Tally::Adds); !tallied)
            return tallied;
        if (auto told = tellEnd(connection, changes, step.lease.run); !told)
            return told;
    }
    changes.runs.insert(step.lease.run);
    return storeWaits(connection, changes, step);
}

/// One event of an effect, behind the newest checkpoint.
Result<void> tellEffect(Connection& connection, Changes& changes, const graph::Lease& lease, EventText event)
{
    if (auto touched = guarded(lease, connection.execute(kTouch, lease.run, lease.fence)); !touched)
        return touched;
    const auto checkpoint = connection.number(kCheckpoint, lease.run);
    if (!checkpoint)
        return checkpoint.error();
    event.checkpoint = *checkpoint;
    changes.runs.insert(lease.run);
    return appendEvents(connection, lease.run, std::span(&event, 1));
}

Flush flushOf(const graph::Lease& lease)
{
    return lease.durability == graph::Durability::Full ? Flush::Full : Flush::Normal;
}

} // namespace

Result<void> RunJournal::commit(const graph::Lease& lease, graph::StepRecord record)
{
    auto step = stepText(lease, record, m_graph, m_intervals);
    if (!step)
        return step.error();
    step->now = m_clock.now();
    if (step->phase != RunPhase::Running)
        m_intervals.forget(lease.run);
    else if (step->whole)
        m_intervals.storedWhole(lease.run, step->state.size());
    else
        m_intervals.storedDifference(lease.run, step->state.size());
    return m_database.writer().write(
        [&text = *step](Connection& connection, Changes& changes) { return storeStep(connection, changes, text); },
        flushOf(lease));
}

Result<std::optional<graph::EffectRecord>> RunJournal::findEffect(RunId run, const std::string& key)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return readEffect(**connection, run, key);
}

Result<void> RunJournal::storeIntent(const graph::Lease& lease, const graph::EffectRecord& effect,
                                     const std::string& node)
{
    const UtcTime now = m_clock.now();
    const EffectText text = effectText(effect, node);
    const EventText event = eventText(
        {.type = "effect_intent",
         .node = node,
         .at = now,
         .data = {{"key", effect.key}, {"safety", text.safety}, {"intent", effect.intent}, {"round", effect.round}}},
        0);
    const auto job = [&](Connection& connection, Changes& changes) -> Result<void> {
        if (auto told = tellEffect(connection, changes, lease, event); !told)
            return told;
        if (auto audited = auditEffect(connection, changes, lease.run, text, false, now); !audited)
            return audited;
        return writeIntent(connection, lease.run, text, now);
    };
    const bool looksOnly = effect.safety == SafetyClass::Observe;
    return m_database.writer().write(job, looksOnly ? flushOf(lease) : Flush::Full);
}

Result<void> RunJournal::storeResult(const graph::Lease& lease, const graph::EffectRecord& effect,
                                     const std::string& node)
{
    const UtcTime now = m_clock.now();
    const EffectText text = effectText(effect, node);
    Json data{{"key", effect.key},
              {"safety", text.safety},
              {"ok", !effect.failed},
              {"result", effect.result},
              {"round", effect.round}};
    if (effect.rehearsed)
        data["rehearsed"] = true;
    const EventText event = eventText({.type = "effect_result", .node = node, .at = now, .data = std::move(data)}, 0);
    const auto job = [&](Connection& connection, Changes& changes) -> Result<void> {
        if (auto told = tellEffect(connection, changes, lease, event); !told)
            return told;
        if (effect.rehearsed) // nothing was done
            return writeResult(connection, lease.run, text, now);
        if (auto audited = auditEffect(connection, changes, lease.run, text, true, now); !audited)
            return audited;
        return writeResult(connection, lease.run, text, now);
    };
    return m_database.writer().write(job, flushOf(lease));
}

} // namespace signalbox::store
