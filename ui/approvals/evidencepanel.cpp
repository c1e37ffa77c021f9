// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/evidencepanel.h"

#include "ui/approvals/longtext.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/wrappedtext.h"

#include <QGridLayout>
#include <QHBoxLayout>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kSide = 14;
constexpr int kFieldLabel = 98;
constexpr int kWidestLabel = 160;
constexpr int kMostLabelLines = 5;
constexpr int kLeastEnd = 130; // what stands at the end of a line, where it is that long
constexpr int kMostLines = 3; // of what cannot be shown whole
constexpr qsizetype kRowsAtOnce = 4; // a turn of the interface
/// So that no word of a label is broken.
int labelWidth(const QList<EvidenceRow>& rows, const QFontMetrics& metrics)
{
    int width = kFieldLabel;
    for (const EvidenceRow& row : rows) {
        for (const QString& word : row.label.split(u' '))
            width = std::max(width, metrics.horizontalAdvance(word) + 1);
    }
    return std::min(width, kWidestLabel);
}

} // namespace

EvidencePanel::EvidencePanel(const ThemeSource& themes, int number, const EvidenceSection& section, QWidget* parent)
    : Panel(themes, parent),
      m_key(section.key),
      m_number(number),
      m_rows(section.rows),
      m_labelWidth(labelWidth(section.rows, QFontMetrics(themes.theme().font(Type::Body))))
{
    setAccessibleName(tr("%1 %2").arg(number).arg(section.title));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // as high as its wrapped words; a stretch follows
    buildHeading(section);
    body()->addSpacing(10);
    std::ranges::stable_partition(m_rows, [](const EvidenceRow& row) { return row.kind != EvidenceRow::Kind::Log; });
}

qsizetype EvidencePanel::stepsOf(const EvidenceSection& section)
{
    return 1 + (section.rows.size() + kRowsAtOnce - 1) / kRowsAtOnce;
}

void EvidencePanel::addRows()
{
    const qsizetype until = std::min(m_rows.size(), m_added + kRowsAtOnce);
    for (; m_added < until; ++m_added) {
        const EvidenceRow& row = m_rows[m_added];
        if (row.kind == EvidenceRow::Kind::Log)
            addLine(row);
        else
            body()->insertWidget(body()->count() - 1, widgetOf(row)); // above the space at the foot
    }
}

WrappedText* EvidencePanel::words(Type type, Tone tone, const QString& text)
{
    auto* made = new WrappedText(themes(), type, tone, this);
    made->setText(text);
    return made;
}

QWidget* EvidencePanel::wholeOf(WrappedText* words)
{
    return LongText::around(themes(), words, this);
}

WrappedText* EvidencePanel::atTheEnd(const QString& text)
{
    auto* made = words(Type::Small, Tone::Tertiary, text);
    made->setLeastWidth(kLeastEnd);
    made->setMostLines(kMostLines);
    made->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return made;
}

void EvidencePanel::buildHeading(const EvidenceSection& section)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kSide, 8, kSide, 6);
    row->setSpacing(4);
    row->addWidget(words(Type::Heading, Tone::Primary, QString::number(m_number)));
    auto* title = words(Type::Heading, Tone::Primary, section.title);
    title->setLeastWidth(kLeastEnd);
    row->addWidget(title);
    m_changed = words(Type::Small, Tone::Warn, tr("changed"));
    m_changed->hide();
    row->addSpacing(4);
    row->addWidget(m_changed);
    row->addStretch(1);
    row->addWidget(atTheEnd(section.note));
    body()->addLayout(row);
}

void EvidencePanel::setChanged(bool changed)
{
    m_changed->setVisible(changed);
}

QWidget* EvidencePanel::widgetOf(const EvidenceRow& row)
{
    if (row.kind == EvidenceRow::Kind::Field)
        return fieldRow(row);
    if (row.kind == EvidenceRow::Kind::Check)
        return checkRow(row);
    auto* text
        = words(row.strong ? Type::BodyStrong : Type::Body, row.strong ? Tone::Primary : Tone::Secondary, row.value);
    QWidget* whole = wholeOf(text);
    whole->setContentsMargins(kSide, 2, kSide, 2);
    return whole;
}

QWidget* EvidencePanel::fieldRow(const EvidenceRow& row)
{
    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(kSide, 3, kSide, 3);
    layout->setSpacing(8);
    auto* name = words(Type::Body, Tone::Tertiary, row.label);
    name->setFixedWidth(m_labelWidth);
    name->setMostLines(kMostLabelLines);
    layout->addWidget(name, 0, Qt::AlignTop);
    auto* value = words(row.mono ? Type::Log : Type::Body, Tone::Primary, row.value);
    value->setSelectable();
    value->setAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the first line of its name
    if (row.mono)
        value->setContentsMargins(0, 1, 0, 1); // its lines are lower than those of the name
    layout->addWidget(wholeOf(value), 1);
    if (!row.right.isEmpty())
        layout->addWidget(atTheEnd(row.right));
    line->setAccessibleName(tr("%1: %2 %3").arg(row.label, row.value, row.right));
    return line;
}

QWidget* EvidencePanel::checkRow(const EvidenceRow& row)
{
    auto* line = new QWidget(this);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(kSide, 3, kSide, 3);
    layout->setSpacing(8);
    auto* glyph = new Glyph(themes(), line);
    glyph->setStatus(row.role);
    layout->addWidget(glyph);
    auto* value = words(Type::Body, Tone::Primary, row.value);
    layout->addWidget(wholeOf(value), 1);
    layout->addWidget(atTheEnd(row.right));
    return line;
}

QGridLayout* EvidencePanel::logBlock()
{
    auto* frame = new QWidget(this);
    auto* outer = new QVBoxLayout(frame);
    outer->setContentsMargins(kSide, 2, kSide, 4);
    auto* block = new Surface(themes(), Surface::Kind::Inset, frame);
    auto* grid = new QGridLayout(block);
    grid->setContentsMargins(10, 6, 10, 6);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    outer->addWidget(block);
    body()->insertWidget(body()->count() - 1, frame);
    return grid;
}

void EvidencePanel::addLine(const EvidenceRow& row)
{
    if (!m_log)
        m_log = logBlock();
    const int at = m_log->count() / 2;
    auto* number = words(Type::Log, row.strong ? Tone::Critical : Tone::Tertiary, row.label);
    number->setAlignment(Qt::AlignRight | Qt::AlignTop);
    auto* text = words(Type::Log, row.strong ? Tone::Primary : Tone::Secondary, row.value);
    text->setSelectable();
    text->setAccessibleName(row.strong ? tr("Line %1, root cause, %2").arg(row.label, row.value)
                                       : tr("Line %1, %2").arg(row.label, row.value));
    m_log->addWidget(number, at, 0);
    m_log->addWidget(wholeOf(text), at, 1);
}

} // namespace signalbox::ui
