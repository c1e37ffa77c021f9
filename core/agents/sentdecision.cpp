// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/sentdecision.h"

#include "core/agents/gateevidence.h"
#include "core/gate/requirements.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace signalbox::agents {

namespace {

constexpr std::array<std::string_view, 5> kNames{"waits", "taken", "refused", "failed", "not_started"};

/// Decided here, so that it has to go there.
bool isToBeSent(const gate::Approval& approval)
{
    if (approval.request.kind != kDeployment || approval.request.rehearsal || !approval.closedAt)
        return false;
    if (approval.state == gate::ApprovalState::Expired)
        return true;
    const bool isDecided
        = approval.state == gate::ApprovalState::Approved || approval.state == gate::ApprovalState::Rejected;
    const auto provider = fieldOr<std::string>(approval.request.evidence, "provider", {}) + ":";
    return isDecided && std::ranges::none_of(approval.decisions, [&](const gate::RecordedDecision& made) {
               return !made.takenBack && made.decision.by.starts_with(provider);
           });
}

/// An approval that was taken, beside those that stood there when a person was asked.
SentDecision takenApproval(const gate::Request& request)
{
    SentDecision taken{.sending = Sending::Taken};
    const ci::PendingGate gate = gateFromJson(fieldOr<Json>(request.evidence, "gate", Json::object()));
    const auto counts
        = [&](const ci::GateReview& review) { return review.approved && !gate.id.empty() && review.gate == gate.id; };
    const Json rules = fieldOr<Json>(request.evidence, "rules", Json::object());
    const auto needed = static_cast<int>(fieldOr<std::int64_t>(rules, "needed", 1));
    const auto given = 1 + static_cast<int>(std::ranges::count_if(gate.earlier, counts));
    if (given < needed) {
        taken.given = given;
        taken.needed = needed;
    }
    if (!gate.rule.empty())
        std::ranges::transform(gate.reviewers, std::back_inserter(taken.besides), &ci::GateReviewer::name);
    taken.apps = textsIn(rules, "apps");
    return taken;
}

} // namespace

std::string_view sendingName(Sending sending)
{
    return kNames[static_cast<std::size_t>(sending)];
}

std::optional<SentDecision> sentDecision(const gate::Approval& approval, const std::vector<gate::Approval>& known,
                                         const Sender& sender)
{
    if (!isToBeSent(approval))
        return std::nullopt;
    const gate::Approval* next = nullptr; // a person is asked again only because of a refusal
    for (const gate::Approval& other : known) {
        if (other.run == approval.run && other.id > approval.id && (!next || other.id < next->id))
            next = &other;
    }
    if (next)
        return SentDecision{Sending::Refused, fieldOr<std::string>(next->request.evidence, "fault", {})};
    if (sender.hasFailed)
        return SentDecision{Sending::Failed, sender.failure};
    if (sender.outcome == "gone")
        return SentDecision{Sending::Failed, "nothing waits there any more"};
    if (sender.outcome == "superseded")
        return SentDecision{Sending::Failed, sender.cause};
    const bool approved = approval.state == gate::ApprovalState::Approved;
    if (sender.outcome == (approved ? "rejected_there" : "approved_there")) // somebody was faster
        return SentDecision{Sending::Failed,
                            approved ? "it had been rejected there already" : "it had been approved there already"};
    if (sender.outcome == kNotStarted)
        return SentDecision{Sending::NotStarted, sender.cause};
    if (sender.outcome.empty())
        return SentDecision{Sending::Waits};
    return sender.outcome == "approved" ? takenApproval(approval.request) : SentDecision{Sending::Taken};
}

Json breaches(const gate::Request& request, const std::string& login)
{
    Json breaks = Json::array();
    const int needed = gate::approversNeeded(request);
    if (needed > 1)
        breaks.push_back("one_of_" + std::to_string(needed));
    switch (gate::barred(request, login, {})) {
    case gate::Barred::Author: breaks.push_back("author"); break;
    case gate::Barred::Asker:
    case gate::Barred::Excluded: breaks.push_back("excluded"); break;
    case gate::Barred::No: break;
    }
    return breaks;
}

Json elsewhere(const gate::Request& request, std::string_view provider, const ci::GateReview& review)
{
    Json breaks = review.approved ? breaches(request, review.by) : Json::array();
    if (review.approved)
        breaks.insert(breaks.begin(), "rejected_here");
    return {
        {"by", std::string(provider) + (review.by.empty() ? "" : ":" + review.by)},
        {"reason", review.comment},
        {"data",
         {{"verdict", review.approved ? "approve" : "reject"}, {"there", provider}, {"breaks", std::move(breaks)}}}};
}

} // namespace signalbox::agents
