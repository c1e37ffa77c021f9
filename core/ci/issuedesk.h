// SPDX-License-Identifier: GPL-3.0-or-later
// The port to where people are told of a failure that nobody has healed: issues of the line's repository.
//
// Thread  any; a call blocks on the network
// Errors  as RemoteSystem
#pragma once

#include "core/ci/cisystem.h"

namespace signalbox::ci {

/// Of one signature there is one open issue.
struct IssueReport {
    RunRef because; // the run that failed
    int attempt = 1; // of it
    std::string signature;
    std::string title;
    std::string text; // Markdown
    UtcTime at; // now
};

struct ToldIssue {
    std::int64_t number = 0;
    std::string page; // for people
    std::string how; // "opened", "commented", "known": it was told of the same within a day
};

class IssueDesk {
public:
    virtual ~IssueDesk() = default;

    /// Opens the issue of that signature, or comments on the one that is open, at most once a day. Looks before each
    /// act, and again where an answer was lost: told twice of one attempt, it does nothing more.
    virtual Result<ToldIssue> tell(const IssueReport& report, const std::stop_token& stop) = 0;
};

} // namespace signalbox::ci
