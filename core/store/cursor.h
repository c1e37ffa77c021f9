// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one query, of which the first has been stepped to. Ends with its scope, so that no read snapshot lingers.
//
// Thread     that of its Connection
// Ownership  the Connection outlives it
// Errors     Io
// Source     https://www.sqlite.org/c3ref/column_blob.html
#pragma once

#include "core/base/json.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_stmt;

namespace signalbox::store {

class Cursor {
public:
    Cursor(sqlite3_stmt* statement, bool& inUse, const std::string& path);
    ~Cursor();
    Cursor(Cursor&& other) noexcept;
    Cursor& operator=(Cursor&&) = delete;

    /// Steps to the next row; false: there is none.
    Result<bool> next();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    int count(int column) const { return static_cast<int>(integer(column)); }
    double real(int column) const;
    std::string text(int column) const { return std::string(utf8(column)); }
    std::string_view utf8(int column) const; // until the next step
    UtcTime time(int column) const { return fromUnixMs(integer(column)); }
    std::optional<UtcTime> maybeTime(int column) const;
    Result<Json> json(int column) const; // Io where the text is not JSON: the store is damaged

private:
    enum class At : std::uint8_t { Before, Row, End };

    Result<bool> step();

    sqlite3_stmt* m_statement; // null once moved from
    At m_at = At::Before;
    bool* m_inUse;
    const std::string* m_path; // for errors
};

/// Every row as a T; `read` turns a row into a Result<T>. `expected`: how many there will be, perhaps.
template <typename T, typename Read>
Result<std::vector<T>> collect(Result<Cursor> rows, Read read, std::size_t expected = 0)
{
    if (!rows)
        return rows.error();
    std::vector<T> values;
    values.reserve(expected);
    for (;;) {
        const auto found = rows->next();
        if (!found)
            return found.error();
        if (!*found)
            return values;
        Result<T> value = read(*rows);
        if (!value)
            return value.error();
        values.push_back(*std::move(value));
    }
}

/// The first row as a T, or nothing where there is none.
template <typename T, typename Read>
Result<std::optional<T>> firstOf(Result<Cursor> rows, Read read)
{
    if (!rows)
        return rows.error();
    const auto found = rows->next();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<T>();
    Result<T> value = read(*rows);
    if (!value)
        return value.error();
    return std::optional<T>(*std::move(value));
}

} // namespace signalbox::store
