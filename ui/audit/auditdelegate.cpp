// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditdelegate.h"

#include "ui/widgets/statuslook.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QTableView>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 12;
constexpr int kSelectedBar = 3;
} // namespace

AuditDelegate::AuditDelegate(const ThemeSource& themes, const AuditModel& model, const FilteredAudit& rows,
                             QObject* parent)
    : QStyledItemDelegate(parent),
      m_themes(themes),
      m_model(model),
      m_rows(rows),
      m_cells(
          themes, [this](const QModelIndex& index) { return look(index); }, nullptr)
{
}

CellLook AuditDelegate::look(const QModelIndex& index) const
{
    const AuditModel::Row* entry = m_rows.at(index.row());
    const bool person = entry && entry->words.who == AuditWords::Who::Person;
    const Proof proof = entry ? m_model.proofOf(entry->record.number) : Proof::Proven;
    const Tone strong = proof == Proof::NotProven ? Tone::Tertiary : person ? Tone::Primary : Tone::Secondary;
    switch (index.column()) {
    case AuditModel::Entry:
        return {.type = proof == Proof::Changed ? Type::BodyStrong : Type::Body,
                .tone = proof == Proof::Changed ? Tone::Critical : Tone::Tertiary,
                .glyph = proof == Proof::Changed ? std::optional(StatusRole::Critical) : std::nullopt,
                .tabular = true,
                .right = true};
    case AuditModel::Time: return {.type = Type::Mono, .tone = strong};
    case AuditModel::Actor:
        return {.type = person ? Type::BodyStrong : Type::Body,
                .tone = strong,
                .icon = person                                            ? QStringLiteral("misc-person")
                    : entry && entry->words.who == AuditWords::Who::Agent ? QStringLiteral("nav-agents")
                                                                          : QStringLiteral("nav-audit")};
    case AuditModel::Previous:
        return {.type = Type::Mono,
                .tone = entry && entry->record.number == m_model.firstNotProven() ? Tone::Critical : Tone::Tertiary};
    case AuditModel::Evidence: return {.type = Type::Mono, .tone = Tone::Tertiary};
    case AuditModel::Reason: return {.tone = proof == Proof::NotProven ? Tone::Tertiary : Tone::Secondary};
    default: return {.tone = strong};
    }
}

QRect AuditDelegate::bandOf(const QModelIndex& index, const QRect& rect) const
{
    const AuditModel::Row* entry = m_rows.at(index.row());
    if (!entry || entry->record.number != m_model.lastBeforeBreak())
        return {};
    const int height = m_themes.theme().size.row;
    return m_rows.oldestFirst() ? QRect(rect.left(), rect.bottom() + 1 - height, rect.width(), height)
                                : QRect(rect.left(), rect.top(), rect.width(), height);
}

void AuditDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const AuditModel::Row* entry = m_rows.at(index.row());
    const QRect band = bandOf(index, option.rect);
    QStyleOptionViewItem row(option);
    if (!band.isEmpty() && m_rows.oldestFirst())
        row.rect.setBottom(band.top() - 1);
    else if (!band.isEmpty())
        row.rect.setTop(band.bottom() + 1);
    const bool changed = entry && m_model.proofOf(entry->record.number) == Proof::Changed;
    if (changed) { // stays red when it is selected
        painter->fillRect(row.rect, m_themes.theme().status(Hue::Critical).tint);
        row.state.setFlag(QStyle::State_Selected, false);
    }
    m_cells.paint(painter, row, index);
    if (changed && index.column() == 0 && option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(QRect(row.rect.left(), row.rect.top(), kSelectedBar, row.rect.height()),
                          m_themes.theme().accent.base);
    if (!band.isEmpty())
        paintBand(*painter, option, band);
}

/// Each cell draws its part of the whole, so that any of them can be drawn again alone.
void AuditDelegate::paintBand(QPainter& painter, const QStyleOptionViewItem& option, const QRect& band) const
{
    const Theme& theme = m_themes.theme();
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    const int left = table ? table->columnViewportPosition(0) : band.left();
    const int right = table ? table->viewport()->width() : band.right();
    painter.save();
    painter.setClipRect(band, Qt::IntersectClip);
    painter.fillRect(band, theme.status(Hue::Unknown).tint);
    const int side = theme.size.iconInline;
    paintGlyph(painter, QRectF(left + kPadding, band.center().y() - side / 2.0 + 0.5, side, side), StatusRole::NoData,
               theme);
    painter.setFont(theme.font(Type::BodyStrong));
    painter.setPen(theme.status(Hue::Unknown).fg);
    const QRect words(left + kPadding + side + 8, band.top(), right - left - side - 2 * kPadding - 8, band.height());
    painter.drawText(words, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_model.breakWords(), Qt::ElideRight, words.width()));
    painter.fillRect(QRect(band.left(), band.bottom(), band.width(), 1), theme.border.subtle);
    painter.restore();
}

void AuditDelegate::fitRows(QTableView& table) const
{
    const int height = m_themes.theme().size.row;
    QHeaderView& rows = *table.verticalHeader();
    for (int row = 0; row < m_rows.rowCount(); ++row) {
        const bool banded = m_rows.at(row)->record.number == m_model.lastBeforeBreak();
        if (const int wanted = banded ? 2 * height : height; rows.sectionSize(row) != wanted)
            rows.resizeSection(row, wanted);
    }
}

} // namespace signalbox::ui
