// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/store/dialect.h"
#include "core/store/sqlerror.h"

#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

#include <atomic>

namespace signalbox::store {

namespace {

constexpr int kMostValues = 64; // in one statement

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The name of a placeholder. Qt would make one for each value that is bound by position, each time.
const QString& nameOf(std::size_t place)
{
    static const std::vector<QString> names = [] {
        std::vector<QString> made;
        for (int i = 0; i < kMostValues; ++i)
            made.push_back(QStringLiteral(":v%1").arg(i));
        return made;
    }();
    return names.at(place);
}

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
    return run(dialect::kForeignKeys);
}

/// Cursor reads rows from the driver's own handles: both have to be of one SQLite.
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

/// Qt refuses a number that stands twice: "?2 … ?2" becomes ":v0 … :v1", with the places kept.
std::string Connection::inOrder(std::string_view sql, std::vector<std::size_t>& order)
{
    std::string text;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql[i] != '?') {
            text += sql[i];
            continue;
        }
        text += nameOf(order.size()).toStdString();
        std::size_t number = 0;
        for (; i + 1 < sql.size() && sql[i + 1] >= '0' && sql[i + 1] <= '9'; ++i)
            number = number * 10 + static_cast<std::size_t>(sql[i + 1] - '0');
        order.push_back(number == 0 ? order.size() : number - 1);
    }
    return text;
}

Result<Connection::Statement*> Connection::prepared(std::string_view sql)
{
    if (const auto known = m_statements.find(sql); known != m_statements.end())
        return known->second.get();
    auto statement = std::make_unique<Statement>(Statement{QSqlQuery(m_database), {}, false});
    statement->query.setForwardOnly(true);
    if (!statement->query.prepare(qtText(inOrder(sql, statement->order))))
        return storeError(statement->query.lastError(), m_path);
    return m_statements.emplace(sql, std::move(statement)).first->second.get();
}

Result<Connection::Statement*> Connection::executed(std::string_view sql, std::initializer_list<QVariant> values)
{
    auto found = prepared(sql);
    if (!found)
        return found;
    Statement* statement = *found;
    if (statement->inUse) // starting it again would silently end the cursor that reads from it
        return Error{ErrorCode::Internal, "a statement was started while it was being read: " + std::string(sql)};
    for (std::size_t i = 0; i < statement->order.size(); ++i)
        statement->query.bindValue(nameOf(i), values.begin()[statement->order[i]]);
    if (!statement->query.exec()) {
        const Error error = storeError(statement->query.lastError(), m_path);
        statement->query.finish();
        return error;
    }
    statement->inUse = true;
    return statement;
}

Result<Cursor> Connection::start(std::string_view sql, std::initializer_list<QVariant> values)
{
    const auto statement = executed(sql, values);
    if (!statement)
        return statement.error();
    return Cursor((*statement)->query, (*statement)->inUse, m_path);
}

Result<std::int64_t> Connection::finish(std::string_view sql, std::initializer_list<QVariant> values)
{
    const auto statement = executed(sql, values);
    if (!statement)
        return statement.error();
    const std::int64_t changed = (*statement)->query.numRowsAffected();
    (*statement)->query.finish();
    (*statement)->inUse = false;
    return changed;
}

Result<std::int64_t> Connection::first(std::string_view sql, std::initializer_list<QVariant> values)
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
