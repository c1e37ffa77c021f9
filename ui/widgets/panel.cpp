// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel.h"

#include "ui/widgets/frame.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace signalbox::ui {

Panel::Panel(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_whole(new QVBoxLayout(this)), m_body(new QVBoxLayout)
{
    m_whole->setContentsMargins(1, 1, 1, 1); // inside the border
    m_whole->setSpacing(0);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    m_whole->addLayout(m_body, 1);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Panel::setTitle(const QString& title)
{
    makeHeading();
    m_title->setText(title);
    setAccessibleName(title);
}

void Panel::setNote(const QString& note)
{
    makeHeading();
    m_note->setText(note);
}

void Panel::makeHeading()
{
    if (m_title)
        return;
    const Theme& theme = m_themes.theme();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme.spacing(4), 0, theme.spacing(4), 0);
    row->setSpacing(theme.spacing(3));
    m_title = new Label(m_themes, Type::Heading, Tone::Primary, this);
    m_title->setFixedHeight(theme.size.rowComfortable - 3);
    m_note = new Label(m_themes, Type::Small, Tone::Tertiary, this);
    row->addWidget(m_title, 1);
    row->addWidget(m_note);
    m_whole->insertLayout(0, row);
    m_whole->insertWidget(1, new Rule(m_themes, Qt::Horizontal, this));
}

void Panel::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    paintFrame(painter, rect(), {theme.border.subtle, theme.surface.panel, theme.size.radiusPanel});
}

Rule::Rule(const ThemeSource& themes, Qt::Orientation orientation, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void Rule::paintEvent(QPaintEvent*)
{
    const BorderColours& border = m_themes.theme().border;
    QPainter(this).fillRect(rect(), m_strong ? border.strong : border.subtle);
}

} // namespace signalbox::ui
