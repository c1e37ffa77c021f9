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
    auto future = pending.done.get_future();
    std::unique_lock lock(m_mutex);
    if (m_closed) {
        lock.unlock();
        pending.done.set_value(kClosed);
        return future;
    }
    m_queue.push_back(std::move(pending));
    lock.unlock();
    m_wake.notify_one();
    return future;
}

Result<void> Writer::write(Job job, Flush flush)
{
    return post(std::move(job), flush).get();
}

/// Everything that waits; nothing once a stop was asked for and the queue is drained.
Writer::Batch Writer::take(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, stop, [this] { return !m_queue.empty(); });
    if (m_queue.empty())
        m_closed = true;
    return std::exchange(m_queue, {});
}

void Writer::run(const std::stop_token& stop)
{
    std::unique_ptr<Connection> connection;
    for (Batch batch = take(stop); !batch.empty(); batch = take(stop)) {
        if (auto open = connect(connection); open)
            commit(*connection, batch);
        else
            refuse(batch, open.error());
    }
}

/// Tried again with each batch, so that a store that comes back is used again.
Result<void> Writer::connect(std::unique_ptr<Connection>& connection)
{
    if (connection)
        return {};
    auto opened = Connection::open(m_path, Connection::Access::ReadWrite);
    if (!opened)
        return opened.error();
    connection = *std::move(opened);
    m_flush.reset();
    return connection->run(dialect::kLogLimit);
}

void Writer::refuse(Batch& batch, const Error& error)
{
    for (Pending& pending : batch)
        pending.done.set_value(error);
    batch.clear();
}

Result<void> Writer::setFlush(Connection& connection, const Batch& batch)
{
    const bool full = std::ranges::any_of(batch, [](const Pending& pending) { return pending.flush == Flush::Full; });
    const Flush wanted = full ? Flush::Full : Flush::Normal;
    if (m_flush == wanted)
        return {};
    auto set = connection.run(full ? dialect::kSurvivesPowerLoss : dialect::kSurvivesCrash);
    if (set)
        m_flush = wanted;
    return set;
}

/// Runs each job in its savepoint. An error of the whole transaction comes back as the result.
Result<void> Writer::commitAll(Connection& connection, Batch& batch, Changes& changes)
{
    if (auto set = setFlush(connection, batch); !set)
        return set;
    if (auto begun = connection.execute(dialect::kBegin); !begun)
        return begun.error();
    for (Pending& pending : batch) {
        if (auto point = connection.execute(dialect::kSavepoint); !point)
            return point.error();
        Changes own;
        pending.result = runJob(pending.job, connection, own);
        if (pending.result) {
            changes.add(own);
        } else if (!connection.execute(dialect::kUndo)) {
            // A full disk or a failed read ends the whole transaction, savepoints and all.
            return pending.result;
        }
        if (auto released = connection.execute(dialect::kRelease); !released)
            return released.error();
    }
    if (auto committed = connection.execute(dialect::kCommit); !committed)
        return committed.error();
    return {};
}

void Writer::commit(Connection& connection, Batch& batch)
{
    Changes changes;
    const auto committed = commitAll(connection, batch, changes);
    if (!committed) {
        static_cast<void>(connection.execute(dialect::kRollback)); // fails where nothing is left to undo
        refuse(batch, committed.error());
        return;
    }
    m_commits.fetch_add(1, std::memory_order_relaxed);
    for (Pending& pending : batch)
        pending.done.set_value(std::move(pending.result));
    if (m_listener && !changes.empty())
        m_listener(changes);
}

} // namespace signalbox::store
