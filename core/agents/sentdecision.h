// SPDX-License-Identifier: GPL-3.0-or-later
// What has become of a decision that goes back to a CI system: it is made here before it is taken there. And what of
// our rules goes against one that was made there.
//
// Thread  any: pure
// Disk    the rules are named in the audit log, member "breaks"
#pragma once

#include "core/base/json.h"
#include "core/gate/approval.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::agents {

enum class Sending : std::uint8_t { Waits, Taken, Refused, Failed };

std::string_view sendingName(Sending sending); // "waits", "taken", "refused", "failed"

struct SentDecision {
    Sending sending = Sending::Waits;
    std::string why = {}; // it was refused, or not sent
    int given = 0; // approvals there, with ours, when it was taken
    int needed = 0; // there, where those are too few; 0: they are enough, or it is not told
    std::vector<std::string> besides = {}; // who reviews there too, where ours is the answer of a rule
};

/// The run of the gate, which sends it.
struct Sender {
    std::string outcome; // empty while it is open
    bool hasFailed = false; // or was cancelled
    std::string failure = {};
};

/// Nothing: it goes nowhere, is not made yet, or was made there. `known`: the approvals of that run, among others.
std::optional<SentDecision> sentDecision(const gate::Approval& approval, const std::vector<gate::Approval>& known,
                                         const Sender& sender);

/// "one_of_2", as one person is enough there, "author", "excluded". `login`: whoever let it through.
Json breaches(const gate::Request& request, const std::string& login);
/// The same of somebody who let through what was rejected here meanwhile, as the result of an effect tells it: see
/// store::auditEffect().
Json elsewhere(const gate::Request& request, std::string_view provider, const std::string& login,
               const std::string& comment);

} // namespace signalbox::agents
