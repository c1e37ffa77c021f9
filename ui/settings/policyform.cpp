// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policyform.h"

#include "ui/models/words.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linefield.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>

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
    whole->setContentsMargins(0, 4, 0, 8);
    whole->setSpacing(0);
    whole->addStretch(1);
}

void PolicyForm::show(const host::PolicyView& policy)
{
    const std::vector<PolicyValue> values = policyValues(policy.inForce);
    if (!fits(values))
        build(values);
    for (std::size_t at = 0; at < values.size(); ++at) {
        m_rows[at].value = values[at];
        enter(m_rows[at]);
    }
    mark();
    showFacts(factsOf(policy));
}

bool PolicyForm::fits(const std::vector<PolicyValue>& values) const
{
    return m_content && std::ranges::equal(m_rows, values, [](const Row& row, const PolicyValue& value) {
               return row.value.key == value.key;
           });
}

void PolicyForm::build(const std::vector<PolicyValue>& values)
{
    m_rows.clear();
    delete m_content;
    m_content = new QWidget(this);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    for (const PolicyValue& value : values) {
        if (value.startsGroup)
            addGroup(m_column, value.group);
        addValue(value);
    }
    fitFields();
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_content);
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

void PolicyForm::addGroup(QVBoxLayout* column, const QString& name)
{
    auto* caption = new Label(m_themes, Type::Caption, Tone::Secondary, column->parentWidget());
    caption->setText(name);
    caption->setContentsMargins(kPadding, kGroupGap, kPadding, 2);
    caption->setMinimumHeight(caption->minimumHeight() + kGroupGap + 2); // else it gives way before the page scrolls
    column->addWidget(caption);
}

void PolicyForm::addValue(const PolicyValue& value)
{
    Row row{.value = value, .field = nullptr, .was = new Label(m_themes, Type::Small, Tone::Running, m_content)};
    auto* line = new QHBoxLayout;
    line->setContentsMargins(kPadding, 4, kPadding, 4);
    line->setSpacing(m_themes.theme().spacing(3));
    auto* name = new Label(m_themes, Type::Body, Tone::Secondary, m_content);
    name->setText(value.label);
    name->setWordWrap(true);
    if (value.choices.empty()) {
        auto* field = new LineField(m_themes, Type::Body, m_content);
        field->setAlignment(Qt::AlignRight);
        connect(field, &QLineEdit::textEdited, this, &PolicyForm::mark);
        connect(field, &QLineEdit::editingFinished, this, &PolicyForm::edited);
        row.field = field;
    } else {
        auto* field = new ChoiceField(m_themes, m_content);
        for (const PolicyChoice& choice : value.choices)
            field->addItem(choice.label, choice.stored);
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

/// What is in force, without a word of it.
void PolicyForm::enter(const Row& row)
{
    const QSignalBlocker quiet(row.field);
    if (auto* choice = qobject_cast<ChoiceField*>(row.field))
        choice->setCurrentIndex(std::max(0, choice->findData(row.value.shown)));
    else
        qobject_cast<LineField*>(row.field)->setText(row.value.shown);
}

void PolicyForm::showFacts(std::vector<Fact> facts)
{
    if (m_factsPart && facts == m_facts)
        return;
    m_facts = std::move(facts);
    delete m_factsPart;
    m_factsPart = new QWidget(this);
    auto* column = new QVBoxLayout(m_factsPart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addGroup(column, tr("Freezes and environments"));
    for (const Fact& fact : m_facts)
        addFact(column, fact);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_factsPart);
    m_factsPart->show();
}

std::vector<PolicyForm::Fact> PolicyForm::factsOf(const host::PolicyView& policy)
{
    std::vector<Fact> facts;
    for (const FreezeWindow& freeze : policy.inForce.freezes)
        facts.emplace_back(tr("Freeze"), freezeWords(freeze));
    if (policy.inForce.freezes.empty())
        facts.emplace_back(tr("Freeze"), tr("none"));
    QStringList environments;
    for (const std::string& environment : policy.inForce.alwaysAsk)
        environments << text(environment);
    facts.emplace_back(tr("Always asks"),
                       environments.isEmpty() ? tr("no environment") : environments.join(QStringLiteral(", ")));
    facts.emplace_back(tr("Approvers"), tr("one, two for critical risk and overrides"));
    facts.emplace_back(tr("No decision"), tr("rejected"));
    facts.emplace_back(tr("Circuit breaker"), tr("one failure in three runs at once stops retrying"));
    facts.emplace_back(tr("Used this hour"), QLocale().toString(policy.actionsLastHour));
    return facts;
}

void PolicyForm::addFact(QVBoxLayout* column, const Fact& fact)
{
    const auto& [label, words] = fact;
    auto* line = new QHBoxLayout;
    line->setContentsMargins(kPadding, 3, kPadding, 3);
    line->setSpacing(m_themes.theme().spacing(3));
    auto* name = new Label(m_themes, Type::Body, Tone::Secondary, m_factsPart);
    name->setText(label);
    auto* value = new Label(m_themes, Type::Body, Tone::Primary, m_factsPart);
    value->setText(words);
    value->setWordWrap(true);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setAccessibleName(tr("%1: %2").arg(label, words));
    line->addWidget(name);
    line->addWidget(value, 1);
    column->addLayout(line);
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
