// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of wait: begun by a run, answered by whatever it waits for, gone once the run
// has gone on.
//
// Thread  the store thread
// Errors  Io
// Disk    schema.md, wait
#pragma once

#include "core/store/approvalrows.h"

#include <optional>
#include <set>
#include <string>

namespace signalbox::store {

/// A wait as text, with the request of a person already read.
struct WaitText {
    std::string token;
    std::string node;
    std::optional<UtcTime> at;
    std::optional<std::string> event;
    std::optional<gate::Request> request;
};

/// Inserts the wait and, where it asks a person, the approval.
Result<void> beginWait(Connection& connection, Changes& changes, RunId run, const WaitText& wait, UtcTime now);

/// Stores the answer unless there is one already, closes a request that it makes needless, and queues the run.
/// False: it was answered before, or is gone.
Result<bool> answerWait(Connection& connection, Changes& changes, const WaitKey& wait, const Json& answer, UtcTime now);

/// Removes the waits that the run has gone on from: all but those of `live` tokens. True: one of those is answered.
Result<bool> settleWaits(Connection& connection, Changes& changes, RunId run, const std::set<std::string>& live,
                         UtcTime now);

/// The run has ended: nobody is asked, no timer rings. reopenWaits() takes it back when the run is resumed; people
/// then have their whole time again.
Result<void> shutWaits(Connection& connection, Changes& changes, RunId run, UtcTime now);
Result<void> reopenWaits(Connection& connection, Changes& changes, RunId run, UtcTime now);

} // namespace signalbox::store
