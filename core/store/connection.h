// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to the store's file, with its prepared statements.
//
// Thread  the one that opened it, and no other, unless letThreadsTakeTurns() was called
// Errors  Io, in one line that says what to do; Conflict where a unique key is taken
#pragma once

#include "core/store/bound.h"
#include "core/store/cursor.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
        return start(sql, {bound(values)...});
    }
    /// Rows changed.
    template <typename... Values>
    Result<std::int64_t> execute(std::string_view sql, const Values&... values)
    {
        return finish(sql, {bound(values)...});
    }
    /// The first column of the first row; NotFound without a row.
    template <typename... Values>
    Result<std::int64_t> number(std::string_view sql, const Values&... values)
    {
        return first(sql, {bound(values)...});
    }

    /// One statement without values, not kept.
    Result<void> run(std::string_view sql);

private:
    struct Statement {
        QSqlQuery query;
        std::vector<std::size_t> order; // which value stands at each placeholder
        bool inUse = false;
    };

    explicit Connection(std::string path);
    Result<void> connect(Access access);
    Result<void> checkDriver();
    static std::string inOrder(std::string_view sql, std::vector<std::size_t>& order);
    Result<Statement*> prepared(std::string_view sql);
    Result<Statement*> executed(std::string_view sql, std::initializer_list<QVariant> values);
    Result<Cursor> start(std::string_view sql, std::initializer_list<QVariant> values);
    Result<std::int64_t> finish(std::string_view sql, std::initializer_list<QVariant> values);
    Result<std::int64_t> first(std::string_view sql, std::initializer_list<QVariant> values);

    const std::string m_path;
    QString m_name; // Qt's name of this connection
    QSqlDatabase m_database;
    std::unordered_map<std::string_view, std::unique_ptr<Statement>> m_statements; // keys are constexpr texts
};

} // namespace signalbox::store
