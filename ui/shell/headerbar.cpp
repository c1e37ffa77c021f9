// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/headerbar.h"

#include "ui/shell/searchbox.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statuspill.h"

#include <QHBoxLayout>
#include <QPainter>

namespace signalbox::ui {

HeaderBar::HeaderBar(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_title(new Label(themes, Type::Title, Tone::Primary, this)),
      m_task(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_pill(new StatusPill(themes, this)),
      m_note(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_search(new SearchBox(themes, this)),
      m_hold(new Button(themes, tr("Hold all"), Button::Kind::Default, this))
{
    const Theme& theme = themes.theme();
    setFixedHeight(theme.size.titleBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(5), 0, theme.spacing(5), 1);
    row->setSpacing(theme.spacing(4));
    m_task->setElided(true);
    m_note->setElided(true);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_title);
    row->addWidget(m_task, 1);
    row->addWidget(m_pill);
    row->addWidget(m_note);
    row->addWidget(m_search);
    row->addWidget(m_hold);
    m_hold->setGlyph(QStringLiteral("status-held"));
    m_hold->setObjectName(QStringLiteral("holdAll"));
    m_hold->setToolTip(tr("No step, fix or promotion starts. Ctrl+Shift+H"));
    connect(m_search, &SearchBox::clicked, this, &HeaderBar::searchAsked);
    connect(m_hold, &Button::clicked, this, [this] {
        if (m_held)
            emit releaseAsked();
        else
            emit holdAsked();
    });
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

void HeaderBar::setTitle(const PageTitle& title)
{
    m_title->setText(title.title);
    m_task->setText(title.task);
    m_pill->setVisible(title.status.has_value());
    if (title.status)
        m_pill->setStatus(*title.status, title.statusWords);
    m_note->setText(title.note);
}

void HeaderBar::setHeld(bool held)
{
    m_held = held;
    m_hold->setText(held ? tr("Release all") : tr("Hold all"));
    m_hold->setAccessibleName(m_hold->text());
    m_hold->setToolTip(held ? tr("Needs a reason") : tr("No step, fix or promotion starts. Ctrl+Shift+H"));
    m_hold->updateGeometry();
}

void HeaderBar::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), m_themes.theme().border.subtle);
}

} // namespace signalbox::ui
