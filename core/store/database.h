// SPDX-License-Identifier: GPL-3.0-or-later
// The store: one SQLite file, one writer, a read connection for each thread that reads.
//
// Thread     open(): any. reader(): any, each thread gets its own. See Writer for writing.
// Ownership  outlives everything that was given a reference to it; its writer's run() has returned before
// Errors     Io: no such folder, not writable, locked, damaged, from a newer version (left untouched), disk full.
//            InvalidInput: not a place that this version can use.
// Disk       schema.md
#pragma once

#include "core/store/connection.h"
#include "core/store/writer.h"

namespace signalbox::store {

class Database {
public:
    /// Opens, makes or migrates the store at a path or "sqlite:PATH".
    static Result<std::unique_ptr<Database>> open(const std::string& place);
    ~Database();

    const std::string& path() const { return m_path; }
    Writer& writer() { return m_writer; }
    /// Nothing was there before this open().
    bool isNew() const { return m_isNew; }

    /// This thread's read connection; closed when the thread ends. A snapshot lasts as long as a Cursor.
    Result<Connection*> reader();

    /// Whether it can be read at all. Costs microseconds.
    bool isReadable();

    /// Whether it can be written now, by a write that changes nothing; Io where it cannot.
    Result<void> tryWrite();

    /// Reads every page. Io where the file is damaged.
    Result<void> check();

private:
    Database(std::string path, bool isNew);

    const std::string m_path;
    const bool m_isNew;
    const std::shared_ptr<const int> m_alive; // tells threads that their connections to this store are of no more use
    Writer m_writer;
};

} // namespace signalbox::store
