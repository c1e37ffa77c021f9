// SPDX-License-Identifier: GPL-3.0-or-later
// Turns a database error into one line: what happened, to which store, what to do.
//
// Thread  any: pure
#pragma once

#include "core/base/result.h"

#include <string>

class QSqlError;
struct sqlite3;

namespace signalbox::store {

/// Conflict where a unique key is taken, else Io.
Error storeError(const QSqlError& error, const std::string& path);
/// Of the last call of SQLite on this connection.
Error storeError(sqlite3* connection, const std::string& path);

/// Whether it is about the store itself, however it was passed on: all its sentences name the store so.
bool isOfStore(const Error& error);

/// What was read cannot have been written by this program.
Error damaged(const std::string& path, const std::string& what);

} // namespace signalbox::store
