// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/durability/oldstore.h"

#include "core/store/dialect.h"
#include "tests/core/store/storefixture.h"

namespace signalbox::test {

namespace {

using store::Connection;
using store::Migration;

constexpr std::string_view kOld[] = {"CREATE TABLE song (title TEXT)",
                                     "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
                                     " INSERT INTO song SELECT printf('%0200d', i) FROM n"};
constexpr std::string_view kNew[]
    = {"ALTER TABLE song ADD COLUMN plays INTEGER NOT NULL DEFAULT 7", "UPDATE song SET title = title || '!'",
       "CREATE INDEX song_title ON song (title)", "CREATE TABLE singer (name TEXT)"};
const Migration kFirst[] = {{1, kOld}};
const Migration kBoth[] = {{1, kOld}, {2, kNew}};

Result<std::unique_ptr<Connection>> opened(const std::string& path)
{
    auto connection = Connection::open(path, Connection::Access::ReadWrite);
    if (!connection)
        return connection;
    if (auto log = (*connection)->run(store::dialect::kWriteAhead); !log)
        return log.error();
    return connection;
}

} // namespace

void makeOldStore(const std::string& path)
{
    must(store::migrate(*must(opened(path)), kFirst));
}

Result<void> migrateOldStore(const std::string& path)
{
    const auto connection = opened(path);
    return connection ? store::migrate(**connection, kBoth) : connection.error();
}

std::string ageOf(const std::string& path)
{
    const auto connection = must(opened(path));
    auto sound = must(connection->query("PRAGMA integrity_check"));
    if (!must(sound.next()) || sound.text(0) != "ok")
        return "damaged: " + sound.text(0);
    const auto version = must(connection->number("PRAGMA user_version"));
    const auto songs = must(connection->number("SELECT COUNT(*) FROM song WHERE length(title) = 200"));
    const auto louder = must(connection->number("SELECT COUNT(*) FROM song WHERE length(title) = 201"));
    const auto added
        = must(connection->number("SELECT COUNT(*) FROM sqlite_schema WHERE name IN ('singer', 'song_title')"));
    if (version == 1 && songs == 400 && louder == 0 && added == 0)
        return "old";
    if (version == 2 && songs == 0 && louder == 400 && added == 2)
        return "new";
    return "between: version " + std::to_string(version) + ", " + std::to_string(songs) + " old rows, "
        + std::to_string(louder) + " new ones";
}

} // namespace signalbox::test
