// SPDX-License-Identifier: GPL-3.0-or-later
// The one writer of the store. Jobs queued from any thread are committed together,
// each in a savepoint of its own: an error undoes that job only. A commit that
// fails fails every job in it, and nothing of it is told.
//
// Thread  write(), post(): any but the store thread, write() blocks. run(): the store thread, started and joined by
//         the owner (core/host). Jobs and the listener are called on the store thread.
// Order   commit, then futures, then the listener
// Loss    a stop drains what is queued; a job posted after it gets Cancelled
// Errors  of the job itself; Io of the commit
#pragma once

#include "core/store/changes.h"
#include "core/store/connection.h"

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace signalbox::store {

/// Normal survives a crash of the program, Full a power loss.
enum class Flush : std::uint8_t { Normal, Full };

class Writer {
public:
    using Job = std::function<Result<void>(Connection&, Changes&)>;

    explicit Writer(std::string path) : m_path(std::move(path)) { }
    ~Writer(); // run() has returned

    /// Before run() only.
    void setListener(Listener listener) { m_listener = std::move(listener); }

    std::future<Result<void>> post(Job job, Flush flush = Flush::Normal);
    Result<void> write(Job job, Flush flush = Flush::Normal);

    /// The body of the store thread.
    void run(const std::stop_token& stop);

    /// Commits made so far, for figures and tests.
    std::int64_t commits() const { return m_commits.load(std::memory_order_relaxed); }

private:
    struct Pending {
        Job job;
        Flush flush = Flush::Normal;
        std::promise<Result<void>> done;
        Result<void> result;
    };
    using Batch = std::vector<Pending>;

    Batch take(const std::stop_token& stop);
    Result<void> connect(std::unique_ptr<Connection>& connection);
    void commit(Connection& connection, Batch& batch);
    Result<void> commitAll(Connection& connection, Batch& batch, Changes& changes);
    Result<void> setFlush(Connection& connection, const Batch& batch);
    void refuse(Batch& batch, const Error& error);

    const std::string m_path;
    Listener m_listener;
    std::optional<Flush> m_flush; // as the connection is set; store thread only
    std::atomic<std::int64_t> m_commits{0};
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Batch m_queue; // guarded by m_mutex
    bool m_closed = false; // guarded by m_mutex
};

} // namespace signalbox::store
