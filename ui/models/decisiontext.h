// SPDX-License-Identifier: GPL-3.0-or-later
// How an approval ended, in words.
//
// Thread  any; pure
// Source  COPY 5
#pragma once

#include "core/gate/approval.h"

#include <QString>

namespace signalbox::ui {

/// "Rejected at 14:31 by operator. Reason: release after the freeze." Empty while it can be decided.
/// `replacedBy`: the subject of the newer request, where one is known.
QString closedText(const gate::Approval& approval, const QString& replacedBy = {});
/// With what became of it elsewhere behind it, if anything is known of that; while it is open, who decides elsewhere.
QString outcomeText(const gate::Approval& approval, const QString& replacedBy, const QString& elsewhere);

/// Why it ended without a decision of a person; empty: it did not.
QString endedText(const gate::Approval& approval, const QString& replacedBy = {});

/// The subject of a newer request of the same line and kind that has superseded it; empty: none known.
QString replacementOf(const gate::Approval& approval, const std::vector<gate::Approval>& all);

/// Why a decision on it is refused, as it stands here; empty: that does not say.
QString refusalText(const gate::Approval& approval, const gate::Decision& decision, UtcTime now);

/// Evidence that is too old, as two sentences: what, and what follows. Empty: all of it is fresh.
struct StaleText {
    QString what; // "Prometheus staging is 14 min old, limit 5 min."
    QString follows; // "Approve is locked."
};
StaleText staleText(const gate::Request& request, UtcTime now);

/// The last approval or rejection that stands, whether it closed the request or not; null: none.
const gate::RecordedDecision* closingDecision(const gate::Approval& approval);

/// A decision that will close it, or has and is not stored as closed yet; null: it can still be decided.
const gate::RecordedDecision* settlingDecision(const gate::Approval& approval, UtcTime now);

} // namespace signalbox::ui
