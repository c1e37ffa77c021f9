// SPDX-License-Identifier: GPL-3.0-or-later
// What ends waits: times, events, deadlines, and decisions whose time to be taken
// back has passed. Each answer and the queueing of its run are one transaction.
//
// Thread  any but the store thread; calls block on the writer
// Rate    each call answers at most kAtOnce waits; nextTimer() tells whether more are due
// Errors  Io
#pragma once

#include "core/base/json.h"
#include "core/store/database.h"

namespace signalbox::store {

class WakeUps {
public:
    static constexpr int kAtOnce = 1000;

    explicit WakeUps(Database& database) : m_database(database) { }

    /// When anything is due next: a timer, a deadline, a decision that takes effect.
    Result<std::optional<UtcTime>> nextTimer();

    /// Ends waits whose time has come with {"by": "time"}, and requests whose deadline has passed with
    /// {"by": "person", "data": {"verdict": "expired", "outcome": …}}. Answers with how many.
    Result<int> answerDueTimers(UtcTime now);

    /// Ends the waits for this event with {"by": "event", "data": data}. Answers with how many.
    Result<int> answerEvent(const std::string& name, const Json& data, UtcTime now);

    /// Closes requests whose decision can no longer be taken back, with {"by": "person", "data": {"verdict", "choice",
    /// "by", "reason"}}. Answers with how many.
    Result<int> effectDecisions(UtcTime now);

    /// Names of the events that are waited for, in order, after `after`: to look whether one has happened unheard.
    Result<std::vector<std::string>> openEvents(const std::string& after = {}, int limit = 1000);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
