// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/pruning.h"

#include "core/store/retention.h"

namespace signalbox::host {

namespace {

constexpr Milliseconds kDay{86'400'000};
constexpr Milliseconds kRest{3'600'000}; // between two looks that found nothing left, or failed

} // namespace

void Pruning::look()
{
    if (m_scene.keepDays() == 0 || toUnixMs(m_scene.clock.now()) < m_restsUntil || m_busy.exchange(true))
        return;
    m_scene.pool.post([this] {
        prune();
        m_busy = false;
    });
}

void Pruning::prune()
{
    const UtcTime now = m_scene.clock.now();
    const int days = m_scene.keepDays();
    if (days == 0)
        return; // said since the look
    const auto pruned = store::Retention(m_scene.database).pruneSome({.endedBefore = now - days * kDay, .now = now});
    const bool closing = !pruned && pruned.error().code == ErrorCode::Cancelled;
    if (!pruned && !closing && m_scene.failed)
        m_scene.failed(pruned.error());
    if (!pruned || !pruned->more)
        m_restsUntil = toUnixMs(now + kRest);
}

} // namespace signalbox::host
