// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/letterkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace signalbox::ui {

LetterKeys::LetterKeys(bool on, QObject* parent) : QObject(parent), m_on(on)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool LetterKeys::isOff(const QKeyEvent& key) const
{
    constexpr auto kCommanding = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    const QString typed = key.text();
    return !m_on && !(key.modifiers() & kCommanding) && typed.size() == 1 && typed.front().isPrint()
        && !typed.front().isSpace();
}

bool LetterKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride || !isOff(*static_cast<QKeyEvent*>(event)))
        return QObject::eventFilter(watched, event);
    event->accept(); // no shortcut of any window takes it
    return true;
}

} // namespace signalbox::ui
