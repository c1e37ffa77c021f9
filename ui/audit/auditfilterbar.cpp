// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditfilterbar.h"

#include "ui/widgets/button.h"
#include "ui/widgets/linefield.h"

#include <QHBoxLayout>
#include <QShortcut>

namespace signalbox::ui {

namespace {
constexpr int kAllChipsFrom = 1300; // narrower: those of a break alone
} // namespace

AuditFilterBar::AuditFilterBar(const ThemeSource& themes, QWidget* parent) : QWidget(parent), m_themes(themes)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(themes.theme().spacing(3));
    m_field = new LineField(themes, Type::Mono, this);
    m_field->setGlyph(QStringLiteral("action-filter"));
    m_field->setKeyHint(QStringLiteral("/"));
    m_field->setPlaceholderText(tr("Filter, for example actor:you action:approved since:10:30"));
    m_field->setAccessibleName(tr("Filter entries"));
    m_field->setMaximumWidth(560);
    auto* slash = new QShortcut(QKeySequence(Qt::Key_Slash), parent, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, this, [this] { m_field->setFocus(Qt::ShortcutFocusReason); });
    connect(m_field, &QLineEdit::textChanged, this, &AuditFilterBar::lineChanged);
    connect(m_field, &QLineEdit::returnPressed, this, &AuditFilterBar::left);
    row->addWidget(m_field, 8);
    addChip(tr("Proven"), QStringLiteral("proof:proven"));
    addChip(tr("Changed"), QStringLiteral("proof:changed"));
    addChip(tr("Not proven"), QStringLiteral("proof:not-proven"));
    addChip(tr("Decisions"), QStringLiteral("kind:decision"), AuditKind::Decision);
    addChip(tr("Actions"), QStringLiteral("kind:action"), AuditKind::Action);
    addChip(tr("Settings"), QStringLiteral("kind:setting"), AuditKind::Setting);
    row->addStretch(1);
    showChips();
}

void AuditFilterBar::addChip(const QString& label, const QString& term, std::optional<AuditKind> kind)
{
    auto* button = new Button(m_themes, label, Button::Kind::Chip, this);
    button->setCheckable(true);
    layout()->addWidget(button);
    const QString key = term.section(QLatin1Char(':'), 0, 0);
    const QString value = term.section(QLatin1Char(':'), 1);
    m_chips.push_back({button, key, value, kind});
    connect(button, &Button::clicked, this,
            [this, key, value](bool checked) { setTerm(key, checked ? value : QString()); });
}

QString AuditFilterBar::line() const
{
    return m_field->text();
}

void AuditFilterBar::setLine(const QString& line)
{
    m_field->setText(line);
}

void AuditFilterBar::setTerm(const QString& key, const QString& value)
{
    m_field->setText(withTerm(m_field->text(), key, value));
}

void AuditFilterBar::setNote(const QString& note)
{
    m_field->setNote(note);
}

void AuditFilterBar::check(const FilterLine& filter)
{
    for (const Chip& chip : m_chips) {
        const auto term = filter.terms.find(chip.key);
        chip.button->setChecked(term != filter.terms.end() && term->second.contains(chip.value));
    }
}

void AuditFilterBar::count(const AuditModel& model)
{
    for (const Chip& chip : m_chips) {
        if (chip.kind)
            chip.button->setCount(model.count(*chip.kind));
    }
}

void AuditFilterBar::showBreak(const record::AuditVerdict& verdict)
{
    m_broken = !verdict.ok;
    const std::int64_t changed = verdict.why == "changed" ? 1 : 0;
    const std::array counts{verdict.records - verdict.notProven - changed, changed, verdict.notProven};
    for (std::size_t at = 0; at < counts.size(); ++at) // they come first
        m_chips[at].button->setCount(static_cast<int>(counts[at]));
    showChips();
}

void AuditFilterBar::showChips()
{
    for (const Chip& chip : m_chips)
        chip.button->setVisible(chip.kind ? !m_broken || width() >= kAllChipsFrom : m_broken);
}

void AuditFilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showChips();
}

} // namespace signalbox::ui
