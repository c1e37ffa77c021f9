// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/searchoptions.h"

#include "ui/widgets/button.h"

#include <QHBoxLayout>

namespace signalbox::ui {

SearchOptions::SearchOptions(const ThemeSource& themes, QWidget* parent) : Surface(themes, Kind::Panel, parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(11, 4, 11, 4);
    row->setSpacing(6);
    m_case = addSwitch(tr("Match case"), Qt::ALT | Qt::Key_C, false);
    m_word = addSwitch(tr("Whole word"), Qt::ALT | Qt::Key_W, false);
    m_regex = addSwitch(tr("Regular expression"), Qt::ALT | Qt::Key_R, true);
    row->addStretch(1);
    connect(addStep(QStringLiteral("\u2039"), tr("Last match")), &Button::clicked, this, &SearchOptions::lastAsked);
    connect(addStep(QStringLiteral("\u203a"), tr("Next match")), &Button::clicked, this, &SearchOptions::nextAsked);
}

Button* SearchOptions::addSwitch(const QString& label, const QKeySequence& keys, bool on)
{
    auto* button = new Button(themes(), label, Button::Kind::Chip, this);
    button->setCheckable(true);
    button->setChecked(on);
    button->setShortcut(keys);
    button->setToolTip(keys.toString(QKeySequence::NativeText));
    layout()->addWidget(button);
    connect(button, &Button::toggled, this, &SearchOptions::changed);
    return button;
}

Button* SearchOptions::addStep(const QString& glyph, const QString& name)
{
    auto* button = new Button(themes(), glyph, Button::Kind::Chip, this);
    button->setAccessibleName(name);
    button->setToolTip(name);
    layout()->addWidget(button);
    return button;
}

log::SearchWords SearchOptions::wordsOf(const QString& text) const
{
    return {.text = text.toStdString(),
            .isRegex = m_regex->isChecked(),
            .caseMatters = m_case->isChecked(),
            .wholeWord = m_word->isChecked()};
}

} // namespace signalbox::ui
