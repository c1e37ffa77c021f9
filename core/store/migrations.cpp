// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/store/dialect.h"

#include <filesystem>
#include <system_error>

namespace signalbox::store {

namespace {

namespace fs = std::filesystem;

/// What stands in the store now, read beside the lock that the caller holds: nobody else makes a backup or changes the
/// format meanwhile, and a part that lies there was left by somebody who was killed. A half-written backup never
/// carries the name of a whole one.
Result<void> backUp(const std::string& path, std::int64_t nextVersion)
{
    const std::string whole = path + ".before-v" + std::to_string(nextVersion);
    const std::string part = whole + ".part";
    std::error_code failure;
    if (fs::exists(whole, failure))
        return {};
    fs::remove(part, failure);
    auto old = Connection::open(path, Connection::Access::ReadOnly);
    auto copied = old ? (*old)->execute(dialect::kBackup, part) : Result<std::int64_t>(old.error());
    if (!copied)
        return Error{copied.error().code, "no backup before the change of format: " + copied.error().detail};
    fs::rename(part, whole, failure);
    if (failure)
        return Error{ErrorCode::Io, "no backup before the change of format: " + whole + ": " + failure.message()};
    return {};
}

Result<void> runAll(Connection& connection, const Migration& migration)
{
    for (const std::string_view statement : migration.statements)
        if (auto done = connection.run(statement); !done)
            return done;
    if (auto marked = connection.run("PRAGMA application_id = " + std::to_string(dialect::kApplicationId)); !marked)
        return marked;
    return connection.run(dialect::setVersion(migration.version));
}

Result<void> runMissing(Connection& connection, std::span<const Migration> migrations)
{
    const auto have = connection.number(dialect::kVersion);
    if (!have)
        return have.error();
    if (*have > 0 && *have < migrations.back().version) {
        if (auto saved = backUp(connection.path(), *have + 1); !saved)
            return saved;
    }
    for (const Migration& migration : migrations) {
        if (migration.version <= *have)
            continue;
        if (auto done = runAll(connection, migration); !done)
            return Error{done.error().code, "format " + std::to_string(migration.version) + ": " + done.error().detail};
    }
    return {};
}

/// All in one transaction, so that nobody ever sees a store between two formats. Another process may have been faster:
/// the version is read again under the lock.
Result<void> apply(Connection& connection, std::span<const Migration> migrations)
{
    if (auto begun = connection.run(dialect::kBegin); !begun)
        return begun;
    Result<void> done = runMissing(connection, migrations);
    if (done)
        done = connection.run(dialect::kCommit);
    if (!done)
        static_cast<void>(connection.run(dialect::kRollback)); // the first error is the one to tell
    return done;
}

} // namespace

/// The tables are counted first: where there are any, their maker's mark was committed with them.
Result<FileVersion> fileVersion(Connection& connection)
{
    const auto tables = connection.number(dialect::kTables);
    if (!tables)
        return tables.error();
    const auto application = connection.number(dialect::kApplication);
    if (!application)
        return application.error();
    const auto version = connection.number(dialect::kVersion);
    if (!version)
        return version.error();
    return FileVersion{*version, *application == dialect::kApplicationId || *tables == 0};
}

Result<void> migrate(Connection& connection, std::span<const Migration> migrations)
{
    const auto have = connection.number(dialect::kVersion);
    if (!have)
        return have.error();
    if (migrations.empty() || *have >= migrations.back().version)
        return {};
    return apply(connection, migrations);
}

} // namespace signalbox::store
