// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that people decide. Judged inside the write transaction, so that of two
// deciders one wins and the other is told who did.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  NotFound; those of gate::judge(); Io
#pragma once

#include "core/gate/approval.h"
#include "core/store/database.h"

namespace signalbox::store {

/// How a request ended in the CI system itself, where people decide too.
struct EndedThere {
    gate::ApprovalState state = gate::ApprovalState::Void; // else Approved or Rejected
    std::string by; // "github:boss"; empty: nobody is known to have decided
    std::string reason; // what they said, or why it ended
    Json more = Json::object(); // of the audit record
    Json told; // to the run, as data of a person's answer
};

/// Instead of the hash of evidence: what was decided elsewhere was decided on none of ours.
inline constexpr std::string_view kSeenElsewhere = "elsewhere";

class ApprovalRepository {
public:
    explicit ApprovalRepository(Database& database) : m_database(database) { }

    /// Open and held ones first, by deadline; then the others, newest first. A damaged row fails, or is told in
    /// `unreadable` and left out.
    Result<std::vector<gate::Approval>> list(int limit = 500, std::vector<ApprovalId>* unreadable = nullptr);
    Result<std::vector<gate::Approval>> listOpen(int limit = 500, std::vector<ApprovalId>* unreadable = nullptr);
    Result<std::vector<gate::Approval>> listOfRun(RunId run); // oldest first
    Result<gate::Approval> find(ApprovalId approval);
    Result<std::optional<gate::Approval>> findOpen(ApprovalId approval); // nothing: it is closed, or there is none

    /// Records the decision; it takes effect after gate::kTakeBackTime, by WakeUps::effectDecisions(). The same `key`
    /// (of the sender, unique for each decision it means) is recorded once and answered again; empty: no key.
    Result<gate::ApprovalState> decide(ApprovalId approval, const gate::Decision& decision, UtcTime now,
                                       const std::string& key = {});

    /// The last decision, until it has taken effect. `by`: only their own; empty: anybody's.
    Result<void> takeBack(ApprovalId approval, UtcTime now, const std::string& by = {});

    /// A person has looked at how it ended. Nothing, where it is open or was seen before.
    Result<void> acknowledge(ApprovalId approval, UtcTime now);

    /// A newer request has replaced it: its run goes on with the verdict "superseded".
    Result<void> supersede(ApprovalId approval, UtcTime now);
    /// It takes effect at once, as it has there. Conflict: it is closed already.
    Result<void> endThere(ApprovalId approval, const EndedThere& ended, UtcTime now);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
