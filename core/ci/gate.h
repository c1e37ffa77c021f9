// SPDX-License-Identifier: GPL-3.0-or-later
// The port to the gates of a CI system: jobs that wait in a run until people let them through to an environment, who
// may do that there, and the decision of a person here.
//
// Thread  any; a call may block on I/O and answers within 200 ms of a stop
// Errors  as ci::System; decide(): Conflict where nothing waits there any more, InvalidInput where it is refused
#pragma once

#include "core/ci/cisystem.h"

namespace signalbox::ci {

/// Who may let it through there.
struct GateReviewer {
    std::string name; // login of a person, short name of a team
    bool isTeam = false;
};

/// What a person has said there. The system need not tell when, nor of which attempt.
struct GateReview {
    std::string environment;
    bool approved = false;
    std::string by; // login; empty: not told
    std::string comment;
    std::string gate = {}; // id of the one it was said of; empty: any of that environment
    std::string notDone = {}; // it was taken, but what is to follow was refused: why
    bool operator==(const GateReview&) const = default;
};

/// The jobs of a run that wait for people before they may change one environment.
struct PendingGate {
    std::string environment; // "production"; the name of the job where it names none
    std::string id; // as the system names it
    std::string occasion; // tells this wait from another one of that environment in the same run
    std::vector<GateReview> earlier; // of that environment in the same run, which let something else through
    std::int64_t waitMinutes = 0; // a timer besides
    std::vector<GateReviewer> reviewers;
    std::optional<bool> mayDecide; // whoever our token stands for; nothing: not told
    std::string job = {}; // that starts when it is let through; empty: all of that environment
    bool keepsComment = true; // with the decision
    std::string rule = {}; // ours, which no one else answers: "signalbox", the name of our App; empty: people review
    std::vector<std::string> others = {}; // Apps whose rules alone let it through: nothing that is decided here counts
    std::string page = {}; // of the run, for people; empty: not told
};

/// What the system itself makes sure of at an environment. Nothing: it does not tell.
struct GateRules {
    int needed = 1; // approvals that are enough there
    std::optional<bool> adminsMayBypass;
    std::optional<bool> preventsSelfReview;
    std::string branches; // that may come there: "any", "protected", "selected"
    bool isOpen = false; // nobody is asked there: whoever may start the job starts it
    std::vector<std::string> apps = {}; // whose rules have to let it through, besides what the gate itself is
};

struct ChangedPath {
    std::string path;
    std::string status; // "added", "modified", "removed", "renamed"
    std::int64_t additions = 0; // lines
    std::int64_t deletions = 0;
};

struct ChangedBy {
    std::string commit;
    std::string title; // first line of its message
    std::string author;
};

/// A deployment that has ended, and how.
struct PastRelease {
    std::string commit;
    Conclusion conclusion = Conclusion::None; // Success, Failure, Cancelled
    std::optional<UtcTime> at; // when it was begun
};

/// What a commit brings to an environment beside the one that runs there.
struct GateChanges {
    std::string deployed; // commit; empty: the system knows of none
    std::int64_t commits = 0;
    std::int64_t files = 0;
    bool isCounted = true; // false: there are at least so many files
    std::vector<ChangedBy> newest; // commits, bounded
    std::vector<ChangedPath> paths; // bounded
    std::vector<PastRelease> past = {}; // to that environment, newest first, bounded
};

struct GateDecision {
    RunRef run;
    PendingGate gate;
    bool approve = false;
    std::string comment; // by which it is known again there
    bool isAgain = false; // it may have been sent before
};

class Gate {
public:
    virtual ~Gate() = default;

    virtual bool serves(const std::string& line) = 0;
    virtual std::string_view provider(const std::string& line) const = 0; // "github"

    /// Without what only waits for a time.
    virtual Result<std::vector<PendingGate>> pending(const RunRef& run, std::stop_token stop) = 0;
    /// Of all attempts.
    virtual Result<std::vector<GateReview>> reviews(const RunRef& run, std::stop_token stop) = 0;
    virtual Result<GateRules> rules(const std::string& line, const PendingGate& gate, std::stop_token stop) = 0;
    virtual Result<GateChanges> changes(const std::string& line, const std::string& environment,
                                        const std::string& commit, std::stop_token stop)
        = 0;
    /// The review that counts there: ours, or that of somebody who was faster. Looks before it acts, and again where an
    /// answer was lost or refused.
    virtual Result<GateReview> decide(const GateDecision& decision, std::stop_token stop) = 0;
    /// What became of a decision that may have been sent. Nothing: it is to be sent, by what looks before it acts.
    virtual Result<std::optional<GateReview>> whatBecame(const GateDecision& decision, std::stop_token stop);
    /// The number of the run that deploys there in place of this one, which waits no more and was not let through.
    /// Empty: none is known.
    virtual Result<std::string> supersededBy(const RunRef&, const PendingGate&, std::stop_token)
    {
        return std::string();
    }
};

/// Those of that gate which are not among its earlier ones, as they are told. Whoever rejects its environment has
/// decided about its rule too.
std::vector<GateReview> reviewsSince(const PendingGate& gate, const std::vector<GateReview>& now);
/// The first of them.
std::optional<GateReview> reviewSince(const PendingGate& gate, const std::vector<GateReview>& now);

} // namespace signalbox::ci
