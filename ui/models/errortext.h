// SPDX-License-Identifier: GPL-3.0-or-later
// Turns an error of the engine into one sentence for a person and one next action.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"

#include <QString>

#include <vector>

namespace signalbox::ui {

struct ErrorWords {
    QString sentence; // what happened
    QString action; // what to do about it
};

ErrorWords errorWords(ErrorCode code);

/// Why what changes something is locked while the store cannot be written.
QString storeLock();

/// What happened, what follows or is to be done, and the raw words, for "Show details".
struct FaultText {
    QString sentence;
    QString rest;
    QString details;
};

/// What the code says in the language of the window. Where its own words alone say why, as those of a file or a policy
/// that was refused, they stand in the open.
FaultText faultText(const Error& error);
/// The same below a sentence of the caller: "It was not added."
FaultText faultText(const QString& sentence, const Error& error);

/// Both in one line, as shown in a strip.
QString errorText(const Error& error);

/// "2 runs cannot be read: 7, 9."
ErrorWords unreadableRuns(const std::vector<RunId>& runs);
ErrorWords unreadableApprovals(const std::vector<ApprovalId>& approvals);

} // namespace signalbox::ui
