// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/forking.h"

#include "core/base/redaction.h"
#include "core/graph/fork.h"
#include "core/store/approvalrepository.h"
#include "core/store/checkpointrepository.h"
#include "core/store/runrepository.h"

#include <algorithm>

namespace signalbox::host {

namespace {

/// What a person types may hold a secret, and is stored.
Result<Json> withoutSecrets(const Json& patch)
{
    return parseJson(Redactor().redact(dumpJson(patch)).text);
}

/// Channels of the patch that this run has never had, and that its graph does not name: mistyped, perhaps.
std::vector<std::string> newChannels(const Json& patch, const Json& before, const Json& newest,
                                     const graph::Graph& graph)
{
    std::vector<std::string> names;
    for (const auto& [name, value] : patch.items()) {
        const bool named = std::ranges::find(graph.factChannels(), name) != graph.factChannels().end();
        if (!named && !before.contains(name) && !newest.contains(name))
            names.push_back(name);
    }
    return names;
}

Json factsOf(const Json& state, const graph::Graph& graph)
{
    Json facts = Json::object();
    for (const std::string& channel : graph.factChannels()) {
        if (const auto at = state.find(channel); at != state.end())
            facts[channel] = *at;
    }
    return facts;
}

/// A live fork asks again wherever the policy's word or a person's was given for something else than what it does now.
Result<graph::Acting> actingOf(store::Database& database, const ForkRequest& request, const store::RunRow& original,
                               const store::StoredCheckpoint& at)
{
    if (!request.live)
        return graph::Acting::Rehearsal;
    if (original.origin || !request.patch.empty())
        return graph::Acting::Asking;
    const auto approvals = store::ApprovalRepository(database).listOfRun(request.run);
    if (!approvals)
        return approvals.error();
    const bool approved = std::ranges::any_of(*approvals, [&](const gate::Approval& approval) {
        return approval.state == gate::ApprovalState::Approved && approval.closedAt && *approval.closedAt <= at.at;
    });
    return approved ? graph::Acting::Asking : graph::Acting::Live;
}

} // namespace

Result<Forked> forkRun(store::Database& database, const GraphSet& graphs, const ForkRequest& request,
                       const store::Act& act)
{
    store::RunRepository runs(database);
    store::CheckpointRepository checkpoints(database);
    const auto original = runs.find(request.run);
    if (!original)
        return original.error();
    const auto graph = graphOf(graphs, original->agent, original->graphVersion);
    if (!graph)
        return Error{graph.error().code, "run " + std::to_string(request.run.value) + ": " + graph.error().detail};
    const auto at = checkpoints.at(request.run, request.checkpoint);
    if (!at)
        return at.error();
    auto checkpoint = checkpointOf(*at, **graph);
    const auto newest = checkpoints.stateAt(request.run, original->checkpoint);
    const auto patch = withoutSecrets(request.patch);
    const auto acting = actingOf(database, request, *original, *at);
    for (const Error* error : {checkpoint ? nullptr : &checkpoint.error(), newest ? nullptr : &newest.error(),
                               patch ? nullptr : &patch.error(), acting ? nullptr : &acting.error()})
        if (error)
            return *error;
    const auto fork = graph::forkOf(*std::move(checkpoint), *patch, act.at);
    if (!fork)
        return fork.error();
    const auto created = runs.create({.agent = original->agent,
                                      .graphVersion = original->graphVersion,
                                      .line = original->line,
                                      .subject = {},
                                      .durability = original->durability,
                                      .origin = graph::Origin{request.run, request.checkpoint},
                                      .by = act.by,
                                      .patch = *patch,
                                      .acting = *acting,
                                      .state = fork->state,
                                      .frontier = graph::toJson(fork->frontier, **graph),
                                      .facts = factsOf(fork->state, **graph)},
                                     act.at);
    if (!created)
        return created.error();
    return Forked{created->run, newChannels(*patch, at->state, *newest, **graph)};
}

} // namespace signalbox::host
