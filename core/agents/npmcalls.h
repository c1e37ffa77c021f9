// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of npm as effects of a step: each has an intent, a result, and can tell after a crash whether it ended.
//
// Thread  that of the node
#pragma once

#include "core/agents/npminstall.h"
#include "core/agents/npmstrategy.h"

namespace signalbox::agents {

/// One run of npm in the copy.
Result<NpmEnd> performCall(const NpmInstallPorts& ports, const NpmCall& call, SafetyClass safety,
                           const graph::NodeContext& context);

/// The install that is diagnosed or verified: `npm ci` where there is a lockfile, else `npm install`.
NpmCall cleanInstall(const graph::State& state, const std::string& key, bool patient);

/// What `strategy` runs before the clean install; nothing where it runs nothing.
std::optional<NpmCall> preparation(const graph::State& state, NpmStrategy strategy, const std::string& key);

/// Deletes the package cache.
Result<void> performEmptying(const NpmInstallPorts& ports, const std::string& key, const graph::NodeContext& context);

/// What a person is shown before the lockfile is taken over, or null where nothing changes.
Result<Json> performOffer(const NpmInstallPorts& ports, const graph::State& state, const std::string& key,
                          const graph::NodeContext& context);

/// Entries of the healed lockfile that no one may take over.
Result<std::vector<std::string>> performInspection(const NpmInstallPorts& ports, const std::string& key,
                                                   const graph::NodeContext& context);

Result<void> performAccept(const NpmInstallPorts& ports, const graph::State& state, const graph::NodeContext& context);

} // namespace signalbox::agents
