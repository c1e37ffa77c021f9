// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlerror.h"

#include <QSqlError>

#include <filesystem>
#include <sqlite3.h>

namespace signalbox::store {

namespace {

bool isFull(const std::string& path)
{
    constexpr std::uintmax_t kLeast = 64 * 1024; // bytes
    std::error_code error;
    const auto room = std::filesystem::space(std::filesystem::path(path).parent_path(), error);
    return !error && room.available < kLeast;
}

Error diskFull(const std::string& path)
{
    return {ErrorCode::Io, "the disk is full; the store " + path + " takes nothing more until there is room"};
}

/// `code` may be an extended one, which keeps the primary one in its low byte.
Error sentence(int code, const QString& text, const std::string& path)
{
    const std::string said = text.simplified().toStdString(); // one line, whatever SQLite says
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: // others were faster, too often
        return {ErrorCode::Io, "the store " + path + " is locked by another program; close it or try again"};
    case SQLITE_READONLY:
        return {ErrorCode::Io, "the store " + path + " cannot be written; check the rights of the file and its folder"};
    case SQLITE_IOERR:
        if (isFull(path)) // files beside the store could not be made longer
            return diskFull(path);
        return {ErrorCode::Io,
                "the disk failed under the store " + path + " (" + said + "); check the disk, then try again"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return damaged(path, said);
    case SQLITE_FULL: return diskFull(path);
    case SQLITE_CANTOPEN:
        return {ErrorCode::Io, "the store " + path + " cannot be opened; check the file and its folder"};
    case SQLITE_CONSTRAINT: return {ErrorCode::Conflict, "the store holds such a row already: " + said};
    default: return {ErrorCode::Io, "the store " + path + ": " + said};
    }
}

} // namespace

bool isOfStore(const Error& error)
{
    return error.code == ErrorCode::Io && error.detail.find("the store /") != std::string::npos;
}

Error damaged(const std::string& path, const std::string& what)
{
    return {ErrorCode::Io, "the store " + path + " is damaged: " + what + "; put a backup in its place"};
}

Error storeError(const QSqlError& error, const std::string& path)
{
    const QString said = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return sentence(error.nativeErrorCode().toInt(), said, path);
}

Error storeError(sqlite3* connection, const std::string& path)
{
    return sentence(sqlite3_extended_errcode(connection), QString::fromUtf8(sqlite3_errmsg(connection)), path);
}

} // namespace signalbox::store
