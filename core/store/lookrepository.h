// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen of a line on a server when it was looked at last, in table look: what has come since is asked for,
// however long nobody looked.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  Io
// Disk    schema.md, look
#pragma once

#include "core/store/database.h"

#include <set>

namespace signalbox::store {

/// Runs of the line, by their numbers, which grow.
struct Look {
    std::string newest; // empty: there was none
    std::set<std::string> open{}; // those that had not ended

    bool operator==(const Look&) const = default;
};

class LookRepository {
public:
    explicit LookRepository(Database& database) : m_database(database) { }

    /// Nothing: it was never looked at.
    Result<std::optional<Look>> last(const std::string& line);
    Result<void> keep(const std::string& line, const Look& look);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
