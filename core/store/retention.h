// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the checkpoints out of runs that have ended long ago, so that a store does not grow with every superstep of
// the past. The input, the newest one, and those that forks were made from stay; so do events, effects and decisions.
//
// Thread  any but the store thread
// Errors  Io
// Disk    schema.md, checkpoint
#pragma once

#include "core/store/database.h"

namespace signalbox::store {

class Retention {
public:
    explicit Retention(Database& database) : m_database(database) { }

    struct Limit {
        UtcTime endedBefore;
        UtcTime now;
    };
    struct Pruned {
        int checkpoints = 0;
        bool more = false; // there may be
    };

    struct Preview {
        std::int64_t runs = 0;
        std::int64_t checkpoints = 0;
        std::int64_t bytes = 0; // of their content, as it is stored
    };
    /// What pruneSome() would take until nothing is left to take.
    Result<Preview> preview(UtcTime endedBefore);
    /// One small transaction for runs that ended before the limit, the oldest first. A run may need several of them;
    /// after each one, whatever is left of it can be read, forked and resumed.
    Result<Pruned> pruneSome(const Limit& limit);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
