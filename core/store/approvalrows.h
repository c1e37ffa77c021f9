// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of approval and decision, read and written in whatever transaction needs them.
//
// Thread  that of the connection
// Errors  NotFound, Io
// Disk    schema.md
#pragma once

#include "core/gate/approval.h"
#include "core/store/changes.h"
#include "core/store/connection.h"

#include <vector>

namespace signalbox::store {

Result<gate::Approval> readApproval(Connection& connection, ApprovalId approval);

/// Whose wait is answered when the request is closed.
struct WaitKey {
    RunId run;
    std::string token;
};
Result<WaitKey> waitOf(Connection& connection, ApprovalId approval);

struct NewApproval {
    WaitKey wait;
    std::string node;
    gate::Request request;
    UtcTime askedAt;
};
Result<ApprovalId> insertApproval(Connection& connection, Changes& changes, NewApproval approval);

Result<void> insertDecision(Connection& connection, ApprovalId approval, const gate::RecordedDecision& made,
                            const std::string& key);

/// The decision, or that it was taken back at `made.at`, on the audit log.
Result<void> auditDecision(Connection& connection, Changes& changes, const gate::Approval& approval,
                           const gate::RecordedDecision& made, const Json& more = Json::object());

/// Closes it if it is open still. `why` goes to the audit log.
Result<void> closeApproval(Connection& connection, Changes& changes, ApprovalId approval, gate::ApprovalState state,
                           UtcTime now, const std::string& why = {});

/// What the run is told: {"by": "person", "data": …}.
Json expiredAnswer(const gate::Approval& approval);
Json decidedAnswer(const gate::Approval& approval);
Json supersededAnswer();

} // namespace signalbox::store
