// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/approvalrows.h"

#include "core/gate/decisionrules.h"
#include "core/store/auditlog.h"
#include "core/store/news.h"
#include "core/store/sqlerror.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

namespace {

constexpr std::string_view kFind = "SELECT run, request, state, evidence_hash, asked_at, deadline, on_deadline, "
                                   "closed_at, seen_at FROM approval WHERE id = ?1";
constexpr std::string_view kDecisions
    = "SELECT verdict, person, reason, evidence_hash, choice, at, effective_at, taken_back"
      " FROM decision WHERE approval = ?1 ORDER BY number";
constexpr std::string_view kWaitOf = "SELECT run, token FROM approval WHERE id = ?1";
constexpr std::string_view kLineOf = "SELECT line FROM run WHERE id = ?1";
constexpr std::string_view kInsert = "INSERT INTO approval (run, token, node, kind, line, request, state, "
                                     "evidence_hash, asked_at, deadline, on_deadline)"
                                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open', ?7, ?8, ?9, ?10) RETURNING id";
constexpr std::string_view kNewest = "UPDATE run SET approval = ?2 WHERE id = ?1";
constexpr std::string_view kInsertDecision
    = "INSERT INTO decision (approval, number, verdict, person, reason, evidence_hash, choice, at, effective_at, key)"
      " VALUES (?1, (SELECT COUNT(*) + 1 FROM decision WHERE approval = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
constexpr std::string_view kClose
    = "UPDATE approval SET state = ?2, closed_at = ?3, effective_at = NULL"
      " WHERE id = ?1 AND closed_at IS NULL RETURNING line, evidence_hash, request, asked_at";

Result<gate::RecordedDecision> readDecision(const Cursor& row, const std::string& path)
{
    const auto verdict = gate::verdictFromName(row.text(0));
    if (!verdict)
        return damaged(path, "a decision has no verdict");
    gate::RecordedDecision made;
    made.decision.verdict = *verdict;
    made.decision.by = row.text(1);
    made.decision.reason = row.text(2);
    made.decision.evidenceHash = row.text(3);
    made.decision.choice = row.text(4);
    made.at = row.time(5);
    made.effectiveAt = row.time(6);
    made.takenBack = row.integer(7) != 0;
    return made;
}

Result<gate::Approval> readRow(const Cursor& row, ApprovalId id, const std::string& path)
{
    const auto json = row.json(1);
    if (!json)
        return json.error();
    auto request = gate::requestFromJson(*json);
    const auto state = gate::stateFromName(row.text(2));
    if (!request || !state)
        return damaged(path, "approval " + std::to_string(id.value) + " cannot be read");
    gate::Approval approval;
    approval.id = id;
    approval.run = {row.integer(0)};
    approval.request = *std::move(request);
    approval.state = *state;
    approval.evidenceHash = row.text(3);
    approval.askedAt = row.time(4);
    approval.deadline = row.time(5);
    approval.onDeadline = row.text(6);
    approval.closedAt = row.maybeTime(7);
    approval.seenAt = row.maybeTime(8);
    return approval;
}

Result<std::string> lineOf(Connection& connection, RunId run)
{
    auto line = firstOf<std::string>(connection.query(kLineOf, run),
                                     [](const Cursor& row) -> Result<std::string> { return row.text(0); });
    if (!line)
        return line.error();
    return line->value_or(std::string());
}

Error noApproval(ApprovalId id)
{
    return {ErrorCode::NotFound, "there is no approval " + std::to_string(id.value)};
}

std::string approvalName(ApprovalId approval)
{
    return "approval " + std::to_string(approval.value);
}

Json personSays(Json data)
{
    return {{"by", "person"}, {"data", std::move(data)}};
}

} // namespace

Result<gate::Approval> readApproval(Connection& connection, ApprovalId approval)
{
    const std::string& path = connection.path();
    auto read = firstOf<gate::Approval>(connection.query(kFind, approval),
                                        [&](const Cursor& row) { return readRow(row, approval, path); });
    if (!read)
        return read.error();
    if (!*read)
        return noApproval(approval);
    auto decisions = collect<gate::RecordedDecision>(connection.query(kDecisions, approval),
                                                     [&](const Cursor& row) { return readDecision(row, path); });
    if (!decisions)
        return decisions.error();
    (*read)->decisions = *std::move(decisions);
    return **std::move(read);
}

Result<WaitKey> waitOf(Connection& connection, ApprovalId approval)
{
    auto wait = firstOf<WaitKey>(connection.query(kWaitOf, approval), [](const Cursor& row) -> Result<WaitKey> {
        return WaitKey{{row.integer(0)}, row.text(1)};
    });
    if (!wait)
        return wait.error();
    return *wait ? Result<WaitKey>(**std::move(wait)) : noApproval(approval);
}

Result<ApprovalId> insertApproval(Connection& connection, Changes& changes, NewApproval approval)
{
    gate::Request& request = approval.request;
    request.needed = gate::approversNeeded(request);
    if (request.line.empty()) {
        auto line = lineOf(connection, approval.wait.run);
        if (!line)
            return line.error();
        request.line = *std::move(line);
    }
    const auto id
        = connection.number(kInsert, approval.wait.run, approval.wait.token, approval.node, request.kind, request.line,
                            dumpJson(gate::toJson(request)), gate::evidenceHash(request.evidence), approval.askedAt,
                            approval.askedAt + request.patience, gate::Approval{}.onDeadline);
    if (!id)
        return id.error();
    if (auto shown = connection.execute(kNewest, approval.wait.run, *id); !shown)
        return shown.error();
    changes.approvals = true;
    const Json data{{"run", approval.wait.run.value}, {"kind", request.kind},
                    {"about", request.subject},       {"risk", gate::riskName(request.risk)},
                    {"choices", request.choices},     {"deadline", formatUtc(approval.askedAt + request.patience)}};
    auto audited = appendAudit(connection, changes,
                               {.at = approval.askedAt,
                                .actor = "agent:" + request.askedBy,
                                .action = "approval_asked",
                                .subject = approvalName({*id}),
                                .line = request.line,
                                .reason = {},
                                .evidenceHash = gate::evidenceHash(request.evidence),
                                .data = dumpJson(data)});
    if (!audited)
        return audited.error();
    if (auto told = tellAsked(connection, changes, {{*id}, request, approval.askedAt}); !told)
        return told.error();
    return ApprovalId{*id};
}

Result<void> auditDecision(Connection& connection, Changes& changes, const gate::Approval& approval,
                           const gate::RecordedDecision& made, const Json& more)
{
    const gate::Decision& decision = made.decision;
    Json data{{"verdict", gate::verdictName(decision.verdict)},
              {"choice", decision.choice},
              {"run", approval.run.value},
              {"effective_at", formatUtc(made.effectiveAt)}};
    if (decision.verdict == gate::Verdict::Approve && gate::isOverride(approval.request))
        data["override"] = true;
    data.update(more);
    return appendAudit(connection, changes,
                       {.at = made.at,
                        .actor = decision.by,
                        .action = made.takenBack ? "approval_taken_back" : "approval_decided",
                        .subject = approvalName(approval.id),
                        .line = approval.request.line,
                        .reason = decision.reason,
                        .evidenceHash = decision.evidenceHash,
                        .data = dumpJson(data)});
}

Result<void> insertDecision(Connection& connection, ApprovalId approval, const gate::RecordedDecision& made,
                            const std::string& key)
{
    const gate::Decision& decision = made.decision;
    const auto stored
        = connection.execute(kInsertDecision, approval, gate::verdictName(decision.verdict), decision.by,
                             decision.reason, decision.evidenceHash, decision.choice, made.at, made.effectiveAt,
                             key.empty() ? std::optional<std::string>() : std::optional(key));
    return stored ? Result<void>() : Result<void>(stored.error());
}

Result<void> closeApproval(Connection& connection, Changes& changes, ApprovalId approval, gate::ApprovalState state,
                           UtcTime now, const std::string& why)
{
    struct Closed {
        record::AuditEntry entry;
        std::optional<gate::Request> request; // nothing: it is damaged, which keeps nothing open
        UtcTime askedAt;
    };
    const auto closed = firstOf<Closed>(
        connection.query(kClose, approval, gate::stateName(state), now), [&](const Cursor& row) -> Result<Closed> {
            const auto json = row.json(2);
            auto request = json ? gate::requestFromJson(*json) : Result<gate::Request>(json.error());
            return Closed{.entry = {.at = now,
                                    .actor = std::string(kSystemActor),
                                    .action = "approval_closed",
                                    .subject = approvalName(approval),
                                    .line = row.text(0),
                                    .reason = why,
                                    .evidenceHash = row.text(1),
                                    .data = dumpJson({{"state", gate::stateName(state)}})},
                          .request = request ? std::optional(*std::move(request)) : std::nullopt,
                          .askedAt = row.time(3)};
        });
    if (!closed)
        return closed.error();
    if (!*closed)
        return {};
    changes.approvals = true;
    const Closed& of = **closed;
    if (of.request) {
        if (auto told = tellClosed(connection, changes, {approval, *of.request, of.askedAt}, now); !told)
            return told;
    }
    return appendAudit(connection, changes, of.entry);
}

Json expiredAnswer(const gate::Approval& approval)
{
    return personSays({{"verdict", "expired"}, {"outcome", approval.onDeadline}});
}

Json supersededAnswer()
{
    return personSays({{"verdict", "superseded"}});
}

Json decidedAnswer(const gate::Approval& approval)
{
    const gate::RecordedDecision* last = nullptr;
    Json approvers = Json::array();
    for (const gate::RecordedDecision& made : approval.decisions) {
        const gate::Verdict verdict = made.decision.verdict;
        if (made.takenBack || (verdict != gate::Verdict::Approve && verdict != gate::Verdict::Reject))
            continue;
        last = &made;
        if (verdict == gate::Verdict::Approve)
            approvers.push_back(made.decision.by);
    }
    if (!last)
        return personSays({{"verdict", stateName(approval.state)}});
    const gate::Decision& decision = last->decision;
    std::string choice = decision.choice;
    if (choice.empty() && decision.verdict == gate::Verdict::Approve && !approval.request.choices.empty())
        choice = approval.request.choices.front();
    return personSays({{"verdict", gate::verdictName(decision.verdict)},
                       {"choice", std::move(choice)},
                       {"by", decision.by},
                       {"reason", decision.reason},
                       {"approvers", std::move(approvers)},
                       {"approval", approval.id.value},
                       {"evidence_hash", approval.evidenceHash}});
}

} // namespace signalbox::store
