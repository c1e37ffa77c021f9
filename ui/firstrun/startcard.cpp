// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firstrun/startcard.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace signalbox::ui {

namespace {

constexpr int kButtonWidth = 172;
constexpr int kIconSide = 24;

} // namespace

StartCard::StartCard(const ThemeSource& themes, const Words& words, bool first, QWidget* parent)
    : Panel(themes, parent),
      m_iconName(words.icon),
      m_icon(new QLabel(this)),
      m_button(new Button(themes, words.action, first ? Button::Kind::Primary : Button::Kind::Default, this))
{
    const Theme& theme = themes.theme();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(20, theme.spacing(5), 17, theme.spacing(5));
    row->setSpacing(20);
    row->addWidget(m_icon);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    auto* title = new Label(themes, Type::Heading, Tone::Primary, this);
    title->setText(words.title);
    auto* text = new Label(themes, Type::Body, Tone::Secondary, this);
    text->setText(words.text);
    text->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(text);
    row->addLayout(column, 1);
    m_button->setTall(true);
    m_button->setMinimumWidth(kButtonWidth);
    m_button->setAccessibleDescription(words.text);
    row->addWidget(m_button);
    body()->addLayout(row);
    connect(&themes, &ThemeSource::changed, this, &StartCard::dress);
    dress();
}

void StartCard::dress()
{
    const Theme& theme = themes().theme();
    m_icon->setPixmap(theme.pixmap(m_iconName, theme.text.secondary, kIconSide, devicePixelRatioF()));
}

} // namespace signalbox::ui
