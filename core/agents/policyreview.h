// SPDX-License-Identifier: GPL-3.0-or-later
// The agent that holds a policy which allows more than the accepted one, until a person approves it.
//
// Thread  the graph is immutable; the port must be usable from any thread
// Disk    node and channel names are stored with every run; the evidence's keys with every approval
// Source  SPEC 2
#pragma once

#include "core/graph/graph.h"

#include <memory>
#include <string>
#include <vector>

namespace signalbox::agents {

inline constexpr std::string_view kPolicyReview = "policy-review";

/// A policy as it stands on the default branch, and what it would loosen.
struct PolicyProposal {
    std::string line;
    std::string before; // the accepted rules, JSON text
    std::string rules; // the proposed ones
    std::vector<std::string> looser;
};

/// Puts a policy in force.
class PolicyKeeper {
public:
    virtual ~PolicyKeeper() = default;
    /// Conflict where another policy came into force meanwhile.
    virtual Result<void> accept(const PolicyProposal& proposal, const std::string& person, const std::string& reason)
        = 0;
};

/// Without a keeper it can be drawn, but not run.
Result<std::shared_ptr<const graph::Graph>> policyReviewGraph(PolicyKeeper* keeper);

Json policyReviewInput(const PolicyProposal& proposal);

} // namespace signalbox::agents
