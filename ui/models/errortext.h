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

/// Both in one line, as shown in a strip. The detail is for logs and for "Show details".
QString errorText(const Error& error);

/// "2 runs cannot be read: 7, 9."
ErrorWords unreadableRuns(const std::vector<RunId>& runs);
ErrorWords unreadableApprovals(const std::vector<ApprovalId>& approvals);

} // namespace signalbox::ui
