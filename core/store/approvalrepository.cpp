// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/approvalrepository.h"

#include "core/base/redaction.h"
#include "core/gate/decisionrules.h"
#include "core/store/news.h"
#include "core/store/waits.h"

#include <nlohmann/json.hpp>

#include <iterator>

namespace signalbox::store {

namespace {

constexpr std::string_view kOpen = "SELECT id FROM approval WHERE closed_at IS NULL ORDER BY deadline, id LIMIT ?1";
constexpr std::string_view kClosed
    = "SELECT id FROM approval WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id DESC LIMIT ?1";
constexpr std::string_view kIsOpen = "SELECT COUNT(*) FROM approval WHERE id = ?1 AND closed_at IS NULL";
constexpr std::string_view kOfRun = "SELECT id FROM approval WHERE run = ?1 ORDER BY id";
constexpr std::string_view kKey = "SELECT COUNT(*) FROM decision WHERE approval = ?1 AND key = ?2";
constexpr std::string_view kUpdate = "UPDATE approval SET state = ?2, deadline = ?3, effective_at = ?4 WHERE id = ?1";
constexpr std::string_view kEvidence = "UPDATE approval SET request = ?2, evidence_hash = ?3 WHERE id = ?1";
constexpr std::string_view kSeen
    = "UPDATE approval SET seen_at = ?2 WHERE id = ?1 AND closed_at IS NOT NULL AND seen_at IS NULL";
constexpr std::string_view kTakeBack = "UPDATE decision SET taken_back = 1 WHERE approval = ?1 AND number = ?2";

Result<std::vector<gate::Approval>> readAll(Connection& connection, Result<Cursor> rows,
                                            std::vector<ApprovalId>* unreadable = nullptr)
{
    const auto ids = collect<ApprovalId>(
        std::move(rows), [](const Cursor& row) -> Result<ApprovalId> { return ApprovalId{row.integer(0)}; });
    if (!ids)
        return ids.error();
    std::vector<gate::Approval> approvals;
    for (const ApprovalId id : *ids) {
        auto approval = readApproval(connection, id);
        if (approval)
            approvals.push_back(*std::move(approval));
        else if (unreadable)
            unreadable->push_back(id);
        else
            return approval.error();
    }
    return approvals;
}

/// State, deadline and moment of effect follow from the decisions that stand.
Result<void> update(Connection& connection, Changes& changes, const gate::Approval& approval)
{
    std::optional<UtcTime> effect;
    if (gate::outcome(approval)) {
        for (const gate::RecordedDecision& made : approval.decisions)
            if (!made.takenBack && (!effect || made.effectiveAt > *effect))
                effect = made.effectiveAt;
    }
    const auto stored
        = connection.execute(kUpdate, approval.id, gate::stateName(approval.state), approval.deadline, effect);
    if (!stored)
        return stored.error();
    changes.approvals = true;
    changes.runs.insert(approval.run);
    return {};
}

/// The answer is evidence from here on, so what was approved without it counts no more.
Result<void> joinAnswer(Connection& connection, gate::Approval& approval, const gate::RecordedDecision& answer)
{
    approval.request.evidence = gate::answeredEvidence(approval, answer);
    approval.evidenceHash = gate::evidenceHash(approval.request.evidence);
    const auto stored
        = connection.execute(kEvidence, approval.id, dumpJson(gate::toJson(approval.request)), approval.evidenceHash);
    return stored ? Result<void>() : Result<void>(stored.error());
}

Result<gate::ApprovalState> decideNow(Connection& connection, Changes& changes, gate::Approval approval,
                                      const gate::RecordedDecision& made, const std::string& key)
{
    if (!key.empty()) {
        const auto sent = connection.number(kKey, approval.id, key);
        if (!sent)
            return sent.error();
        if (*sent > 0)
            return gate::outcome(approval).value_or(approval.state);
    }
    auto judged = gate::judge(approval, made.decision, made.at);
    if (!judged)
        return judged;
    if (auto stored = insertDecision(connection, approval.id, made, key); !stored)
        return stored.error();
    if (auto audited = auditDecision(connection, changes, approval, made); !audited)
        return audited.error();
    if (made.decision.verdict == gate::Verdict::Ask && gate::asksExtend(approval))
        approval.deadline += gate::kAskExtension;
    if (*judged == gate::ApprovalState::Held)
        approval.state = gate::ApprovalState::Held;
    if (made.decision.verdict == gate::Verdict::Answer) {
        if (auto joined = joinAnswer(connection, approval, made); !joined)
            return joined.error();
    }
    approval.decisions.push_back(made);
    if (auto updated = update(connection, changes, approval); !updated)
        return updated.error();
    return judged;
}

Result<void> takeBackNow(Connection& connection, Changes& changes, gate::Approval approval, UtcTime now,
                         const std::string& by)
{
    const gate::RecordedDecision* pending = gate::pendingDecision(approval, now);
    if (!pending)
        return Error{ErrorCode::Conflict, "There is nothing to take back. A decision takes effect after 5 s."};
    if (!by.empty() && !gate::samePerson(by, pending->decision.by))
        return Error{ErrorCode::Conflict,
                     "The decision was made by " + pending->decision.by + ". Only they can take it back."};
    const auto index = pending - approval.decisions.data();
    approval.decisions[static_cast<std::size_t>(index)].takenBack = true;
    if (pending->decision.verdict == gate::Verdict::Ask && gate::asksExtend(approval))
        approval.deadline -= gate::kAskExtension; // it had extended it
    if (pending->decision.verdict == gate::Verdict::Hold)
        approval.state = gate::ApprovalState::Open;
    if (auto stored = connection.execute(kTakeBack, approval.id, static_cast<std::int64_t>(index + 1)); !stored)
        return stored.error();
    gate::RecordedDecision taken = *pending;
    taken.at = now;
    if (auto audited = auditDecision(connection, changes, approval, taken); !audited)
        return audited;
    return update(connection, changes, approval);
}

Error hasEnded(const gate::Approval& approval)
{
    return {ErrorCode::Conflict, "The approval has ended: " + std::string(gate::stateName(approval.state)) + "."};
}

Result<void> endThereNow(Connection& connection, Changes& changes, const gate::Approval& approval,
                         const EndedThere& ended, UtcTime now)
{
    if (!ended.by.empty()) {
        const bool approved = ended.state == gate::ApprovalState::Approved;
        const gate::RecordedDecision made{.decision
                                          = {.verdict = approved ? gate::Verdict::Approve : gate::Verdict::Reject,
                                             .by = ended.by,
                                             .reason = ended.reason,
                                             .evidenceHash = std::string(kSeenElsewhere),
                                             .choice = {}},
                                          .at = now,
                                          .effectiveAt = now};
        if (auto stored = insertDecision(connection, approval.id, made, {}); !stored)
            return stored;
        if (auto audited = auditDecision(connection, changes, approval, made, ended.more); !audited)
            return audited;
        const Json breaks = fieldOr<Json>(ended.more, "breaks", Json::array());
        if (auto told = tellBroken(connection, changes, {approval.id, approval.request, approval.askedAt},
                                   {ended.by, ended.reason, breaks, now});
            !told)
            return told;
    }
    const std::string why = ended.by.empty() ? ended.reason : std::string();
    if (auto closed = closeApproval(connection, changes, approval.id, ended.state, now, why); !closed)
        return closed;
    const auto wait = waitOf(connection, approval.id);
    if (!wait)
        return wait.error();
    const Json answer{{"by", "person"}, {"data", ended.told}};
    const auto answered = answerWait(connection, changes, *wait, answer, now);
    return answered ? Result<void>() : Result<void>(answered.error());
}

} // namespace

Result<std::vector<gate::Approval>> ApprovalRepository::list(int limit, std::vector<ApprovalId>* unreadable)
{
    auto all = listOpen(limit, unreadable);
    if (!all)
        return all;
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    auto closed = readAll(**connection, (*connection)->query(kClosed, limit - static_cast<int>(all->size())));
    if (!closed)
        return closed;
    all->insert(all->end(), std::make_move_iterator(closed->begin()), std::make_move_iterator(closed->end()));
    return all;
}

Result<std::vector<gate::Approval>> ApprovalRepository::listOpen(int limit, std::vector<ApprovalId>* unreadable)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return readAll(**connection, (*connection)->query(kOpen, limit), unreadable);
}

Result<std::vector<gate::Approval>> ApprovalRepository::listOfRun(RunId run)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return readAll(**connection, (*connection)->query(kOfRun, run));
}

Result<gate::Approval> ApprovalRepository::find(ApprovalId approval)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return readApproval(**connection, approval);
}

Result<std::optional<gate::Approval>> ApprovalRepository::findOpen(ApprovalId approval)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    const auto open = (*connection)->number(kIsOpen, approval);
    if (!open)
        return open.error();
    if (*open == 0)
        return std::optional<gate::Approval>();
    auto found = readApproval(**connection, approval);
    return found ? Result<std::optional<gate::Approval>>(*std::move(found)) : found.error();
}

Result<gate::ApprovalState> ApprovalRepository::decide(ApprovalId approval, const gate::Decision& decision, UtcTime now,
                                                       const std::string& key)
{
    gate::ApprovalState state = gate::ApprovalState::Open;
    gate::Decision kept = decision;
    kept.reason = withoutSecrets(decision.reason);
    auto written = m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        auto found = readApproval(connection, approval);
        if (!found)
            return found.error();
        const auto decided = decideNow(connection, changes, *std::move(found), gate::recorded(kept, now), key);
        if (!decided)
            return decided.error();
        state = *decided;
        return {};
    });
    if (!written)
        return written.error();
    return state;
}

Result<void> ApprovalRepository::takeBack(ApprovalId approval, UtcTime now, const std::string& by)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        auto found = readApproval(connection, approval);
        if (!found)
            return found.error();
        return takeBackNow(connection, changes, *std::move(found), now, by);
    });
}

Result<void> ApprovalRepository::acknowledge(ApprovalId approval, UtcTime now)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto seen = connection.execute(kSeen, approval, now);
        if (!seen)
            return seen.error();
        changes.approvals |= *seen > 0;
        return {};
    });
}

Result<void> ApprovalRepository::supersede(ApprovalId approval, UtcTime now)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto found = readApproval(connection, approval);
        if (!found)
            return found.error();
        if (found->closedAt)
            return hasEnded(*found);
        if (auto closed = closeApproval(connection, changes, approval, gate::ApprovalState::Superseded, now); !closed)
            return closed;
        const auto wait = waitOf(connection, approval);
        if (!wait)
            return wait.error();
        const auto answered = answerWait(connection, changes, *wait, supersededAnswer(), now);
        return answered ? Result<void>() : Result<void>(answered.error());
    });
}

Result<void> ApprovalRepository::endThere(ApprovalId approval, const EndedThere& ended, UtcTime now)
{
    EndedThere kept = ended;
    kept.reason = withoutSecrets(ended.reason);
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto found = readApproval(connection, approval);
        if (!found)
            return found.error();
        return found->closedAt ? Result<void>(hasEnded(*found)) : endThereNow(connection, changes, *found, kept, now);
    });
}

} // namespace signalbox::store
