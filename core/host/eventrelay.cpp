// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/eventrelay.h"

#include <QThread>
#include <QTimer>

namespace signalbox::host {

void EventRelay::post(const store::Changes& changes)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_pending.empty();
        m_pending.add(changes);
    }
    if (first)
        QMetaObject::invokeMethod(this, &EventRelay::scheduleFlush, Qt::QueuedConnection);
}

void EventRelay::scheduleFlush()
{
    QTimer::singleShot(kIntervalMs, this, &EventRelay::flush);
}

void EventRelay::flush()
{
    Q_ASSERT(QThread::currentThread() == thread());
    store::Changes changes;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(changes, m_pending);
    }
    emit changed(changes);
}

} // namespace signalbox::host
