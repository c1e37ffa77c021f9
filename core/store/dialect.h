// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite and PostgreSQL spell differently: everything else in this folder is
// SQL that both take. Placeholders are ?1, ?2 … bound by position.
//
// Disk    the application id marks a file as ours; the version counts migrations
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace signalbox::store::dialect {

inline constexpr std::string_view kDriver = "QSQLITE";
inline constexpr std::int64_t kApplicationId = 0x53426F78; // "SBox", at offset 68 of the file
inline constexpr int kBusyMs = 10'000; // how long another process may write before it counts as locked

inline constexpr std::string_view kBegin = "BEGIN IMMEDIATE";
inline constexpr std::string_view kCommit = "COMMIT";
inline constexpr std::string_view kRollback = "ROLLBACK";
inline constexpr std::string_view kSavepoint = "SAVEPOINT job";
inline constexpr std::string_view kRelease = "RELEASE job";
inline constexpr std::string_view kUndo = "ROLLBACK TO job";

inline constexpr std::string_view kWriteAhead = "PRAGMA journal_mode = WAL";
inline constexpr std::string_view kForeignKeys = "PRAGMA foreign_keys = ON";
inline constexpr std::string_view kReadCache = "PRAGMA cache_size = -16384"; // KiB at most, of a reading connection
inline constexpr std::string_view kLogLimit = "PRAGMA journal_size_limit = 67108864";
inline constexpr std::string_view kSurvivesCrash = "PRAGMA synchronous = NORMAL";
inline constexpr std::string_view kSurvivesPowerLoss = "PRAGMA synchronous = FULL";

inline constexpr std::string_view kSource = "SELECT sqlite_source_id()";
inline constexpr std::string_view kVersion = "PRAGMA user_version";
inline std::string setVersion(std::int64_t version)
{
    std::string sql(kVersion);
    sql += " = ";
    return sql += std::to_string(version);
}
inline constexpr std::string_view kApplication = "PRAGMA application_id";
inline constexpr std::string_view kTables = "SELECT COUNT(*) FROM sqlite_schema";
inline constexpr std::string_view kDataVersion = "PRAGMA data_version";
inline constexpr std::string_view kBackup = "VACUUM INTO ?1";
inline constexpr std::string_view kIntegrity = "PRAGMA integrity_check(1)";

} // namespace signalbox::store::dialect
