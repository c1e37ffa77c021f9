// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to the store's file, with its prepared statements. Qt opens it; statements, values and rows go through
// SQLite's own handles, since Qt would make a QVariant and UTF-16 of every value.
//
// Thread  the one that opened it, and no other, unless letThreadsTakeTurns() was called
// Errors  Io, in one line that says what to do; Conflict where a unique key is taken
// Source  QSqlDriver::handle(), Qt 6.4; https://www.sqlite.org/c3ref/intro.html
#pragma once

#include "core/store/bound.h"
#include "core/store/cursor.h"

#include <QSqlDatabase>

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace signalbox::store {

class Connection {
public:
    enum class Access : std::uint8_t { ReadWrite, ReadOnly };

    static Result<std::unique_ptr<Connection>> open(const std::string& path, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const std::string& path() const { return m_path; }

    /// From here on any thread may use it, one at a time; its owner sees to that.
    void letThreadsTakeTurns();

    // `sql` is constexpr text: its statement is prepared once and kept as long as the connection.
    // A statement whose Cursor is open cannot be started again: Internal.
    template <typename... Values>
    Result<Cursor> query(std::string_view sql, const Values&... values)
    {
        return start(sql, std::array<Bound, sizeof...(values)>{bound(values)...});
    }
    /// Rows changed.
    template <typename... Values>
    Result<std::int64_t> execute(std::string_view sql, const Values&... values)
    {
        return finish(sql, std::array<Bound, sizeof...(values)>{bound(values)...});
    }
    /// The first column of the first row; NotFound without a row.
    template <typename... Values>
    Result<std::int64_t> number(std::string_view sql, const Values&... values)
    {
        return first(sql, std::array<Bound, sizeof...(values)>{bound(values)...});
    }

    /// One statement without values, not kept.
    Result<void> run(std::string_view sql);

private:
    /// Of the values: outlives the statement's execution, or may go before.
    enum class Text : std::uint8_t { Stays, Goes };

    struct Statement {
        std::unique_ptr<sqlite3_stmt, void (*)(sqlite3_stmt*)> handle;
        bool inUse = false;
    };

    explicit Connection(std::string path);
    Result<void> connect(Access access);
    Result<void> checkDriver();
    Result<Statement*> prepared(std::string_view sql);
    Result<Statement*> started(std::string_view sql, std::span<const Bound> values, Text text);
    Result<Cursor> start(std::string_view sql, std::span<const Bound> values);
    Result<std::int64_t> finish(std::string_view sql, std::span<const Bound> values);
    Result<std::int64_t> first(std::string_view sql, std::span<const Bound> values);

    const std::string m_path;
    QString m_name; // Qt's name of this connection
    QSqlDatabase m_database;
    sqlite3* m_handle = nullptr; // its driver's
    std::unordered_map<std::string_view, std::unique_ptr<Statement>> m_statements; // keys are constexpr texts
};

} // namespace signalbox::store
