// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for a person, in the words of a card: by deadline.
//
// Thread  any; pure
#pragma once

#include "core/gate/approval.h"
#include "ui/models/statusrole.h"

#include <QString>

#include <optional>
#include <vector>

namespace signalbox::ui {

struct Need {
    ApprovalId approval;
    StatusRole role = StatusRole::HeldForYou;
    QString title; // "parser #3"
    QString left; // "18:24 left"
    QString detail; // "Compile error. No fix is known for this failure."
    QString note; // "Rejects at 14:45."
    bool release = false; // held at its gate
    bool elsewhere = false; // Apps of others decide it, there: nobody here
    bool passed = false; // its deadline has; it stands here until a person has looked at what followed
    bool operator==(const Need&) const = default;
};

/// How many of them are held for a person, how many of those are releases, and how many are not for anybody here.
struct HeldCounts {
    int held = 0;
    int releases = 0;
    int elsewhere = 0;
};
HeldCounts countsOf(const std::vector<Need>& needs);

/// Those that a person can decide, and what waits for Apps of others; a rehearsal needs nobody.
std::vector<Need> needsOf(const std::vector<gate::Approval>& approvals, UtcTime now);
/// Those that ended without a decision, and nobody has seen it; the newest first.
std::vector<Need> passedOf(const std::vector<gate::Approval>& approvals);
/// The one to open first: by deadline, of those that a person can decide; else the newest that ended unseen.
std::optional<ApprovalId> firstNeed(const std::vector<gate::Approval>& approvals, UtcTime now);

} // namespace signalbox::ui
