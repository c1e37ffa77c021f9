// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlerror.h"

#include <QSqlError>

namespace signalbox::store {

namespace {

// Primary result codes of SQLite, https://www.sqlite.org/rescode.html
enum SqliteCode : int {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Protocol = 15, // others were faster, too often
    Constraint = 19,
    NotADatabase = 26
};

std::string line(const QString& text)
{
    return text.simplified().toStdString(); // one line, whatever the driver says
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
    bool known = false;
    const int code
        = error.nativeErrorCode().toInt(&known) & 0xff; // extended codes keep the primary one in the low byte
    const std::string said = line(error.databaseText().isEmpty() ? error.driverText() : error.databaseText());
    switch (known ? code : 0) {
    case Busy:
    case Locked:
    case Protocol: return {ErrorCode::Io, "the store " + path + " is locked by another program; close it or try again"};
    case ReadOnly:
        return {ErrorCode::Io, "the store " + path + " cannot be written; check the rights of the file and its folder"};
    case IoError:
        return {ErrorCode::Io,
                "the disk failed under the store " + path + " (" + said + "); check the disk, then try again"};
    case Corrupt:
    case NotADatabase: return damaged(path, said);
    case Full:
        return {ErrorCode::Io, "the disk is full; the store " + path + " takes nothing more until there is room"};
    case CannotOpen: return {ErrorCode::Io, "the store " + path + " cannot be opened; check the file and its folder"};
    case Constraint: return {ErrorCode::Conflict, "the store holds such a row already: " + said};
    default: return {ErrorCode::Io, "the store " + path + ": " + said};
    }
}

} // namespace signalbox::store
