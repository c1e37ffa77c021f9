// SPDX-License-Identifier: GPL-3.0-or-later
// The one writer of the store. Jobs queued from any thread are committed together,
// each in a savepoint of its own: an error undoes that job only. A commit that
// fails fails every job in it, and nothing of it is told. Where nobody else writes,
// write() commits on its caller's thread: two threads need not wake each other for it.
//
// Thread  write(), post(): any but the store thread, write() blocks. run(): the store thread, started and joined by
//         the owner (core/host). Jobs and the listener are called on the store thread or within write(), one at a
//         time; a caller of write() holds no lock that the listener takes.
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

    /// A number that differs from the last one once another process has committed: the writer's own commits leave it
    /// as it is. While somebody writes it is the last one. Costs microseconds. Any thread.
    Result<std::int64_t> othersVersion();

    /// The body of the store thread.
    void run(const std::stop_token& stop);

    /// Commits made so far, for figures and tests.
    std::int64_t commits() const { return m_commits.load(std::memory_order_relaxed); }

private:
    struct Pending {
        Job job;
        Flush flush = Flush::Normal;
        std::optional<std::promise<Result<void>>> done; // nothing: it is written within write()
        Result<void> result;
    };
    using Batch = std::vector<Pending>;

    bool seize();
    void leave();
    Batch take(const std::stop_token& stop);
    void commit(Batch& batch);
    Result<void> connect();
    Result<void> commitAll(Batch& batch, Changes& changes);
    Result<void> runAll(Batch& batch, Changes& changes);
    Result<void> setFlush(const Batch& batch);
    static void answer(Batch& batch);
    static void refuse(Batch& batch, const Error& error);

    const std::string m_path;
    Listener m_listener;
    std::atomic<std::int64_t> m_commits{0};
    std::atomic<std::int64_t> m_othersVersion{0};
    std::unique_ptr<Connection> m_connection; // of whoever made m_busy true
    std::optional<Flush> m_flush; // as the connection is set; the same
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    Batch m_queue; // guarded by m_mutex
    bool m_busy = true; // somebody commits, or run() has not begun; guarded by m_mutex
    bool m_closed = false; // guarded by m_mutex
};

} // namespace signalbox::store
