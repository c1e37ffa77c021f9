// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/runjournal.h"

#include "core/store/checkpointtext.h"
#include "core/store/effectrows.h"
#include "core/store/eventlog.h"
#include "core/store/runrow.h"
#include "core/store/runstate.h"
#include "core/store/waits.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

namespace {

using graph::RunPhase;

// The fence guards the whole record: where it does not match, nothing of it is stored.
constexpr std::string_view kUpdateRun
    = "UPDATE run SET state = ?3, step = CASE WHEN ?4 = '' THEN step ELSE ?4 END, failure = ?5,"
      " facts = COALESCE(?6, facts), checkpoint = ?7, waits = ?8, events = events + ?9, frontier = ?10,"
      " finished_at = CASE WHEN ?3 IN ('succeeded', 'failed', 'cancelled') THEN ?11 END, lease_owner = CASE WHEN ?3 = "
      "'running' THEN lease_owner ELSE '' END,"
      " changed_seq = (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run)"
      " WHERE id = ?1 AND fence = ?2 AND state = 'running' RETURNING events, cancel_asked";
constexpr std::string_view kTouchRun
    = "UPDATE run SET events = events + 1, changed_seq = (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run)"
      " WHERE id = ?1 AND fence = ?2 AND state = 'running' RETURNING events, checkpoint";
constexpr std::string_view kInsertCheckpoint
    = "INSERT INTO checkpoint (run, number, at, whole, waits, nodes, frontier, state)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

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

Result<StepText> stepText(const graph::Lease& lease, const graph::StepRecord& record, const graph::Graph& graph)
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
        text.whole = isWhole(at.number);
        text.state = text.whole ? dumpJson(at.state) : differenceText(at.state, record.changed);
        text.nodes = dumpJson(Json(at.nodes));
    }
    for (const graph::Event& event : record.events)
        text.events.push_back(
            eventText(event, record.isNew && !followsCheckpoint(event.type) ? at.number - 1 : at.number));
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

struct RunBefore {
    std::int64_t events = 0; // stored before this record
    bool cancelAsked = false;
};

Error fenced(RunId run)
{
    return {ErrorCode::Conflict, "run " + std::to_string(run.value) + " is driven by another worker now"};
}

Result<RunBefore> updateRun(Connection& connection, const StepText& step)
{
    const auto frontier = step.isNew ? std::nullopt : std::optional(step.frontier);
    const auto added = static_cast<std::int64_t>(step.events.size());
    auto rows = connection.query(kUpdateRun, step.lease.run, step.lease.fence, phaseName(step.phase), step.step,
                                 step.failure, step.facts, step.number, step.waitsBegun, added, frontier, step.now);
    if (!rows)
        return rows.error();
    const auto found = rows->next();
    if (!found)
        return found.error();
    if (!*found)
        return fenced(step.lease.run);
    return RunBefore{rows->integer(0) - added, rows->integer(1) != 0};
}

Result<void> storeCheckpoint(Connection& connection, const StepText& step)
{
    if (!step.isNew)
        return {};
    const auto stored = connection.execute(kInsertCheckpoint, step.lease.run, step.number, step.at, step.whole,
                                           step.waitsBegun, step.nodes, step.frontier, step.state);
    return stored ? Result<void>() : Result<void>(stored.error());
}

/// New waits begin, old ones go; a run that was answered while it was driven is due again at once.
Result<void> storeWaits(Connection& connection, Changes& changes, const StepText& step, bool cancelAsked)
{
    const RunId run = step.lease.run;
    for (const WaitText& wait : step.waits)
        if (auto begun = beginWait(connection, changes, run, wait, step.now); !begun)
            return begun;
    bool due = cancelAsked;
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
    const auto before = updateRun(connection, step);
    if (!before)
        return before.error();
    if (auto stored = storeCheckpoint(connection, step); !stored)
        return stored;
    if (auto told = appendEvents(connection, step.lease.run, before->events, step.events); !told)
        return told;
    changes.runs.insert(step.lease.run);
    return storeWaits(connection, changes, step, before->cancelAsked);
}

/// One event of an effect, behind the newest checkpoint.
Result<void> tellEffect(Connection& connection, Changes& changes, const graph::Lease& lease, EventText event)
{
    std::int64_t seq = 0;
    {
        auto rows = connection.query(kTouchRun, lease.run, lease.fence);
        if (!rows)
            return rows.error();
        const auto found = rows->next();
        if (!found)
            return found.error();
        if (!*found)
            return fenced(lease.run);
        seq = rows->integer(0) - 1;
        event.checkpoint = rows->integer(1);
    }
    changes.runs.insert(lease.run);
    return appendEvents(connection, lease.run, seq, {std::move(event)});
}

Flush flushOf(const graph::Lease& lease)
{
    return lease.durability == graph::Durability::Full ? Flush::Full : Flush::Normal;
}

} // namespace

Result<void> RunJournal::commit(const graph::Lease& lease, graph::StepRecord record)
{
    auto step = stepText(lease, record, m_graph);
    if (!step)
        return step.error();
    step->now = m_clock.now();
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
    const EventText event = eventText({.type = "effect_result",
                                       .node = node,
                                       .at = now,
                                       .data = {{"key", effect.key},
                                                {"safety", text.safety},
                                                {"ok", !effect.failed},
                                                {"result", effect.result},
                                                {"round", effect.round}}},
                                      0);
    const auto job = [&](Connection& connection, Changes& changes) -> Result<void> {
        if (auto told = tellEffect(connection, changes, lease, event); !told)
            return told;
        return writeResult(connection, lease.run, text, now);
    };
    return m_database.writer().write(job, flushOf(lease));
}

} // namespace signalbox::store
