// SPDX-License-Identifier: GPL-3.0-or-later
// A request for an approval, and decisions on it.
#pragma once

#include "core/gate/decisionrules.h"

#include <utility>

namespace signalbox::test {

using namespace signalbox::gate;

inline const UtcTime kAsked = *parseUtc("2026-03-12T14:20:00Z");
inline const UtcTime kNow = *parseUtc("2026-03-12T14:31:00Z");

inline Approval request(RiskLevel risk = RiskLevel::Low)
{
    Approval approval;
    approval.request.kind = "escalation";
    approval.request.subject = "parser #3";
    approval.request.risk = risk;
    approval.request.evidence = {{"job", "compile"}};
    approval.request.choices = {"take_over", "dismiss"};
    approval.request.excluded = {"author"};
    approval.evidenceHash = evidenceHash(approval.request.evidence);
    approval.askedAt = kAsked;
    approval.deadline = *parseUtc("2026-03-12T14:45:00Z");
    return approval;
}

inline Decision decision(Verdict verdict, std::string by = "ben", std::string reason = "looked at it")
{
    return {.verdict = verdict,
            .by = std::move(by),
            .reason = std::move(reason),
            .evidenceHash = request().evidenceHash,
            .choice = {},
            .typed = {}};
}

/// By one who has typed what a critical request wants.
inline Decision typedApproval(std::string by, std::string reason = "looked at it")
{
    Decision made = decision(Verdict::Approve, std::move(by), std::move(reason));
    made.typed = "parser #3";
    return made;
}

inline void make(Approval& approval, const Decision& made, UtcTime at = kNow)
{
    approval.decisions.push_back(recorded(made, at));
}

} // namespace signalbox::test
