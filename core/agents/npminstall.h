// SPDX-License-Identifier: GPL-3.0-or-later
// The npm install healer: installs a project in a copy of it and, where that fails, finds the cause, applies a strategy
// in the copy, verifies it by a clean install, and offers the new lockfile to a person, or hands over to one.
//
// Thread  the graph is immutable; the ports must be usable from any thread
// Disk    node and channel names and effect keys are stored with every run
// Source  SPEC 4
#pragma once

#include "core/agents/npmworkbench.h"
#include "core/agents/selfhealing.h"

namespace signalbox::agents {

inline constexpr std::string_view kNpmInstall = "npm-install";

/// The policy in force for a folder, which need not belong to a line.
using FolderRules = std::function<Result<PolicyRules>(const std::string& folder)>;

/// All outlive the graph. Without them a graph can be drawn, but not run.
struct NpmInstallPorts {
    NpmWorkbench* npm = nullptr;
    KnowledgeBase* knowledge = nullptr;
    PolicySource* policy = nullptr; // how much of it is used up
    FolderRules rules = nullptr;
    CatalogueSource catalogue = nullptr;
    Milliseconds firstDelay{2'000}; // before the first retry; it doubles
};

Result<std::shared_ptr<const graph::Graph>> npmInstallGraph(const NpmInstallPorts& ports);

/// The input of a run that heals the project in `folder`.
Json npmInstallInput(const std::string& line, const std::string& folder);

} // namespace signalbox::agents
