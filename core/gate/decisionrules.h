// SPDX-License-Identifier: GPL-3.0-or-later
// Who may decide a request, when, and what the decisions so far amount to.
//
// Thread  any: pure
// Errors  judge(): Conflict (decided already, late, stale, superseded, twice by one person, by one who does not
//         count), InvalidInput (no name, no or too short a reason, no such choice, not typed). The text is made to be
//         shown.
// Source  SPEC 14, DESIGN 4
#pragma once

#include "core/gate/requirements.h"

namespace signalbox::gate {

/// A decision takes effect after this long; until then it can be taken back.
inline constexpr Milliseconds kTakeBackTime{5'000};
/// The first question moves the deadline by this much; later ones do not.
inline constexpr Milliseconds kAskExtension{15 * 60'000};

/// Why a decision is refused, for whoever has words of their own for it.
enum class Refusal : std::uint8_t {
    Decided, // as Late and Ended: it is not open any more
    Late,
    Ended,
    NoName,
    NoReason,
    ShortReason, // of an override
    NotTyped,
    OtherChoice,
    OtherEvidence, // than what it was decided on, or none was named
    DoesNotCount,
    StaleEvidence,
    Twice,
    NothingAsked,
    HeldAlready,
};
std::optional<Refusal> refusalOf(const Approval& approval, const Decision& decision, UtcTime now);

/// What the request will be once `decision` has taken effect; Open or Held where it stays undecided.
Result<ApprovalState> judge(const Approval& approval, const Decision& decision, UtcTime now);

/// The decision as it is kept. Hold, Ask and Answer close nothing, so they take effect at once.
RecordedDecision recorded(const Decision& decision, UtcTime now);

/// What the standing decisions amount to: Approved or Rejected; nothing while more are needed. One veto rejects.
std::optional<ApprovalState> outcome(const Approval& approval);

/// True until the first question that stands.
bool asksExtend(const Approval& approval);

} // namespace signalbox::gate
