// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celltable.h"

#include "ui/widgets/rowground.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/statuslook.h"
#include "ui/widgets/tableheader.h"
#include "ui/widgets/tabular.h"

#include <QAccessible>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 12;
constexpr int kGlyphGap = 6;
constexpr int kMinimumSection = 40;

/// Paints again what has changed, where QTableView takes more than one cell for all of them: a row that moves on would
/// cost the whole table.
class CellTable final : public QTableView {
public:
    using QTableView::QTableView;

    void dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) override
    {
        if (first == last || !first.isValid() || !last.isValid() || QAccessible::isActive()) // which tells readers
            return QTableView::dataChanged(first, last, roles);
        const auto cell = [this](const QModelIndex& at) {
            return QRect(columnViewportPosition(at.column()), rowViewportPosition(at.row()), columnWidth(at.column()),
                         rowHeight(at.row()));
        };
        viewport()->update(cell(first) | cell(last));
    }
};

} // namespace

CellDelegate::CellDelegate(const ThemeSource& themes, Looks looks, QObject* parent)
    : QStyledItemDelegate(parent), m_themes(themes), m_looks(std::move(looks))
{
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_themes.theme();
    const CellLook look = m_looks(index);
    painter->save();
    if (look.alarm)
        painter->fillRect(option.rect, theme.status(Hue::Critical).tint);
    paintRowGround(*painter, option, theme);
    const bool last = index.column() == index.model()->columnCount() - 1;
    QRect cell
        = option.rect.adjusted(index.column() == 0 ? kPadding : kPadding / 2, 0, last ? -kPadding : -kPadding / 2, -1);
    const int side = theme.size.iconInline;
    if (look.glyph || !look.icon.isEmpty() || look.indent) {
        const bool mirrored = painter->layoutDirection() == Qt::RightToLeft;
        const double left = mirrored ? cell.right() + 1 - side : cell.left();
        const QRectF place(left, cell.center().y() - side / 2.0 + 0.5, side, side);
        if (look.glyph)
            paintGlyph(*painter, place, *look.glyph, theme);
        else if (!look.icon.isEmpty())
            painter->drawPixmap(place.toRect(), theme.pixmap(look.icon, theme.text.secondary, side));
        cell.adjust(mirrored ? 0 : side + kGlyphGap, 0, mirrored ? -side - kGlyphGap : 0, 0);
    }
    painter->setFont(theme.font(look.type));
    const bool muted = isAged(option) && (look.tone == Tone::Primary || look.tone == Tone::Secondary);
    painter->setPen(toneColour(theme, muted ? Tone::Tertiary : look.tone));
    const QString words = index.data().toString();
    if (look.tabular)
        drawTabular(*painter, cell, look.right ? Qt::AlignRight : Qt::AlignLeft, words);
    else
        drawLine(*painter, cell, look.right ? Qt::AlignRight : Qt::AlignLeft, words);
    painter->restore();
}

QTableView* makeTable(const ThemeSource& themes, QAbstractItemDelegate& delegate, QAbstractItemModel& model,
                      const TableShape& shape, QWidget* parent)
{
    auto* table = new CellTable(parent);
    table->setModel(&model);
    table->setItemDelegate(&delegate);
    auto* header = new TableHeader(themes, table);
    table->setHorizontalHeader(header);
    header->setMinimumSectionSize(kMinimumSection);
    for (int column = 0; column < static_cast<int>(shape.widths.size()); ++column) {
        const int wanted = shape.widths[static_cast<std::size_t>(column)];
        table->setColumnWidth(column, std::max(wanted, header->sectionSizeHint(column)));
    }
    header->setSectionResizeMode(shape.stretch, QHeaderView::Stretch);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(shape.rowHeight > 0 ? shape.rowHeight : themes.theme().size.row);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false); // Tab leaves the table
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->viewport()->setAutoFillBackground(false);
    table->setAccessibleName(shape.name);
    return table;
}

void fitColumn(QTableView& table, int column, ColumnWidths widths)
{
    constexpr int kMeasured = 16; // rows
    constexpr int kAround = 26; // a text of a cell
    int width = widths.least;
    const int rows = std::min(kMeasured, table.model()->rowCount());
    for (int row = 0; row < rows && width < widths.most; ++row) {
        const QString text = table.model()->index(row, column).data().toString();
        width = std::max(width, table.fontMetrics().horizontalAdvance(text) + kAround);
    }
    table.setColumnWidth(column, std::min(width, widths.most));
}

} // namespace signalbox::ui
