// SPDX-License-Identifier: GPL-3.0-or-later
// What has become of a decision that goes back to a CI system: it is made here before it is taken there. And what of
// our rules goes against one that was made there.
//
// Thread  any: pure
// Disk    the rules are named in the audit log, member "breaks"
#pragma once

#include "core/base/json.h"
#include "core/ci/gate.h"
#include "core/gate/approval.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::agents {

/// The agent that waits at a gate of a CI system, and sends the decision there.
inline constexpr std::string_view kDeploymentGate = "deployment-gate";

enum class Sending : std::uint8_t { Waits, Taken, Refused, Failed, NotStarted };

std::string_view sendingName(Sending sending); // "waits", "taken", "refused", "failed", "not_started"

/// The outcome of a run whose approval was taken there, while what it lets through could not be started.
inline constexpr std::string_view kNotStarted = "approved_not_started";

struct SentDecision {
    Sending sending = Sending::Waits;
    std::string why = {}; // it was refused or not sent, or nothing was started
    int given = 0; // approvals there, with ours, when it was taken
    int needed = 0; // there, where those are too few; 0: they are enough, or it is not told
    std::vector<std::string> besides = {}; // who reviews there too, where ours is the answer of a rule
    std::vector<std::string> apps = {}; // whose rules have to let it through too
};

/// The run of the gate, which sends it.
struct Sender {
    std::string outcome; // empty while it is open
    bool hasFailed = false; // or was cancelled
    std::string failure = {};
    std::string cause = {}; // why nothing was started
};

/// Nothing: it goes nowhere, is not made yet, or was made there. `known`: the approvals of that run, among others.
std::optional<SentDecision> sentDecision(const gate::Approval& approval, const std::vector<gate::Approval>& known,
                                         const Sender& sender);

/// "one_of_2", as one person is enough there, "author", "excluded". `login`: whoever let it through.
Json breaches(const gate::Request& request, const std::string& login);
/// Of somebody who has decided otherwise there meanwhile, as the result of an effect tells it: see
/// store::auditEffect(). Who let through what was rejected here has breaches.
Json elsewhere(const gate::Request& request, std::string_view provider, const ci::GateReview& review);

} // namespace signalbox::agents
