// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/turnwatch.h"

#include <QMetaEnum>
#include <QThread>

#include <ctime>

namespace signalbox::ui {

std::chrono::nanoseconds TurnWatch::ofThisThread()
{
    std::timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

bool TurnWatch::during(const QObject& receiver, const QEvent& event, const std::function<bool()>& deliver)
{
    if (m_inside)
        return deliver();
    const char* const receiverClass = receiver.metaObject()->className();
    const QEvent::Type type = event.type();
    const auto before = m_cpuTime();
    m_inside = true;
    const bool done = deliver();
    m_inside = false;
    if (const auto spent = m_cpuTime() - before; spent > kLongest) {
        const char* const name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        m_tell({QStringLiteral("%1 of %2")
                    .arg(name == nullptr ? QString::number(type) : QString::fromLatin1(name),
                         QString::fromLatin1(receiverClass)),
                spent});
    }
    return done;
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    const auto deliver = [this, receiver, event] { return QApplication::notify(receiver, event); };
    return QThread::currentThread() == thread() ? m_watch.during(*receiver, *event, deliver) : deliver();
}

} // namespace signalbox::ui
