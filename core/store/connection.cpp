// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/store/dialect.h"
#include "core/store/sqlerror.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <sqlite3.h>

#include <atomic>

namespace signalbox::store {

namespace {

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

sqlite3* handleOf(const QSqlDatabase& database)
{
    const QVariant handle = database.driver()->handle();
    return *static_cast<sqlite3* const*>(handle.constData());
}

void finalize(sqlite3_stmt* statement)
{
    sqlite3_finalize(statement); // tells of the last step once more
}

/// Gives one value to a statement; the answer is SQLite's.
struct Binding {
    sqlite3_stmt* statement;
    int place;
    sqlite3_destructor_type text;

    int operator()(std::nullptr_t) const { return sqlite3_bind_null(statement, place); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, place, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, place, value); }
    int operator()(std::string_view value) const
    {
        return sqlite3_bind_text64(statement, place, value.data(), value.size(), text, SQLITE_UTF8);
    }
};

QString nextName()
{
    static std::atomic<int> count{0}; // Qt keeps connections by name, across all stores of the process
    return QStringLiteral("signalbox-store-%1").arg(++count);
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Access access)
{
    std::unique_ptr<Connection> connection(new Connection(path));
    if (auto connected = connection->connect(access); !connected)
        return connected.error();
    return connection;
}

Connection::Connection(std::string path) : m_path(std::move(path)), m_name(nextName()) { }

Connection::~Connection()
{
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase(); // Qt wants no copy left when the name goes
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Connection::connect(Access access)
{
    m_database = QSqlDatabase::addDatabase(qtText(dialect::kDriver), m_name);
    if (!m_database.isValid())
        return Error{ErrorCode::Io, "Qt's SQLite driver is not installed (package libqt6sql6-sqlite)"};
    m_database.setDatabaseName(qtText(m_path));
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(dialect::kBusyMs);
    if (access == Access::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    m_database.setConnectOptions(options);
    if (!m_database.open())
        return storeError(m_database.lastError(), m_path);
    if (auto same = checkDriver(); !same)
        return same;
    m_handle = handleOf(m_database);
    return run(dialect::kForeignKeys);
}

/// Statements are made on the driver's own handle: both have to be of one SQLite.
Result<void> Connection::checkDriver()
{
    QSqlQuery query(m_database);
    if (!query.exec(qtText(dialect::kSource)) || !query.next())
        return storeError(query.lastError(), m_path);
    if (query.value(0).toString() != QLatin1String(sqlite3_sourceid()))
        return Error{ErrorCode::Io,
                     "Qt's SQLite driver brings another SQLite than this program has; install the driver of the"
                     " system's Qt (package libqt6sql6-sqlite)"};
    return {};
}

/// Qt's driver is an object of the thread that made it; nothing in it needs one.
void Connection::letThreadsTakeTurns()
{
    m_database.driver()->moveToThread(nullptr);
}

Result<void> Connection::run(std::string_view sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(qtText(sql)))
        return storeError(query.lastError(), m_path);
    return {};
}

Result<Connection::Statement*> Connection::prepared(std::string_view sql)
{
    if (const auto known = m_statements.find(sql); known != m_statements.end())
        return known->second.get();
    sqlite3_stmt* made = nullptr;
    const int length = static_cast<int>(sql.size());
    if (sqlite3_prepare_v3(m_handle, sql.data(), length, SQLITE_PREPARE_PERSISTENT, &made, nullptr) != SQLITE_OK)
        return storeError(m_handle, m_path);
    auto statement = std::make_unique<Statement>(Statement{.handle = {made, finalize}});
    return m_statements.emplace(sql, std::move(statement)).first->second.get();
}

/// Binds the values, and steps once.
Result<Connection::Statement*> Connection::started(std::string_view sql, std::span<const Bound> values, Text text)
{
    auto found = prepared(sql);
    if (!found)
        return found;
    Statement* statement = *found;
    if (statement->inUse) // starting it again would silently end the cursor that reads from it
        return Error{ErrorCode::Internal, "a statement was started while it was being read: " + std::string(sql)};
    sqlite3_stmt* handle = statement->handle.get();
    const int count = sqlite3_bind_parameter_count(handle);
    Q_ASSERT(static_cast<std::size_t>(count) <= values.size());
    int code = SQLITE_OK;
    for (int i = 0; i < count && code == SQLITE_OK; ++i) {
        const Binding binding{handle, i + 1, text == Text::Stays ? SQLITE_STATIC : SQLITE_TRANSIENT};
        code = std::visit(binding, values[static_cast<std::size_t>(i)]);
    }
    if (code == SQLITE_OK)
        code = sqlite3_step(handle);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        const Error error = storeError(m_handle, m_path);
        sqlite3_reset(handle);
        return error;
    }
    statement->inUse = true;
    return statement;
}

Result<Cursor> Connection::start(std::string_view sql, std::span<const Bound> values)
{
    const auto statement = started(sql, values, Text::Goes);
    if (!statement)
        return statement.error();
    return Cursor((*statement)->handle.get(), (*statement)->inUse, m_path);
}

Result<std::int64_t> Connection::finish(std::string_view sql, std::span<const Bound> values)
{
    const auto statement = started(sql, values, Text::Stays);
    if (!statement)
        return statement.error();
    const std::int64_t changed = sqlite3_changes64(m_handle);
    sqlite3_reset((*statement)->handle.get());
    (*statement)->inUse = false;
    return changed;
}

Result<std::int64_t> Connection::first(std::string_view sql, std::span<const Bound> values)
{
    auto rows = start(sql, values);
    if (!rows)
        return rows.error();
    const auto found = rows->next();
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, "no such row"};
    return rows->integer(0);
}

} // namespace signalbox::store
