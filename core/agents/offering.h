// SPDX-License-Identifier: GPL-3.0-or-later
// Fixes that are offered for review: what they have in common. Each is made and checked away from the repository; the
// offer is one commit on a branch of its own, and merging it is a person's.
//
// Thread  that of the node
// Errors  those of the ports, but for what keeps a fix from being made: that is told as such
#pragma once

#include "core/agents/changebench.h"
#include "core/agents/selfhealing.h"

#include <functional>

namespace signalbox::agents {

/// What came of one.
struct OfferedFix {
    std::string outcome; // "offered", "failed"; empty with a fault
    std::string reason; // why a person is asked then, as EscalationEvidence::reason
    Json change; // of an offer: {"number", "page", "branch"}
    std::string fault; // why it could not even be tried
};

/// Of the offers that a run makes. Whatever runs there is not mended by offers of its own.
inline constexpr std::string_view kOfferedBranches = "signalbox/";

/// The one for the run in `state`, without its files, title and text. `kind` names its branch: "lockfile".
ci::ChangeOffer offerFor(const graph::State& state, std::string_view kind);

using FilesOf = std::function<Result<std::vector<ci::ChangedFile>>(const std::stop_token& stop)>;

/// Opens the request, as the effect KEY:pull_request. `files` makes what it changes: that is kept nowhere in between.
Result<OfferedFix> openRequest(const SelfHealingPorts& ports, const ci::ChangeOffer& offer, const FilesOf& files,
                               const std::string& key, const graph::NodeContext& context);

/// What cannot be made here is no refusal of whoever it would be offered to.
Result<OfferedFix> notMade(const Error& error);

/// Something that others wrote, as it can stand in a sentence or a table, and is nothing but text: "`money`".
std::string tableCell(std::string text);

} // namespace signalbox::agents
