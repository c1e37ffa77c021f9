// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/headerbar.h"

#include "ui/shell/searchbox.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statuspill.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kLeastNote = 60; // of which the rest is in its tool tip
} // namespace

HeaderBar::HeaderBar(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_last(addStep(-1, QStringLiteral("\u2039"), tr("Previous"))),
      m_next(addStep(1, QStringLiteral("\u203a"), tr("Next"))),
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
    m_title->setElided(true);
    m_note->setElided(true);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_last);
    row->addWidget(m_next);
    row->addWidget(m_title);
    row->addWidget(m_task);
    row->addStretch(1);
    row->addWidget(m_pill);
    row->addWidget(m_note);
    row->addSpacing(theme.spacing(3)); // the note is no part of the search
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

Button* HeaderBar::addStep(int by, const QString& glyph, const QString& name)
{
    auto* button = new Button(m_themes, glyph, Button::Kind::Quiet, this);
    button->setAccessibleName(name);
    button->setToolTip(name);
    connect(button, &Button::clicked, this, [this, by] { emit stepAsked(by); });
    return button;
}

void HeaderBar::setTitle(const PageTitle& title)
{
    m_title->setMinimumWidth(0); // of the title before
    m_title->setText(title.title);
    m_task->setText(title.task);
    m_pill->setVisible(title.status.has_value());
    if (title.status)
        m_pill->setStatus(*title.status, title.statusWords);
    m_note->setText(title.note);
    m_last->setVisible(title.steps);
    m_next->setVisible(title.steps);
    fit();
}

void HeaderBar::fit()
{
    const int gap = layout()->spacing();
    int room = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right()
        - m_themes.theme().spacing(3);
    for (const QWidget* part : std::initializer_list<QWidget*>{m_last, m_next, m_pill, m_hold})
        room -= part->isHidden() ? 0 : part->sizeHint().width() + gap;
    room -= m_title->minimumSizeHint().width() + gap;
    const int note = m_note->text().isEmpty() ? 0 : std::min(kLeastNote, m_note->sizeHint().width()) + gap;
    m_search->setCompact(room < m_search->wholeWidth() + note);
    room -= m_search->minimumSizeHint().width() + note;
    const int title = m_title->sizeHint().width() - m_title->minimumSizeHint().width();
    room -= title;
    m_note->setVisible(note > 0 && room >= 0); // it gives way before the title is cut
    if (room < 0)
        room += note;
    m_title->setMinimumWidth(room < 0 ? 0 : m_title->sizeHint().width()); // the search gives way before it
    const int task = m_task->sizeHint().width() + gap;
    const bool tells = !m_task->text().isEmpty() && room >= task;
    m_task->setVisible(tells);
    m_note->setMaximumWidth(std::max(kLeastNote, room + note - gap - (tells ? task : 0)));
}

void HeaderBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void HeaderBar::setHeld(bool held)
{
    m_held = held;
    m_hold->setText(held ? tr("Release all") : tr("Hold all"));
    m_hold->setAccessibleName(m_hold->text());
    m_hold->setToolTip(held ? tr("Needs a reason") : tr("No step, fix or promotion starts. Ctrl+Shift+H"));
    m_hold->updateGeometry();
    fit();
}

void HeaderBar::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), m_themes.theme().border.subtle);
}

} // namespace signalbox::ui
