// SPDX-License-Identifier: GPL-3.0-or-later
// Lines on servers that cannot be looked at, in table connection: told once they have been lost for a while, and again
// when they are back, whoever looks and whoever dies in between.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  Io
// Disk    schema.md, connection
#pragma once

#include "core/store/database.h"

#include <map>

namespace signalbox::store {

class ConnectionRepository {
public:
    /// As long as it may be lost before it is news.
    static constexpr Milliseconds kPatience{std::chrono::minutes(1)};

    explicit ConnectionRepository(Database& database) : m_database(database) { }

    /// A look at the line went well, or failed. What is known already writes nothing.
    Result<void> wentWell(const std::string& line, UtcTime now);
    Result<void> failed(const std::string& line, const std::string& why, UtcTime now);
    /// Why the last look failed, by line, of those that failed.
    Result<std::map<std::string, std::string>> lost();

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
