// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policyform.h"

#include "ui/models/words.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"

#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kFieldWidth = 112;
constexpr int kPadding = 14;
constexpr int kGroupGap = 10;
} // namespace

PolicyForm::PolicyForm(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
}

void PolicyForm::show(const host::PolicyView& policy)
{
    m_rows.clear();
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 4, 0, 8);
    m_column->setSpacing(0);
    for (const PolicyValue& value : policyValues(policy.inForce)) {
        if (value.startsGroup)
            addGroup(value.group);
        addValue(value);
    }
    fitFields();
    addFacts(policy);
    m_column->addStretch(1);
    layout()->addWidget(m_content);
    m_content->show();
}

/// One edge for all of them, wherever the longest choice has its room.
void PolicyForm::fitFields()
{
    int width = kFieldWidth;
    for (const Row& row : m_rows)
        if (qobject_cast<const ChoiceField*>(row.field))
            width = std::max(width, row.field->sizeHint().width());
    for (const Row& row : m_rows)
        row.field->setFixedWidth(width);
}

void PolicyForm::addGroup(const QString& name)
{
    auto* caption = new Label(m_themes, Type::Caption, Tone::Secondary, m_content);
    caption->setText(name);
    caption->setContentsMargins(kPadding, kGroupGap, kPadding, 2);
    caption->setMinimumHeight(caption->minimumHeight() + kGroupGap + 2); // else it gives way before the page scrolls
    m_column->addWidget(caption);
}

void PolicyForm::addValue(const PolicyValue& value)
{
    Row row{.value = value, .field = nullptr, .was = new Label(m_themes, Type::Small, Tone::Running, m_content)};
    auto* line = new QHBoxLayout;
    line->setContentsMargins(kPadding, 3, kPadding, 3);
    line->setSpacing(m_themes.theme().spacing(3));
    auto* name = new Label(m_themes, Type::Body, Tone::Secondary, m_content);
    name->setText(value.label);
    name->setWordWrap(true);
    if (value.choices.empty()) {
        auto* field = new LineField(m_themes, Type::Body, m_content);
        field->setText(value.shown);
        field->setAlignment(Qt::AlignRight);
        connect(field, &QLineEdit::textEdited, this, &PolicyForm::mark);
        connect(field, &QLineEdit::editingFinished, this, &PolicyForm::edited);
        row.field = field;
    } else {
        auto* field = new ChoiceField(m_themes, m_content);
        for (const PolicyChoice& choice : value.choices)
            field->addItem(choice.label, choice.stored);
        field->setCurrentIndex(std::max(0, field->findData(value.shown)));
        connect(field, &QComboBox::currentIndexChanged, this, [this] {
            mark();
            emit edited();
        });
        row.field = field;
    }
    row.field->setAccessibleName(value.label);
    line->addWidget(name, 1);
    line->addWidget(row.was);
    line->addWidget(row.field);
    m_column->addLayout(line);
    m_rows.push_back(row);
}

void PolicyForm::addFacts(const host::PolicyView& policy)
{
    addGroup(tr("Freezes and environments"));
    for (const FreezeWindow& freeze : policy.inForce.freezes)
        addFact(tr("Freeze"), freezeWords(freeze));
    if (policy.inForce.freezes.empty())
        addFact(tr("Freeze"), tr("none"));
    QStringList environments;
    for (const std::string& environment : policy.inForce.alwaysAsk)
        environments << text(environment);
    addFact(tr("Always asks"), environments.isEmpty() ? tr("no environment") : environments.join(QStringLiteral(", ")));
    addFact(tr("Approvers"), tr("one, two for critical risk and overrides"));
    addFact(tr("No decision"), tr("rejected"));
    addFact(tr("Circuit breaker"), tr("one failure in three runs at once stops retrying"));
    addFact(tr("Used this hour"), QLocale().toString(policy.actionsLastHour));
}

void PolicyForm::addFact(const QString& label, const QString& words)
{
    auto* line = new QHBoxLayout;
    line->setContentsMargins(kPadding, 3, kPadding, 3);
    line->setSpacing(m_themes.theme().spacing(3));
    auto* name = new Label(m_themes, Type::Body, Tone::Secondary, m_content);
    name->setText(label);
    auto* value = new Label(m_themes, Type::Body, Tone::Primary, m_content);
    value->setText(words);
    value->setWordWrap(true);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setAccessibleName(tr("%1: %2").arg(label, words));
    line->addWidget(name);
    line->addWidget(value, 1);
    m_column->addLayout(line);
}

QString PolicyForm::entered(const Row& row)
{
    if (const auto* choice = qobject_cast<const ChoiceField*>(row.field))
        return choice->currentData().toString();
    return qobject_cast<const LineField*>(row.field)->text();
}

std::vector<std::pair<std::string, std::string>> PolicyForm::changes() const
{
    std::vector<std::pair<std::string, std::string>> changes;
    for (const Row& row : m_rows) {
        const QString stored = storedValue(row.value.key, entered(row));
        if (!stored.isEmpty() && stored != storedValue(row.value.key, row.value.shown))
            changes.emplace_back(row.value.key.toStdString(), stored.toStdString());
    }
    return changes;
}

QString PolicyForm::notUnderstood() const
{
    const auto row = std::ranges::find_if(
        m_rows, [](const Row& each) { return storedValue(each.value.key, entered(each)).isEmpty(); });
    return row == m_rows.end() ? QString() : row->value.label;
}

void PolicyForm::mark()
{
    for (const Row& row : m_rows) {
        const bool changed = entered(row) != row.value.shown;
        const auto was = std::ranges::find(row.value.choices, row.value.shown, &PolicyChoice::stored);
        row.was->setText(!changed                             ? QString()
                             : was == row.value.choices.end() ? tr("was %1").arg(row.value.shown)
                                                              : tr("was %1").arg(inSentence(was->label)));
    }
}

} // namespace signalbox::ui
