// SPDX-License-Identifier: GPL-3.0-or-later
// A request that a person decides, and what was decided.
//
// Disk    names of states and verdicts are stored; evidence is hashed as dumpJson() text
// Source  SPEC 14, DESIGN 4
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time.h"
#include "core/gate/source.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::gate {

enum class ApprovalState : std::uint8_t { Open, Held, Approved, Rejected, Expired, Superseded, Void };
enum class Verdict : std::uint8_t { Approve, Reject, Hold, Ask, Answer };
enum class RiskLevel : std::uint8_t { Low, Medium, High, Critical };
/// What speaks against approving; approving all the same is an override.
enum class Against : std::uint8_t { Agent, FailedCheck, MissingEvidence, Freeze };

/// The choice by which nothing is let through: a person does the work.
inline constexpr std::string_view kTakeOver = "take_over";

std::string_view stateName(ApprovalState state); // "open", "held", "approved", …
std::optional<ApprovalState> stateFromName(std::string_view name);
std::string_view verdictName(Verdict verdict); // "approve", "reject", "hold", "ask", "answer"
std::optional<Verdict> verdictFromName(std::string_view name);
std::string_view riskName(RiskLevel level); // "LOW", "MEDIUM", "HIGH", "CRITICAL"
std::optional<RiskLevel> riskFromName(std::string_view name);
std::string_view againstName(Against against); // "agent", "failed_check", "missing_evidence", "freeze"

inline constexpr std::string_view kAnswers = "answers"; // of the evidence; see answeredEvidence()

/// What an agent asks. Made by a node that waits for a person.
struct Request {
    std::string kind; // "escalation", "fix", "unknown_effect"
    std::string subject; // what it is about, for example "parser #3"
    std::string line;
    RiskLevel risk = RiskLevel::Low;
    std::string askedBy; // the agent
    std::string author; // of the commit
    Json evidence; // an object; its hash is what a decision is bound to
    std::vector<std::string> choices; // what approving may mean, the first is the usual one; empty: just approve
    Milliseconds patience{24 * 3'600'000}; // until the deadline
    int needed = 1; // approvers
    std::vector<std::string> excluded; // people who do not count, besides the author and who asked
    std::vector<Against> against{};
    std::vector<Source> sources{}; // of the evidence
    std::string commit{}; // that is let through; checks of another one are stale
    bool rehearsal = false; // asked by a rehearsal: whatever is decided, nothing is done
};

struct Decision {
    Verdict verdict = Verdict::Hold;
    std::string by;
    std::string reason; // for Ask: the question; for Answer: what joins the evidence
    std::string evidenceHash; // of the evidence that was shown
    std::string choice; // one of the request's choices; empty: the first
    std::string typed{}; // to approve critical risk: confirmationOf() the request; not kept
};

struct RecordedDecision {
    Decision decision;
    UtcTime at;
    UtcTime effectiveAt; // until then it can be taken back
    bool takenBack = false;
};

struct Approval {
    ApprovalId id;
    RunId run;
    Request request;
    ApprovalState state = ApprovalState::Open;
    std::string evidenceHash;
    UtcTime askedAt;
    UtcTime deadline;
    std::string onDeadline = "rejected"; // what happens without a decision
    std::vector<RecordedDecision> decisions; // oldest first
    std::optional<UtcTime> closedAt;
    std::optional<UtcTime> seenAt{}; // by a person, after it was closed
};

/// Its deadline passed, and nobody has looked at what followed.
inline bool passedUnseen(const Approval& approval)
{
    return approval.state == ApprovalState::Expired && !approval.seenAt && !approval.request.rehearsal;
}

std::string evidenceHash(const Json& evidence);

/// True for an approval that has not been taken back, of the evidence as it is now: one of less evidence counts no
/// more.
bool stands(const Approval& approval, const RecordedDecision& made);

/// Approvals by different people that count and stand.
int given(const Approval& approval);

/// The last decision that can still be taken back at `now`, or nothing.
const RecordedDecision* pendingDecision(const Approval& approval, UtcTime now);

/// The question that waits for an answer, or null.
const RecordedDecision* openQuestion(const Approval& approval);

/// The evidence with the answer to the open question in it: `answers`, a list of {question, asked_by, answer, by, at}.
Json answeredEvidence(const Approval& approval, const RecordedDecision& answer);

Json toJson(const Request& request);
Result<Request> requestFromJson(const Json& json);

} // namespace signalbox::gate
