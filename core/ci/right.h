// SPDX-License-Identifier: GPL-3.0-or-later
// What a token may do on its server, each thing tried once with a call that changes nothing.
//
// Thread  any: values
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::ci {

enum class Right {
    Reach,
    SignIn,
    ReadRuns,
    ReadEnvironments,
    RerunJobs,
    OpenChanges, // pull and merge requests, and their branches
    OpenIssues,
    ReviewDeployments,
    ReadReasons, // why a job ended, where more than its outcome tells
    ReadWebhooks, // and what they did not deliver
    Deliver, // a message, to a receiver of messages
    Advise, // of a model
};

enum class RightState {
    Untried, // waits for those before it, which it needs
    Works,
    Lacks, // the server says that the token may not
    Fails, // could not be found out
};

struct TriedRight {
    Right right = Right::Reach;
    RightState state = RightState::Untried;
    int status = 0; // of HTTP; 0: no answer came
    Milliseconds took{};
    std::string who{}; // SignIn: the login
    std::optional<UtcTime> expires{}; // SignIn: the token
    int count = 0; // ReadRuns: so many
    std::optional<UtcTime> newest{}; // ReadRuns
    std::vector<std::string> names{}; // ReadEnvironments
    std::string lacks{}; // Lacks: what to give the token, in the server's own words: "Actions: write", "api"
    std::string detail{}; // Lacks, Fails: one line: what, where, what to do

    bool operator==(const TriedRight&) const = default;
};

} // namespace signalbox::ci
