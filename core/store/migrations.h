// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a store to the version of this program: forward only, all that is missing in one
// transaction, with a backup beside the file before it.
//
// Thread  that of the connection
// Errors  Io
// Disk    PRAGMA user_version is the number of the last migration; schema.md describes the result
#pragma once

#include "core/store/connection.h"

#include <span>
#include <string_view>

namespace signalbox::store {

struct Migration {
    int version = 0; // from 1, without gaps
    std::span<const std::string_view> statements;
};

/// All migrations of this program, oldest first.
std::span<const Migration> schema();

/// What may be opened: the version it has, and whether it is ours.
struct FileVersion {
    std::int64_t version = 0; // 0: nothing in it yet
    bool ours = true; // empty, or marked by this program
};
Result<FileVersion> fileVersion(Connection& connection);

/// The backup is PATH.before-vN; one that exists already is left as it is, for it is older.
Result<void> migrate(Connection& connection, std::span<const Migration> migrations);

} // namespace signalbox::store
