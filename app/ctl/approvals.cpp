// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/viewjson.h"
#include "app/ctl/workplace.h"
#include "core/agents/gateevidence.h"
#include "core/agents/sentdecision.h"
#include "core/gate/decisionrules.h"
#include "core/host/forges.h"
#include "core/store/approvalrepository.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

using Sent = std::optional<agents::SentDecision>;
constexpr std::size_t kHashDigits = 64; // of BLAKE2b in 32 bytes

/// Of a decision that goes to a CI system. What cannot be read is told where runs are listed.
Sent sentOf(host::Runtime& runtime, const gate::Approval& approval, const std::vector<gate::Approval>& all)
{
    if (approval.request.kind != agents::kDeployment || !approval.closedAt)
        return std::nullopt;
    const auto run = runtime.queries().summary(approval.run);
    if (!run)
        return std::nullopt;
    const bool hasFailed = run->state == host::RunState::Failed || run->state == host::RunState::Cancelled;
    return agents::sentDecision(approval, all, {run->outcome, hasFailed, run->failure, run->rootCause});
}

std::string sentWords(const Sent& sent)
{
    if (sent && sent->needed > 0)
        return " here, " + std::to_string(sent->given) + " of " + std::to_string(sent->needed)
            + " there when it was taken";
    if (sent && !(sent->besides.empty() && sent->apps.empty())) {
        std::string names;
        for (const std::string& name : sent->besides)
            names += (names.empty() ? "" : ", ") + name;
        for (const std::string& name : sent->apps)
            names += (names.empty() ? "protection rule " : ", protection rule ") + name;
        return " here, taken there; it goes on once the others have decided: " + names;
    }
    if (!sent || sent->sending == agents::Sending::Taken)
        return {};
    if (sent->sending == agents::Sending::Waits)
        return " here, not taken there yet";
    const std::string why = sent->why.empty() ? "" : ": " + onOneLine(sent->why);
    if (sent->sending == agents::Sending::NotStarted)
        return ", taken there, not carried out" + why;
    return (sent->sending == agents::Sending::Refused ? " here, refused there" : " here, not sent") + why;
}

void addSent(const Sent& sent, Json& json)
{
    json["sent"] = sent ? Json(std::string(agents::sendingName(sent->sending))) : Json();
    json["sent_fault"] = sent && !sent->why.empty() ? Json(sent->why) : Json();
    json["sent_besides"] = sent ? Json(sent->besides) : Json::array();
    json["sent_rules"] = sent ? Json(sent->apps) : Json::array();
    json["sent_approvals"] = sent && sent->needed > 0 ? Json{{"given", sent->given}, {"needed", sent->needed}} : Json();
}

/// "enforced", "advisory" or "unknown" at a gate of a CI system.
std::string enforcementOf(const gate::Approval& approval)
{
    const bool isGate = approval.request.kind == agents::kDeployment;
    return isGate ? fieldOr<std::string>(approval.request.evidence, "enforcement", {}) : std::string();
}

/// Whoever drives a run brings a decision to effect; where nobody does, it waits.
std::string whoDrives(const gate::Approval& approval)
{
    return "signalboxctl serve, signalboxctl runs resume " + std::to_string(approval.run.value) + " or the console";
}

/// Of one that is decided, and is open until somebody drives its run.
std::string decidedWords(const gate::Approval& approval)
{
    const auto outcome = gate::outcome(approval);
    if (approval.closedAt || !outcome)
        return {};
    return ", decided: " + std::string(gate::stateName(*outcome)) + " once " + whoDrives(approval) + " drives its run";
}

/// Apps of others decide it, there.
bool isOthers(const gate::Approval& approval)
{
    const Json gate = fieldOr<Json>(approval.request.evidence, "gate", Json::object());
    return !agents::textsIn(gate, "others").empty();
}

std::string row(const gate::Approval& approval, const Sent& sent = {})
{
    const std::string enforcement = enforcementOf(approval);
    return std::to_string(approval.id.value) + "\t" + std::string(gate::stateName(approval.state))
        + decidedWords(approval) + sentWords(sent) + "\t" + approval.request.kind + "\t" + approval.request.subject
        + (enforcement.empty()            ? ""
               : enforcement == "unknown" ? ", not known whether enforced"
                                          : ", " + enforcement)
        + "\t" + (isOthers(approval) ? "not decided here" : "decide by " + formatUtc(approval.deadline)) + "\t"
        + approval.evidenceHash + "\n";
}

std::string reasonOf(const gate::Approval& approval, const gate::RecordedDecision& made)
{
    if (made.decision.reason.empty())
        return {};
    return gate::reasonHidden(approval, made, host::Runtime::person()) ? ", reason hidden until you decide"
                                                                       : ": " + onOneLine(made.decision.reason);
}

/// "here", or on which CI system.
std::string wayOf(const gate::Approval& approval, const gate::RecordedDecision& made)
{
    if (made.decision.evidenceHash != store::kSeenElsewhere)
        return "here";
    const auto* const forge = host::forgeOf(fieldOr<std::string>(approval.request.evidence, "provider", {}));
    return "on " + std::string(forge ? forge->name : "the CI system");
}

/// Who decided what, when, by which way; and when that took effect.
void printDecisions(const gate::Approval& approval)
{
    for (const gate::RecordedDecision& made : approval.decisions)
        printText(formatUtc(made.at) + "\t" + std::string(gate::verdictName(made.decision.verdict))
                  + (made.decision.choice.empty() ? "" : " " + made.decision.choice) + " by "
                  + onOneLine(made.decision.by) + " " + wayOf(approval, made) + reasonOf(approval, made)
                  + (made.takenBack ? " (taken back)" : "") + "\n");
    if (approval.closedAt)
        printText(formatUtc(*approval.closedAt) + "\tclosed as " + std::string(gate::stateName(approval.state)) + "\n");
}

/// Why nothing waits in the CI system any more, where nobody has decided; empty: that is not told.
std::string endedBecause(host::Runtime& runtime, const gate::Approval& approval)
{
    const bool isUndecided
        = approval.state == gate::ApprovalState::Superseded || approval.state == gate::ApprovalState::Void;
    const bool isGate = approval.request.kind == agents::kDeployment;
    const auto run = isUndecided && isGate ? runtime.queries().summary(approval.run)
                                           : Result<host::RunSummary>(host::RunSummary());
    return run ? run->rootCause : std::string();
}

void printDetail(const gate::Approval& approval, const Sent& sent, const std::string& because)
{
    printText(row(approval, sent));
    if (!because.empty())
        printText("ended there: " + onOneLine(because) + "\n");
    printText("run " + std::to_string(approval.run.value) + ", asked by " + approval.request.askedBy + "\n");
    printDecisions(approval);
    const ci::PendingGate gate = agents::gateFromJson(fieldOr<Json>(approval.request.evidence, "gate", Json::object()));
    if (gate.others.empty() && gate.mayDecide.value_or(true))
        printText("without a decision: " + approval.onDeadline + "\n");
    else if (gate.others.empty())
        printText("without a decision: it waits there still, as the token here may not decide\n");
    else
        printText("decided by protection rule " + gate.others.front() + ", not here: " + gate.page + "\n");
    for (const std::string& choice : approval.request.choices)
        printText("choice " + choice + "\n");
    printText(approval.request.evidence.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    if (const std::string word = gate::confirmationOf(approval.request); !word.empty())
        printText("to approve: --confirm \"" + word + "\"\n");
}

Exit withApproval(const Invocation& asked, const std::function<Exit(Workplace&, ApprovalId)>& work)
{
    const auto number
        = numberArgument(asked.arguments.front(), "the number of an approval; signalboxctl approvals list shows them");
    if (!number)
        return fail(number.error());
    return withWorkplace(asked, [&](Workplace& workplace) { return work(workplace, ApprovalId{*number}); });
}

Exit printAfter(const Invocation& asked, Workplace& workplace, ApprovalId id)
{
    const auto after = workplace.runtime().queries().approval(id);
    if (!after)
        return fail(after.error());
    const auto* pending = gate::pendingDecision(*after, workplace.runtime().clock().now());
    if (pending)
        workplace.tellHolds(after->request.line);
    if (asked.json) {
        printJson(detailJson(*after));
        return Exit::Done;
    }
    printText(row(*after));
    if (pending)
        printText("Recorded. Takes effect at " + formatUtc(pending->effectiveAt) + ", or as soon after as "
                  + whoDrives(*after) + " drives its run; until then: signalboxctl approvals takeback "
                  + std::to_string(id.value) + "\n");
    return Exit::Done;
}

/// Why the CI system will not take it from the token here. Nothing: for all that is known, it will.
std::optional<Error> notForThisToken(const gate::Approval& approval, gate::Verdict verdict)
{
    const bool isSent = verdict == gate::Verdict::Approve || verdict == gate::Verdict::Reject;
    const Json& evidence = approval.request.evidence;
    const Json gate = fieldOr<Json>(evidence, "gate", Json::object());
    if (!isSent || approval.closedAt || approval.request.kind != agents::kDeployment
        || fieldOr<bool>(gate, "may_decide", true))
        return std::nullopt;
    if (const auto others = agents::gateFromJson(gate).others; !others.empty())
        return Error{ErrorCode::Conflict,
                     "Protection rule " + others.front() + " decides this, which is not answered here. See "
                         + fieldOr<std::string>(gate, "page", "the CI system") + "; it is honoured here."};
    const auto* const forge = host::forgeOf(fieldOr<std::string>(evidence, "provider", {}));
    return Error{ErrorCode::Conflict,
                 "The token here is no reviewer of " + fieldOr<std::string>(gate, "environment", {}) + ". Decide on "
                     + (forge ? forge->name : "the CI system") + ", it is honoured here."};
}

/// `words`: the option that holds the reason, the question or the answer. Stopping is cheap: without --evidence it is
/// bound to what there is.
Exit decide(const Invocation& asked, gate::Verdict verdict, std::string_view words)
{
    return withApproval(asked, [&](Workplace& workplace, ApprovalId id) {
        host::Runtime& runtime = workplace.runtime();
        const auto now = runtime.queries().approval(id);
        if (!now)
            return fail(now.error());
        if (const auto refused = notForThisToken(*now, verdict))
            return fail(*refused);
        const gate::Decision decision{.verdict = verdict,
                                      .by = host::Runtime::person(),
                                      .reason = asked.value(words).value_or(""),
                                      .evidenceHash = asked.value("--evidence").value_or(now->evidenceHash),
                                      .choice = asked.value("--choice").value_or(""),
                                      .typed = asked.value("--confirm").value_or("")};
        if (const auto decided = runtime.decide(id, decision); !decided)
            return fail(decided.error());
        return printAfter(asked, workplace, id);
    });
}

} // namespace

Exit approvalsList(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto approvals = workplace.runtime().queries().approvals();
        if (!approvals)
            return fail(approvals.error());
        Json json = Json::array();
        for (const gate::Approval& approval : *approvals) {
            const Sent sent = sentOf(workplace.runtime(), approval, *approvals);
            if (!asked.json)
                printText(row(approval, sent));
            json.push_back(summaryJson(approval));
            const std::string enforcement = enforcementOf(approval);
            json.back()["enforcement"] = enforcement.empty() ? Json() : Json(enforcement);
            addSent(sent, json.back());
        }
        if (asked.json)
            printJson(json);
        else if (approvals->empty())
            printText("Nothing is held.\n");
        return Exit::Done;
    });
}

Exit approvalsShow(const Invocation& asked)
{
    return withApproval(asked, [&](Workplace& workplace, ApprovalId id) {
        const auto approval = workplace.runtime().queries().approval(id);
        if (!approval)
            return fail(approval.error());
        const auto all = workplace.runtime().queries().readableApprovals();
        const Sent sent = all ? sentOf(workplace.runtime(), *approval, all->values) : std::nullopt;
        Json json = detailJson(*approval);
        addSent(sent, json);
        const std::string because = endedBecause(workplace.runtime(), *approval);
        json["ended_because"] = because.empty() ? Json() : Json(because);
        if (asked.json)
            printJson(json);
        else
            printDetail(*approval, sent, because);
        return Exit::Done;
    });
}

Exit approvalsApprove(const Invocation& asked)
{
    const auto hash = asked.value("--evidence");
    if (!hash || hash->empty())
        return fail(Exit::BadInput, "approve needs --evidence HASH, as signalboxctl approvals show prints it");
    if (hash->size() != kHashDigits || hash->find_first_not_of("0123456789abcdef") != std::string::npos)
        return fail(Exit::BadInput,
                    "\"" + *hash + "\" is no hash of evidence; copy it from signalboxctl approvals show, whole");
    return decide(asked, gate::Verdict::Approve, "--reason");
}

Exit approvalsReject(const Invocation& asked)
{
    return decide(asked, gate::Verdict::Reject, "--reason");
}

Exit approvalsHold(const Invocation& asked)
{
    return decide(asked, gate::Verdict::Hold, "--reason");
}

Exit approvalsAsk(const Invocation& asked)
{
    return decide(asked, gate::Verdict::Ask, "--question");
}

Exit approvalsAnswer(const Invocation& asked)
{
    return decide(asked, gate::Verdict::Answer, "--text");
}

Exit approvalsTakeBack(const Invocation& asked)
{
    return withApproval(asked, [&](Workplace& workplace, ApprovalId id) {
        if (const auto taken = workplace.runtime().takeBack(id, host::Runtime::person()); !taken)
            return fail(taken.error());
        return printAfter(asked, workplace, id);
    });
}

} // namespace signalbox::ctl
