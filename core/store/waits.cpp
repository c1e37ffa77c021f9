// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/waits.h"

#include "core/store/outagerepository.h"
#include "core/store/runstate.h"

#include <vector>

namespace signalbox::store {

namespace {

constexpr std::string_view kInsert
    = "INSERT INTO wait (run, token, node, at, event, approval) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
constexpr std::string_view kAnswer = "UPDATE wait SET answer = ?3, answered_at = ?4"
                                     " WHERE run = ?1 AND token = ?2 AND answered_at IS NULL RETURNING approval";
constexpr std::string_view kOfRun = "SELECT token, approval, answer IS NOT NULL FROM wait WHERE run = ?1";
constexpr std::string_view kRemove = "DELETE FROM wait WHERE run = ?1 AND token = ?2";
constexpr std::string_view kShut = "UPDATE wait SET answered_at = ?2 WHERE run = ?1 AND answered_at IS NULL";
constexpr std::string_view kOpenApprovals = "SELECT id FROM approval WHERE run = ?1 AND closed_at IS NULL ORDER BY id";
constexpr std::string_view kReopen
    = "UPDATE wait SET answered_at = NULL WHERE run = ?1 AND answer IS NULL AND answered_at IS NOT NULL";
constexpr std::string_view kReopenApprovals
    = "UPDATE approval SET state = 'open', closed_at = NULL, deadline = ?2 + (deadline - asked_at), asked_at = ?2"
      " WHERE run = ?1 AND state = 'void' AND id IN"
      " (SELECT approval FROM wait WHERE run = ?1 AND approval IS NOT NULL AND answer IS NULL)";

struct OpenWait {
    std::string token;
    std::optional<ApprovalId> approval;
    bool answered = false;
};

Result<OpenWait> readWait(const Cursor& row)
{
    OpenWait wait{.token = row.text(0), .approval = {}, .answered = row.integer(2) != 0};
    if (!row.isNull(1))
        wait.approval = ApprovalId{row.integer(1)};
    return wait;
}

/// A run that became part of an outage while it was about to ask: another one asks for it.
Result<void> leaveToOthers(Connection& connection, Changes& changes, const WaitKey& wait, ApprovalId approval,
                           UtcTime now)
{
    const auto others = isAskedForByOthers(connection, wait.run);
    if (!others || !*others)
        return others ? Result<void>() : Result<void>(others.error());
    if (auto closed = closeApproval(connection, changes, approval, gate::ApprovalState::Superseded, now); !closed)
        return closed;
    const auto answered = answerWait(connection, changes, wait, supersededAnswer(), now);
    return answered ? Result<void>() : Result<void>(answered.error());
}

} // namespace

Result<void> beginWait(Connection& connection, Changes& changes, RunId run, const WaitText& wait, UtcTime now)
{
    std::optional<ApprovalId> approval;
    if (wait.request) {
        const auto asked
            = insertApproval(connection, changes,
                             {.wait = {run, wait.token}, .node = wait.node, .request = *wait.request, .askedAt = now});
        if (!asked)
            return asked.error();
        approval = *asked;
    }
    const auto stored = connection.execute(kInsert, run, wait.token, wait.node, wait.at, wait.event, approval);
    if (!stored)
        return stored.error();
    if (!approval || wait.request->kind != "escalation")
        return {};
    return leaveToOthers(connection, changes, {run, wait.token}, *approval, now);
}

Result<bool> answerWait(Connection& connection, Changes& changes, const WaitKey& wait, const Json& answer, UtcTime now)
{
    std::optional<ApprovalId> asked;
    {
        auto rows = connection.query(kAnswer, wait.run, wait.token, dumpJson(answer), now);
        if (!rows)
            return rows.error();
        auto found = rows->next();
        if (!found || !*found)
            return found;
        if (!rows->isNull(0))
            asked = ApprovalId{rows->integer(0)};
    }
    if (asked) { // closed already where the answer is the decision itself
        if (auto closed = closeApproval(connection, changes, *asked, gate::ApprovalState::Void, now); !closed)
            return closed.error();
    }
    if (auto queued = queueWaiting(connection, changes, wait.run); !queued)
        return queued.error();
    return true;
}

Result<bool> settleWaits(Connection& connection, Changes& changes, RunId run, const std::set<std::string>& live,
                         UtcTime now)
{
    const auto waits = collect<OpenWait>(connection.query(kOfRun, run), readWait);
    if (!waits)
        return waits.error();
    bool answered = false;
    for (const OpenWait& wait : *waits) {
        if (live.contains(wait.token)) {
            answered |= wait.answered;
            continue;
        }
        if (auto removed = connection.execute(kRemove, run, wait.token); !removed)
            return removed.error();
        if (!wait.approval)
            continue;
        if (auto closed = closeApproval(connection, changes, *wait.approval, gate::ApprovalState::Void, now); !closed)
            return closed.error();
    }
    return answered;
}

Result<void> shutWaits(Connection& connection, Changes& changes, RunId run, UtcTime now)
{
    if (auto shut = connection.execute(kShut, run, now); !shut)
        return shut.error();
    const auto open
        = collect<ApprovalId>(connection.query(kOpenApprovals, run),
                              [](const Cursor& row) -> Result<ApprovalId> { return ApprovalId{row.integer(0)}; });
    if (!open)
        return open.error();
    for (const ApprovalId approval : *open)
        if (auto closed = closeApproval(connection, changes, approval, gate::ApprovalState::Void, now); !closed)
            return closed;
    return {};
}

Result<void> reopenWaits(Connection& connection, Changes& changes, RunId run, UtcTime now)
{
    const auto reopened = connection.execute(kReopenApprovals, run, now);
    if (!reopened)
        return reopened.error();
    changes.approvals |= *reopened > 0;
    const auto waits = connection.execute(kReopen, run);
    return waits ? Result<void>() : Result<void>(waits.error());
}

} // namespace signalbox::store
