// SPDX-License-Identifier: GPL-3.0-or-later
// Servers and lines on them that cannot be looked at, in table connection: told once they have been lost for a while,
// and again when they are back, whoever looks and whoever dies in between. A server that does not answer is told once,
// not once for each of its lines. A program whose token is missing or refused says nothing of a line that another one
// looks at.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  Io
// Disk    schema.md, connection and watcher
#pragma once

#include "core/store/database.h"

#include <map>

namespace signalbox::store {

/// A line that was looked at, and where it is.
struct LookedAt {
    std::string line;
    std::string server; // its address
    std::string name; // of the server, as people know it: "GitHub"
    std::vector<std::string> lines; // all that are there
    std::string by{}; // the program that looked, as by thisProcess(); empty: nobody else does
};

struct LostLine {
    UtcTime at; // the first look that failed
    std::string why; // at the last that was news

    bool operator==(const LostLine&) const = default;
};

class ConnectionRepository {
public:
    /// As long as it may be lost before it is news.
    static constexpr Milliseconds kPatience{std::chrono::minutes(1)};
    /// A line for which its server does not answer, while it answers for others.
    static constexpr Milliseconds kLinePatience{std::chrono::minutes(5)};

    explicit ConnectionRepository(Database& database) : m_database(database) { }

    /// A look at the line went well, or failed. What is known already writes nothing.
    Result<void> wentWell(const LookedAt& place, UtcTime now);
    Result<void> failed(const LookedAt& place, const Error& why, UtcTime now);
    /// Lines whose last look failed, by name; beside them the servers that do not answer, by address.
    Result<std::map<std::string, LostLine>> lost();

private:
    Result<void> note(const LookedAt& place, const Error* why, UtcTime now);

    Database& m_database; // outlives this
};

} // namespace signalbox::store
