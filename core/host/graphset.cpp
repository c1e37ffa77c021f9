// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/graphset.h"

namespace signalbox::host {

Result<std::shared_ptr<const graph::Graph>> graphOf(const GraphSet& graphs, const std::string& agent, int version)
{
    const auto found = graphs.find(agent);
    if (found == graphs.end())
        return Error{ErrorCode::NotFound,
                     "runs of agent " + agent + " are not driven, forked or replayed by this program"};
    const int here = found->second->version();
    if (here != version)
        return Error{ErrorCode::InvalidInput,
                     "it was begun with version " + std::to_string(version) + " of agent " + agent
                         + ", this program has version " + std::to_string(here) + "; use the program that began it"};
    return found->second;
}

Result<graph::Checkpoint> checkpointOf(store::StoredCheckpoint stored, const graph::Graph& graph)
{
    auto frontier = graph::frontierFromJson(stored.frontier, graph);
    if (!frontier)
        return frontier.error();
    return graph::Checkpoint{.number = stored.number,
                             .at = stored.at,
                             .state = std::move(stored.state),
                             .frontier = *std::move(frontier),
                             .waits = stored.waits,
                             .nodes = std::move(stored.nodes)};
}

} // namespace signalbox::host
