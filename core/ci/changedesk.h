// SPDX-License-Identifier: GPL-3.0-or-later
// The port to where a line takes changes for review: pull requests, merge requests.
//
// Thread  any; a call blocks on the network
// Errors  as RemoteSystem
#pragma once

#include "core/ci/changeoffer.h"

namespace signalbox::ci {

class ChangeDesk {
public:
    virtual ~ChangeDesk() = default;

    /// The file of the repository that defines the pipeline of a run: ".github/workflows/ci.yml".
    virtual Result<std::string> definitionOf(const RunRef& run, const std::stop_token& stop) = 0;

    /// The newest offer of that branch, open or not.
    virtual Result<std::optional<OfferedChange>> find(const std::string& line, const std::string& branch,
                                                      const std::stop_token& stop)
        = 0;

    /// Looks before each act, and again where an answer was lost or refused: nothing is made twice.
    virtual Result<OfferedChange> offer(const ChangeOffer& change, const std::stop_token& stop) = 0;
};

} // namespace signalbox::ci
