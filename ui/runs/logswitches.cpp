// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/logswitches.h"

#include "ui/widgets/button.h"

#include <QHBoxLayout>

namespace signalbox::ui {

LogSwitches::LogSwitches(const ThemeSource& themes, LogView& view, QWidget* parent) : QWidget(parent), m_view(view)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(themes.theme().spacing(5));
    add(themes, tr("Time"), QStringLiteral("T"), &LogSight::times);
    add(themes, tr("Invisible"), QStringLiteral("I"), &LogSight::invisible);
    add(themes, tr("Wrap"), QStringLiteral("W"), &LogSight::wrap);
    auto* follow = addButton(themes, tr("Follow"), QStringLiteral("B"));
    follow->setChecked(view.follows());
    connect(follow, &Button::clicked, &view, &LogView::setFollowing);
    connect(&view, &LogView::followingChanged, follow, [this, follow] { follow->setChecked(m_view.follows()); });
}

Button* LogSwitches::addButton(const ThemeSource& themes, const QString& name, const QString& key)
{
    auto* button = new Button(themes, name, Button::Kind::Switch, this);
    button->setCheckable(true);
    button->setKeyHint(key);
    layout()->addWidget(button);
    return button;
}

void LogSwitches::add(const ThemeSource& themes, const QString& name, const QString& key, bool LogSight::*part)
{
    auto* button = addButton(themes, name, key);
    button->setChecked(m_view.sight().*part);
    connect(button, &Button::clicked, &m_view, [this, part] { m_view.toggle(part); });
    connect(&m_view, &LogView::sightChanged, button,
            [this, button, part] { button->setChecked(m_view.sight().*part); });
}

} // namespace signalbox::ui
