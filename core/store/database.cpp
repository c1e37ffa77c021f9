// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "core/store/auditlog.h"
#include "core/store/dialect.h"
#include "core/store/migrations.h"
#include "core/store/sqlerror.h"
#include "core/store/storefile.h"

#include <QFileInfo>
#include <QLockFile>

#include <algorithm>

namespace signalbox::store {

namespace {

/// A thread's connection to one store. It has to be closed by that thread, so it lives there.
struct ThreadReader {
    std::weak_ptr<const int> store;
    std::unique_ptr<Connection> connection;
};

std::vector<ThreadReader>& threadReaders()
{
    thread_local std::vector<ThreadReader> readers;
    return readers;
}

Result<void> checkVersion(const std::string& path)
{
    if (QFileInfo(QString::fromStdString(path)).size() == 0)
        return {};
    // The header in the file may be behind the write-ahead log, so SQLite is asked too, without the right to write.
    auto looking = Connection::open(path, Connection::Access::ReadOnly);
    if (!looking)
        return looking.error();
    const auto found = fileVersion(**looking);
    if (!found)
        return found.error();
    if (!found->ours)
        return notOurs(path);
    const int newest = schema().back().version;
    if (found->version > newest)
        return tooNew(path, found->version, newest);
    return {};
}

Result<void> prepare(const std::string& path)
{
    auto connection = Connection::open(path, Connection::Access::ReadWrite);
    if (!connection)
        return connection.error();
    // SQLite does not wait where two programs turn one file to write-ahead logging at once: one is told that it is
    // locked. So they take turns; where the turn cannot be had, SQLite's answer counts.
    QLockFile turn(QString::fromStdString(path) + QStringLiteral(".opening"));
    static_cast<void>(turn.tryLock(dialect::kBusyMs));
    if (auto log = (*connection)->run(dialect::kWriteAhead); !log)
        return log;
    if (auto migrated = migrate(**connection, schema()); !migrated)
        return migrated;
    return beginAudit(**connection, SystemClock().now());
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string& place)
{
    const auto path = storePath(place);
    if (!path)
        return path.error();
    if (auto usable = checkFile(*path, schema().back().version); !usable)
        return usable.error();
    if (auto known = checkVersion(*path); !known)
        return known.error();
    const bool isNew = QFileInfo(QString::fromStdString(*path)).size() == 0;
    if (auto ready = prepare(*path); !ready)
        return ready.error();
    return std::unique_ptr<Database>(new Database(*path, isNew));
}

Database::Database(std::string path, bool isNew)
    : m_path(std::move(path)), m_isNew(isNew), m_alive(std::make_shared<const int>(0)), m_writer(m_path)
{
}

Database::~Database()
{
    auto& readers = threadReaders();
    std::erase_if(readers, [this](const ThreadReader& reader) { return reader.store.lock() == m_alive; });
}

Result<Connection*> Database::reader()
{
    auto& readers = threadReaders();
    std::erase_if(readers, [](const ThreadReader& reader) { return reader.store.expired(); });
    const auto mine
        = std::ranges::find_if(readers, [this](const ThreadReader& reader) { return reader.store.lock() == m_alive; });
    if (mine != readers.end())
        return mine->connection.get();
    auto opened = Connection::open(m_path, Connection::Access::ReadOnly);
    if (!opened)
        return opened.error();
    if (auto cached = (*opened)->run(dialect::kReadCache); !cached)
        return cached.error();
    readers.push_back({m_alive, *std::move(opened)});
    return readers.back().connection.get();
}

bool Database::isReadable()
{
    const auto connection = reader();
    return connection && (*connection)->number(dialect::kDataVersion);
}

Result<void> Database::tryWrite()
{
    return m_writer.write([](Connection& connection, Changes&) -> Result<void> {
        const auto version = connection.number(dialect::kVersion);
        if (!version)
            return version.error();
        return connection.run(dialect::setVersion(*version)); // a page, as it was
    });
}

Result<void> Database::check()
{
    auto connection = reader();
    if (!connection)
        return connection.error();
    auto rows = (*connection)->query(dialect::kIntegrity);
    if (!rows)
        return rows.error();
    const auto found = rows->next();
    if (!found)
        return found.error();
    const std::string verdict = *found ? rows->text(0) : "no answer";
    return verdict == "ok" ? Result<void>() : Result<void>(damaged(m_path, verdict));
}

} // namespace signalbox::store
