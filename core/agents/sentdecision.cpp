// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/sentdecision.h"

#include "core/agents/gateevidence.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace signalbox::agents {

namespace {

constexpr std::array<std::string_view, 4> kNames{"waits", "taken", "refused", "failed"};

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
    const bool approved = approval.state == gate::ApprovalState::Approved;
    if (sender.outcome == (approved ? "rejected_there" : "approved_there")) // somebody was faster
        return SentDecision{Sending::Failed,
                            approved ? "it had been rejected there already" : "it had been approved there already"};
    return SentDecision{sender.outcome.empty() ? Sending::Waits : Sending::Taken};
}

} // namespace signalbox::agents
