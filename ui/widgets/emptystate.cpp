// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace signalbox::ui {

namespace {
constexpr int kLow = 190; // no room for the icon
} // namespace

EmptyState::EmptyState(const ThemeSource& themes, const QString& iconName, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_iconName(iconName),
      m_icon(new QLabel(this)),
      m_heading(new Label(themes, Type::Heading, Tone::Secondary, this)),
      m_sentence(new Label(themes, Type::Body, Tone::Secondary, this)),
      m_code(new Label(themes, Type::Mono, Tone::Secondary, this)),
      m_button(new Button(themes, {}, Button::Kind::Default, this))
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(themes.theme().spacing(4));
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_heading);
    column->addWidget(m_sentence); // as wide as there is room: beside an alignment its second line would be cut
    column->addWidget(m_code, 0, Qt::AlignHCenter);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    for (Label* words : {m_heading, m_sentence}) {
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignHCenter);
    }
    m_heading->hide();
    connect(m_button, &Button::clicked, this, &EmptyState::actionTriggered);
    connect(&themes, &ThemeSource::changed, this, &EmptyState::dress);
    dress();
    setWords({});
}

void EmptyState::setHeading(const QString& heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_sentence->setTone(Tone::Tertiary);
}

void EmptyState::setWords(const QString& sentence, const QString& code, const QString& action)
{
    m_sentence->setText(sentence);
    m_code->setText(code);
    m_code->setVisible(!code.isEmpty());
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    m_button->updateGeometry();
    setAccessibleName(m_heading->text().isEmpty() ? sentence : tr("%1. %2").arg(m_heading->text(), sentence));
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const Theme& theme = m_themes.theme();
    const bool low = height() < kLow;
    m_icon->setVisible(!low);
    layout()->setSpacing(theme.spacing(low ? 2 : 4));
    layout()->setContentsMargins(theme.spacing(4), theme.spacing(low ? 1 : 4), theme.spacing(4),
                                 theme.spacing(low ? 1 : 4));
}

void EmptyState::dress()
{
    const Theme& theme = m_themes.theme();
    m_icon->setPixmap(theme.pixmap(m_iconName, theme.text.tertiary, theme.size.iconEmpty, devicePixelRatioF()));
}

} // namespace signalbox::ui
