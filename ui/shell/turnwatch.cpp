// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/turnwatch.h"

#include <QMetaEnum>
#include <QThread>

#include <ctime>
#include <utility>

namespace signalbox::ui {

std::chrono::nanoseconds TurnWatch::ofThisThread()
{
    std::timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

namespace {

QString nameOf(QEvent::Type type, const char* receiverClass)
{
    const char* const name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 of %2")
        .arg(name == nullptr ? QString::number(type) : QString::fromLatin1(name), QString::fromLatin1(receiverClass));
}

} // namespace

bool TurnWatch::during(const QObject& receiver, const QEvent& event, const std::function<bool()>& deliver)
{
    Part part{receiver.metaObject()->className(), event.type(), {}};
    const bool isTurn = m_depth == 0;
    if (isTurn)
        m_longest = {};
    const auto before = m_cpuTime();
    const auto siblings = std::exchange(m_inner, {});
    ++m_depth;
    const bool done = deliver();
    --m_depth;
    const auto spent = m_cpuTime() - before;
    part.own = spent - m_inner;
    m_inner = siblings + spent;
    if (part.own > m_longest.own)
        m_longest = part;
    if (!isTurn)
        return done;
    m_inner = {};
    if (spent > m_most) {
        QString what = nameOf(part.type, part.receiverClass);
        if (m_longest.own > part.own)
            what += QStringLiteral(", %1 ms of it %2")
                        .arg(m_longest.own / std::chrono::milliseconds(1))
                        .arg(nameOf(m_longest.type, m_longest.receiverClass));
        m_tell({what, spent});
    }
    return done;
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    const auto deliver = [this, receiver, event] { return QApplication::notify(receiver, event); };
    return QThread::currentThread() == thread() ? m_watch.during(*receiver, *event, deliver) : deliver();
}

} // namespace signalbox::ui
