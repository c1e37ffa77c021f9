// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/livelabel.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace signalbox::ui {

namespace {

/// A reader on Linux speaks what shows up in the role of a notification; Qt 6.4 does not hand on its alerts there.
QAccessibleInterface* notification(const QString&, QObject* object)
{
    auto* label = qobject_cast<LiveLabel*>(object);
    return label ? new QAccessibleWidget(label, QAccessible::Notification) : nullptr;
}

} // namespace

LiveLabel::LiveLabel(const ThemeSource& themes, Type type, Tone tone, QWidget* parent)
    : Label(themes, type, tone, parent)
{
    QAccessible::installFactory(notification); // again is not twice
}

void LiveLabel::announce(const QString& words, bool urgently)
{
    setAccessibleName(words); // which tells that it has another one
    if (!urgently)
        return;
    for (const QAccessible::Event what : {QAccessible::ObjectShow, QAccessible::Alert}) {
        QAccessibleEvent event(this, what);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace signalbox::ui
