// SPDX-License-Identifier: GPL-3.0-or-later
// Begins runs of the agents: one for each thing that is looked after.
//
// Thread     any but the store thread; blocks on the writer
// Ownership  database, graphs and clock outlive it
// Errors     Io
#pragma once

#include "core/agents/policyreview.h"
#include "core/ci/cisystem.h"
#include "core/ci/gate.h"
#include "core/host/scheduler.h"
#include "core/store/runrepository.h"

namespace signalbox::host {

class RunStarter {
public:
    RunStarter(store::Database& database, const GraphSet& graphs, const Clock& clock)
        : m_database(database), m_graphs(graphs), m_clock(clock)
    {
    }

    /// The self-healing run for a pipeline run, from this attempt on. The one that it has already is answered, unless
    /// that has ended and a later attempt has come since.
    Result<store::CreatedRun> heal(const ci::RunRef& pipeline, int attempt = 1);
    /// Asks people, once, for what waits there.
    Result<void> askAtGate(const ci::RunRef& pipeline, int attempt, const ci::PendingGate& gate);
    /// Asks a person, once, for a policy that allows more; an older question for the line is superseded.
    Result<void> reviewPolicy(const agents::PolicyProposal& proposal);

private:
    Result<store::CreatedRun> begin(std::string_view agent, const Json& input, const std::string& subject);

    store::Database& m_database;
    const GraphSet& m_graphs;
    const Clock& m_clock;
};

} // namespace signalbox::host
