// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/store/dialect.h"

#include <algorithm>
#include <exception>

namespace signalbox::store {

namespace {

const Error kClosed{ErrorCode::Cancelled, "the store is being closed"};

/// A job's exception must not end the store thread.
Result<void> runJob(const Writer::Job& job, Connection& connection, Changes& changes)
{
    try {
        return job(connection, changes);
    } catch (const std::exception& thrown) {
        return Error{ErrorCode::Internal, std::string("a write failed: ") + thrown.what()};
    }
}

} // namespace

Writer::~Writer()
{
    refuse(m_queue, kClosed);
}

std::future<Result<void>> Writer::post(Job job, Flush flush)
{
    Pending pending{.job = std::move(job), .flush = flush, .done = {}, .result = {}};
    auto future = pending.done.emplace().get_future();
    std::unique_lock lock(m_mutex);
    if (m_closed) {
        lock.unlock();
        pending.done->set_value(kClosed);
        return future;
    }
    m_queue.push_back(std::move(pending));
    lock.unlock();
    m_wake.notify_one();
    return future;
}

Result<void> Writer::write(Job job, Flush flush)
{
    if (!seize())
        return post(std::move(job), flush).get();
    Batch alone(1);
    alone.front().job = std::move(job);
    alone.front().flush = flush;
    commit(alone);
    leave();
    return std::move(alone.front().result);
}

Result<std::int64_t> Writer::othersVersion()
{
    if (!seize())
        return m_othersVersion.load();
    Result<std::int64_t> version = 0;
    if (const auto connected = connect(); connected)
        version = m_connection->number(dialect::kDataVersion);
    else
        version = connected.error();
    if (version)
        m_othersVersion = *version;
    leave();
    return version;
}

/// The connection is this thread's until leave(), unless somebody writes or waits already.
bool Writer::seize()
{
    const std::lock_guard lock(m_mutex);
    if (m_busy || m_closed || !m_queue.empty())
        return false;
    m_busy = true;
    return true;
}

void Writer::leave()
{
    bool awaited = false;
    {
        const std::lock_guard lock(m_mutex);
        m_busy = false;
        awaited = m_closed || !m_queue.empty();
    }
    if (awaited)
        m_wake.notify_one();
}

/// Everything that waits, with the connection; nothing once a stop was asked for and the queue is drained.
Writer::Batch Writer::take(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_busy = false;
    m_wake.wait(lock, stop, [this] { return !m_busy && !m_queue.empty(); });
    if (m_busy) { // asked to stop while somebody commits
        m_closed = true;
        m_wake.wait(lock, [this] { return !m_busy; });
    }
    m_busy = true;
    m_closed = m_closed || m_queue.empty();
    return std::exchange(m_queue, {});
}

void Writer::run(const std::stop_token& stop)
{
    for (Batch batch = take(stop); !batch.empty(); batch = take(stop))
        commit(batch);
    m_connection.reset();
}

/// Tried again with each batch, so that a store that comes back is used again.
Result<void> Writer::connect()
{
    if (m_connection)
        return {};
    auto opened = Connection::open(m_path, Connection::Access::ReadWrite);
    if (!opened)
        return opened.error();
    if (auto limited = (*opened)->run(dialect::kLogLimit); !limited)
        return limited;
    m_connection = *std::move(opened);
    m_connection->letThreadsTakeTurns();
    m_flush.reset();
    return {};
}

void Writer::answer(Batch& batch)
{
    for (Pending& pending : batch) {
        if (pending.done)
            pending.done->set_value(std::move(pending.result));
    }
}

void Writer::refuse(Batch& batch, const Error& error)
{
    for (Pending& pending : batch)
        pending.result = error;
    answer(batch);
}

Result<void> Writer::setFlush(const Batch& batch)
{
    const bool full = std::ranges::any_of(batch, [](const Pending& pending) { return pending.flush == Flush::Full; });
    const Flush wanted = full ? Flush::Full : Flush::Normal;
    if (m_flush == wanted)
        return {};
    auto set = m_connection->run(full ? dialect::kSurvivesPowerLoss : dialect::kSurvivesCrash);
    if (set)
        m_flush = wanted;
    return set;
}

/// Each job in its savepoint. A job that is alone in its transaction needs none: its error is that of the transaction.
Result<void> Writer::runAll(Batch& batch, Changes& changes)
{
    if (batch.size() == 1)
        return runJob(batch.front().job, *m_connection, changes);
    for (Pending& pending : batch) {
        if (auto point = m_connection->execute(dialect::kSavepoint); !point)
            return point.error();
        Changes own;
        pending.result = runJob(pending.job, *m_connection, own);
        if (pending.result) {
            changes.add(own);
        } else if (!m_connection->execute(dialect::kUndo)) {
            // A full disk or a failed read ends the whole transaction, savepoints and all.
            return pending.result;
        }
        if (auto released = m_connection->execute(dialect::kRelease); !released)
            return released.error();
    }
    return {};
}

/// An error of the whole transaction comes back as the result.
Result<void> Writer::commitAll(Batch& batch, Changes& changes)
{
    if (auto connected = connect(); !connected)
        return connected;
    if (auto set = setFlush(batch); !set)
        return set;
    if (auto begun = m_connection->execute(dialect::kBegin); !begun)
        return begun.error();
    auto done = runAll(batch, changes);
    if (done) {
        if (auto committed = m_connection->execute(dialect::kCommit); committed)
            return {};
        else
            done = committed.error();
    }
    static_cast<void>(m_connection->execute(dialect::kRollback)); // fails where nothing is left to undo
    return done;
}

void Writer::commit(Batch& batch)
{
    Changes changes;
    if (const auto committed = commitAll(batch, changes); !committed)
        return refuse(batch, committed.error());
    m_commits.fetch_add(1, std::memory_order_relaxed);
    answer(batch);
    if (m_listener && !changes.empty())
        m_listener(changes);
}

} // namespace signalbox::store
