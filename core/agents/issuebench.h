// SPDX-License-Identifier: GPL-3.0-or-later
// The port to the issues of lines: where people are told of what nobody has healed.
//
// Thread  any; calls block on the network, and answer within 200 ms of a stop
// Errors  as ci::IssueDesk
#pragma once

#include "core/ci/issuedesk.h"

namespace signalbox::agents {

class IssueBench {
public:
    virtual ~IssueBench() = default;

    /// Whether issues are opened in the repository of that line.
    virtual bool serves(const std::string& line) = 0;
    virtual Result<ci::ToldIssue> tell(const ci::IssueReport& report, std::stop_token stop) = 0;
};

} // namespace signalbox::agents
