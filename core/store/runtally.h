// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of finished runs by day, kept in the transaction that ends a run, so that a dashboard reads ninety rows
// however many runs there were.
//
// Thread  tallyRun(): the store thread; reading: any
// Units   a day is that of UTC on which the run finished, as days since 1970; times are milliseconds
// Errors  Io, NotFound
// Disk    table run_day; line '' is every line, agent '' every agent
#pragma once

#include "core/store/database.h"

#include <span>
#include <vector>

namespace signalbox::store {

struct DayFigures {
    std::int64_t day = 0;
    std::int64_t runs = 0;
    std::int64_t failed = 0;
    std::int64_t cancelled = 0;
    std::int64_t healed = 0; // by their outcome; the same for the two below
    std::int64_t retried = 0;
    std::int64_t escalated = 0;
    std::int64_t attempts = 0; // of the pipelines that the runs looked after
    Milliseconds duration{0}; // of all together, waits for people included
    Milliseconds longest{0}; // never shrinks, not even where the run is resumed
};

enum class Tally : std::uint8_t { Adds, TakesBack };

/// Counts a run that has just finished, or takes it back because it is resumed: while its row still says finished.
Result<void> tallyRun(Connection& connection, RunId run, Tally tally);

class RunTally {
public:
    explicit RunTally(Database& database) : m_database(database) { }

    /// From `firstDay` on, oldest first; days without a finished run have no row. Empty `line` or `agent`: all.
    Result<std::vector<DayFigures>> days(const std::string& line, const std::string& agent, std::int64_t firstDay);

    /// Its reading statements, for a test of how they are answered.
    static std::span<const std::string_view> readStatements();

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
