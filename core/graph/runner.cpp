// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/runner.h"

#include "core/graph/settlement.h"
#include "core/graph/superstep.h"

#include <utility>

namespace signalbox::graph {

namespace {

Rest restOf(RunPhase phase)
{
    switch (phase) {
    case RunPhase::Succeeded: return Rest::Succeeded;
    case RunPhase::Failed: return Rest::Failed;
    case RunPhase::Cancelled: return Rest::Cancelled;
    case RunPhase::Waiting:
    case RunPhase::Sleeping: return Rest::Waiting;
    default: return Rest::Parked;
    }
}

} // namespace

Runner::Runner(const Graph& graph, Journal& journal, Executor& executor, const Clock& clock)
    : m_graph(graph), m_journal(journal), m_executor(executor), m_clock(clock)
{
}

Checkpoint Runner::start(const Graph& graph, Json input, UtcTime now)
{
    Checkpoint checkpoint;
    checkpoint.at = now;
    if (input.is_object())
        checkpoint.state = std::move(input);
    checkpoint.frontier.tasks.push_back({.node = graph.entry()});
    return checkpoint;
}

Result<Rest> Runner::drive(LiveRun& run, const DriveControl& control)
{
    Settlement settlement(m_graph, run, m_clock, m_journal.keepsEvents());
    StepRecord record = settlement.open(run.resumed, std::exchange(run.answers, Json::array()));
    for (;;) {
        const bool stopping = control.stop.stop_requested();
        if (stopping && control.cancelled && control.cancelled())
            settlement.cancel(record);
        const RunPhase phase = record.phase;
        const bool parks
            = stopping || settlement.held() || settlement.broken() || (control.mayStep && !control.mayStep());
        if (phase == RunPhase::Running && !parks)
            settlement.announce(record);
        if (auto stored = m_journal.commit(run.lease, std::move(record)); !stored)
            return stored.error();
        if (settlement.broken()) // what its siblings have finished is kept
            return *settlement.broken();
        if (phase != RunPhase::Running || parks)
            return restOf(phase);

        const SuperstepScene scene{m_graph,   run.at.state, run.at.frontier, run.lease,
                                   m_journal, m_executor,   m_clock,         control};
        record = settlement.close(runDueTasks(scene));
    }
}

} // namespace signalbox::graph
