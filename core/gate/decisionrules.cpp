// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gate/decisionrules.h"

#include "core/base/codepoint.h"

#include <algorithm>

namespace signalbox::gate {

namespace {

struct Refused {
    Refusal kind;
    Error error;
};
using Check = std::optional<Refused>; // nothing: it may be so

Refused conflict(Refusal kind, std::string sentence)
{
    return {kind, {ErrorCode::Conflict, std::move(sentence)}};
}
Refused invalid(Refusal kind, std::string sentence)
{
    return {kind, {ErrorCode::InvalidInput, std::move(sentence)}};
}

/// "14:31 UTC", with the day in front where it is not today.
std::string clockText(UtcTime at, UtcTime now)
{
    const std::string text = formatUtc(at);
    const std::string clock = text.substr(11, 5) + " UTC";
    return text.substr(0, 10) == formatUtc(now).substr(0, 10) ? clock : text.substr(0, 10) + " " + clock;
}

/// Nothing that anybody can read, be it of characters that do not show.
bool blank(std::string_view text)
{
    while (!text.empty()) {
        const CodePoint first = decodeCodePoint(text);
        const bool isSpace
            = first.value == U' ' || first.value == U'\u00A0' || (first.value >= U'\t' && first.value <= U'\r');
        if (!isSpace && invisibleName(first.value).empty())
            return false;
        text.remove_prefix(std::max<std::size_t>(first.length, 1));
    }
    return true;
}

std::string sentence(std::string_view text)
{
    std::string written(trimmed(text));
    if (!written.empty() && written.back() != '.' && written.back() != '?')
        written += '.';
    return written;
}

/// The last decision that helped to close the request.
const RecordedDecision* closing(const Approval& approval)
{
    for (auto made = approval.decisions.rbegin(); made != approval.decisions.rend(); ++made) {
        const bool closes = made->decision.verdict == Verdict::Approve || made->decision.verdict == Verdict::Reject;
        if (!made->takenBack && closes)
            return &*made;
    }
    return nullptr;
}

Refused alreadyDecided(const Approval& approval, UtcTime now)
{
    std::string text = "Already decided.";
    if (const RecordedDecision* made = closing(approval)) {
        text += made->decision.verdict == Verdict::Approve ? " Approved at " : " Rejected at ";
        text += clockText(made->at, now) + " by " + made->decision.by + ".";
        if (!blank(made->decision.reason))
            text += " Reason: " + sentence(made->decision.reason);
    }
    return conflict(Refusal::Decided, std::move(text));
}

Refused late(const Approval& approval, UtcTime now)
{
    std::string end = approval.onDeadline;
    if (!end.empty() && end.front() >= 'a' && end.front() <= 'z')
        end.front() = static_cast<char>(end.front() - 'a' + 'A');
    return conflict(Refusal::Late, "Time passed at " + clockText(approval.deadline, now) + ". " + sentence(end));
}

Check stillOpen(const Approval& approval, UtcTime now)
{
    switch (approval.state) {
    case ApprovalState::Approved:
    case ApprovalState::Rejected: return alreadyDecided(approval, now);
    case ApprovalState::Expired: return late(approval, now);
    case ApprovalState::Superseded:
        return conflict(Refusal::Ended,
                        "The approval ended. A newer commit or request replaces it, or its run has passed meanwhile.");
    case ApprovalState::Void:
        return conflict(Refusal::Ended, "The approval ended. The run does not wait for it any more.");
    case ApprovalState::Open:
    case ApprovalState::Held: break;
    }
    if (outcome(approval))
        return alreadyDecided(approval, now);
    if (now >= approval.deadline)
        return late(approval, now);
    return {};
}

/// Characters, not bytes.
std::size_t lengthOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

Check completeApproval(const Request& request, const Decision& decision)
{
    if (isOverride(request) && lengthOf(trimmed(decision.reason)) < kOverrideReason)
        return invalid(Refusal::ShortReason,
                       "Approving is an override here. A reason of at least " + std::to_string(kOverrideReason)
                           + " characters is needed.");
    const std::string word = confirmationOf(request);
    if (trimmed(decision.typed) != word)
        return invalid(Refusal::NotTyped, "Critical risk: type \"" + word + "\" to approve.");
    return {};
}

Check complete(const Request& request, const Decision& decision)
{
    if (blank(decision.by))
        return invalid(Refusal::NoName, "A decision needs the name of the person who decides.");
    const bool grave = request.risk >= RiskLevel::High;
    if (blank(decision.reason)) {
        switch (decision.verdict) {
        case Verdict::Reject: return invalid(Refusal::NoReason, "A reason is needed to reject.");
        case Verdict::Hold: return invalid(Refusal::NoReason, "A reason is needed to hold.");
        case Verdict::Ask: return invalid(Refusal::NoReason, "A question is needed to ask for more.");
        case Verdict::Answer: return invalid(Refusal::NoReason, "An answer needs words.");
        case Verdict::Approve:
            if (grave)
                return invalid(Refusal::NoReason, "A reason is needed to approve high or critical risk.");
        }
    }
    const bool known
        = decision.choice.empty() || std::ranges::find(request.choices, decision.choice) != request.choices.end();
    if (!known)
        return invalid(Refusal::OtherChoice, "\"" + decision.choice + "\" is not among the choices of this request.");
    return decision.verdict == Verdict::Approve ? completeApproval(request, decision) : std::nullopt;
}

/// Approving is bound to evidence; stopping is not, but evidence that is named has to be right.
Check sameEvidence(const Approval& approval, const Decision& decision)
{
    if (decision.evidenceHash.empty() && decision.verdict == Verdict::Approve)
        return invalid(Refusal::OtherEvidence, "Approving needs the hash of the evidence that was looked at.");
    if (!decision.evidenceHash.empty() && decision.evidenceHash != approval.evidenceHash)
        return conflict(Refusal::OtherEvidence,
                        "The decision was not sent. The evidence changed while you decided. "
                        "Look at the evidence and decide again.");
    return {};
}

Check mayApprove(const Approval& approval, const Decision& decision, UtcTime now)
{
    const auto same = [&](std::string_view person) { return samePerson(person, decision.by); };
    if (!counts(approval.request, decision.by, decision.choice))
        return conflict(Refusal::DoesNotCount,
                        "Approval by " + decision.by
                            + " does not count for this request. Another person has to decide.");
    if (const Source* stale = lockingSource(approval.request, now))
        return conflict(Refusal::StaleEvidence, "Locked: evidence stale. " + stalenessText(*stale, now));
    const bool twice = std::ranges::any_of(approval.decisions, [&](const RecordedDecision& made) {
        return stands(approval, made) && same(made.decision.by);
    });
    if (twice)
        return conflict(Refusal::Twice,
                        "Already approved by " + decision.by + ". The second approval comes from another person.");
    return {};
}

Check whyNot(const Approval& approval, const Decision& decision, UtcTime now)
{
    if (auto open = stillOpen(approval, now))
        return open;
    if (auto whole = complete(approval.request, decision))
        return whole;
    if (auto bound = sameEvidence(approval, decision))
        return bound;
    if (decision.verdict == Verdict::Answer && !openQuestion(approval))
        return conflict(Refusal::NothingAsked, "Nothing was asked that waits for an answer.");
    if (decision.verdict == Verdict::Hold && approval.state == ApprovalState::Held)
        return conflict(Refusal::HeldAlready, "Already held. It can be approved or rejected.");
    return decision.verdict == Verdict::Approve ? mayApprove(approval, decision, now) : std::nullopt;
}

} // namespace

bool asksExtend(const Approval& approval)
{
    return std::ranges::none_of(approval.decisions, [](const RecordedDecision& made) {
        return !made.takenBack && made.decision.verdict == Verdict::Ask;
    });
}

std::optional<ApprovalState> outcome(const Approval& approval)
{
    const bool vetoed = std::ranges::any_of(approval.decisions, [](const RecordedDecision& made) {
        return !made.takenBack && made.decision.verdict == Verdict::Reject;
    });
    if (vetoed)
        return ApprovalState::Rejected;
    if (given(approval) >= approversNeeded(approval.request))
        return ApprovalState::Approved;
    return std::nullopt;
}

RecordedDecision recorded(const Decision& decision, UtcTime now)
{
    const bool joinsEvidence = decision.verdict == Verdict::Answer; // others may have read it
    return {
        .decision = decision, .at = now, .effectiveAt = joinsEvidence ? now : now + kTakeBackTime, .takenBack = false};
}

std::optional<Refusal> refusalOf(const Approval& approval, const Decision& decision, UtcTime now)
{
    const Check refused = whyNot(approval, decision, now);
    return refused ? std::optional(refused->kind) : std::nullopt;
}

Result<ApprovalState> judge(const Approval& approval, const Decision& decision, UtcTime now)
{
    if (auto refused = whyNot(approval, decision, now))
        return refused->error;
    switch (decision.verdict) {
    case Verdict::Reject: return ApprovalState::Rejected;
    case Verdict::Ask:
    case Verdict::Answer: return approval.state;
    case Verdict::Hold: return ApprovalState::Held;
    case Verdict::Approve: break;
    }
    Approval after = approval;
    after.decisions.push_back(recorded(decision, now));
    return outcome(after).value_or(approval.state);
}

} // namespace signalbox::gate
