// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/patternfilterbar.h"

#include "ui/widgets/button.h"
#include "ui/widgets/linefield.h"

#include <QHBoxLayout>
#include <QLocale>

namespace signalbox::ui {

PatternFilterBar::PatternFilterBar(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_field(new LineField(themes, Type::Mono, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(themes.theme().spacing(3));
    m_field->setGlyph(QStringLiteral("action-filter"));
    m_field->setKeyHint(QStringLiteral("/"));
    m_field->setPlaceholderText(tr("Filter, for example cache origin:here worked:<50"));
    m_field->setAccessibleName(tr("Filter patterns"));
    m_field->setMaximumWidth(560);
    connect(m_field, &QLineEdit::textChanged, this, &PatternFilterBar::lineChanged);
    connect(m_field, &QLineEdit::returnPressed, this, &PatternFilterBar::left);
    row->addWidget(m_field, 8);
    addChip(row, tr("Acting alone"), QStringLiteral("autonomy:auto"));
    addChip(row, tr("Below 50\u202f%"), QStringLiteral("worked:<50"));
    addChip(row, tr("Learned here"), QStringLiteral("origin:here"));
    addChip(row, tr("Imported"), QStringLiteral("origin:imported"));
    row->addStretch(1);
}

void PatternFilterBar::addChip(QHBoxLayout* row, const QString& label, const QString& term)
{
    auto* button = new Button(m_themes, label, Button::Kind::Chip, this);
    button->setCheckable(true);
    row->addWidget(button);
    const QString key = term.section(QLatin1Char(':'), 0, 0);
    const QString value = term.section(QLatin1Char(':'), 1);
    m_chips.push_back({button, key, value});
    connect(button, &Button::clicked, this, [this, key, value](bool checked) {
        m_field->setText(withTerm(m_field->text(), key, checked ? value : QString()));
    });
}

QString PatternFilterBar::line() const
{
    return m_field->text();
}

void PatternFilterBar::clear()
{
    m_field->clear();
}

void PatternFilterBar::begin()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void PatternFilterBar::show(const FilteredKnowledge& patterns, int all)
{
    const auto& terms = patterns.filter().terms;
    for (const Chip& chip : m_chips) {
        const auto term = terms.find(chip.key);
        chip.button->setChecked(term != terms.end() && term->second.contains(chip.value));
        chip.button->setCount(patterns.count(chip.key, chip.value));
    }
    const QString unknown = notUnderstoodWords(patterns.filter());
    m_field->setNote(!unknown.isEmpty()
                         ? unknown
                         : tr("%1 of %2").arg(QLocale().toString(patterns.rowCount()), QLocale().toString(all)));
}

} // namespace signalbox::ui
