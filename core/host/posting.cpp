// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/posting.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr Milliseconds kAnyway{std::chrono::seconds(30)}; // what another process wrote, or left behind

constexpr Milliseconds kFarewell{std::chrono::seconds(2)}; // for calls that are under way at the end

} // namespace

void Posting::start()
{
    m_thread = std::jthread([this](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            {
                const std::lock_guard lock(m_mutex);
                m_news = false;
            }
            const bool isAlone = !isBusy({});
            const auto next
                = look(isAlone, [this](const auto& name, const auto& receiver) { return sendOff(name, receiver); });
            const std::string fault = next ? std::string() : next.error().detail;
            if (std::exchange(m_fault, fault) != fault && !next)
                m_scene.report(next.error());
            std::unique_lock lock(m_mutex);
            m_woken.wait_for(lock, stop, rest(next), [this] { return m_news; });
        }
    });
}

void Posting::stop()
{
    m_thread = {};
    {
        std::unique_lock lock(m_mutex);
        m_woken.wait_for(lock, kFarewell, [this] { return m_busy.empty(); });
    }
    for (auto& [name, sender] : m_senders)
        sender.request_stop();
    m_senders.clear();
}

void Posting::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_news = true;
    }
    m_woken.notify_all(); // the thread that looks, and whoever stops it
}

Milliseconds Posting::rest(const Result<std::optional<UtcTime>>& next) const
{
    if (!next || !*next)
        return kAnyway;
    return std::clamp(**next - m_scene.clock.now(), Milliseconds(10), kAnyway);
}

Result<std::optional<UtcTime>> Posting::work(const std::stop_token& stop)
{
    return look(true, [&](const auto& name, const auto& receiver) { return bringTo(name, receiver, stop); });
}

/// `isAlone`: nothing is being sent by this process.
Result<std::optional<UtcTime>> Posting::look(bool isAlone, const Bring& bring)
{
    const store::Receivers receivers = m_scene.receivers();
    while (m_outbox.hasNews()) {
        if (const auto addressed = m_outbox.distribute(receivers, m_scene.clock.now()); !addressed)
            return addressed.error();
    }
    if (const auto freed = m_outbox.reclaim(m_scene.clock.now(), isAlone); !freed)
        return freed.error();
    std::optional<UtcTime> next;
    for (const auto& [name, receiver] : receivers) {
        if (isBusy(name)) // it wakes this thread
            continue;
        if (const auto brought = bring(name, receiver); !brought)
            return brought.error();
        if (isBusy(name))
            continue;
        const auto due = m_outbox.nextDue(name, notify::paceOf(receiver.way));
        if (!due)
            return due.error();
        if (*due)
            next = std::min(next.value_or(**due), **due);
    }
    return next;
}

/// Empty: any.
bool Posting::isBusy(const std::string& name)
{
    const std::lock_guard lock(m_mutex);
    return name.empty() ? !m_busy.empty() : m_busy.contains(name);
}

Result<void> Posting::sendOff(const std::string& name, const notify::Receiver& receiver)
{
    const auto due = m_outbox.nextDue(name, notify::paceOf(receiver.way));
    if (!due)
        return due.error();
    if (!*due || **due > m_scene.clock.now())
        return {};
    {
        const std::lock_guard lock(m_mutex);
        m_busy.insert(name);
    }
    m_senders[name] = std::jthread([this, name, receiver](const std::stop_token& stop) { // the last one has ended
        const auto brought = bringTo(name, receiver, stop);
        bool isNews = false;
        {
            const std::lock_guard lock(m_mutex);
            m_busy.erase(name);
            const std::string fault = brought ? std::string() : brought.error().detail;
            isNews = std::exchange(m_storeFault, fault) != fault && !brought;
        }
        if (brought)
            wake();
        else
            m_woken.notify_all();
        if (isNews) // it is tried again with the next look
            m_scene.report(brought.error());
    });
    return {};
}

/// One call, and those after it that may follow at once.
Result<void> Posting::bringTo(const std::string& name, const notify::Receiver& receiver, const std::stop_token& stop)
{
    const notify::Pace pace = notify::paceOf(receiver.way);
    while (!stop.stop_requested()) {
        const auto due = m_outbox.nextDue(name, pace); // looking costs no commit
        if (!due)
            return due.error();
        if (!*due || **due > m_scene.clock.now())
            return {};
        const auto batch = m_outbox.claim(name, pace, m_scene.clock.now());
        if (!batch)
            return batch.error();
        if (!*batch)
            return {};
        notify::Carried carried{.messages = {}, .again = (*batch)->again && !notify::dropsRepeats(receiver.way)};
        for (const store::OutboxRow& row : (*batch)->rows)
            carried.messages.push_back(row.message);
        const notify::Receipt receipt = m_scene.bring(receiver, std::move(carried), stop);
        if (auto settled = m_outbox.settle(**batch, receipt, pace, m_scene.clock.now()); !settled)
            return settled;
        if (!stop.stop_requested())
            report(name, receipt);
    }
    return {};
}

void Posting::report(const std::string& name, const notify::Receipt& receipt)
{
    bool isNews = false;
    {
        const std::lock_guard lock(m_mutex);
        if (receipt.reception == notify::Reception::Taken)
            m_reported.erase(name);
        else
            isNews = std::exchange(m_reported[name], receipt.why) != receipt.why;
    }
    if (isNews)
        m_scene.report(
            {ErrorCode::Network, "receiver " + name + " has not taken what it was sent, which waits: " + receipt.why});
}

} // namespace signalbox::host
