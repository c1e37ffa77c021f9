// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/rundelegate.h"

#include "ui/models/runtablemodel.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/rowground.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/statuslook.h"
#include "ui/widgets/tabular.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kPadding = 12;
constexpr int kGlyphGap = 8;
constexpr int kBarWidth = 52;
constexpr double kBarHeight = 6;
constexpr double kSlow = 1.5; // times the median: drawn as abnormal

StatusRole statusOfRow(const QModelIndex& index)
{
    return static_cast<StatusRole>(index.data(RunTableModel::StatusOfRow).toInt());
}

QFont fontOf(const Theme& theme, int column, bool muted)
{
    QFont face = theme.font(column == RunTableModel::Branch ? Type::Mono : Type::Body);
    if (column == RunTableModel::Line && !muted)
        face.setWeight(theme.weight(QFont::Medium));
    return face;
}

} // namespace

RunDelegate::RunDelegate(const ThemeSource& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) { }

QSize RunDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {60, m_themes.theme().size.row};
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_themes.theme();
    painter->save();
    paintRowGround(*painter, option, theme);
    const RowInk ink = rowInk(option, theme);
    const QRect cell = option.rect.adjusted(index.column() == 0 ? kPadding : kPadding / 2, 0,
                                            index.column() == RunTableModel::Age ? -kPadding : -2, -1);
    switch (index.column()) {
    case RunTableModel::State: paintState(*painter, cell, index, ink); break;
    case RunTableModel::Duration: paintDuration(*painter, cell, index, ink); break;
    default: paintText(*painter, cell, index, ink);
    }
    painter->restore();
}

void RunDelegate::paintState(QPainter& painter, const QRect& cell, const QModelIndex& index, const RowInk& ink) const
{
    const Theme& theme = m_themes.theme();
    const StatusRole role = statusOfRow(index);
    const int side = theme.size.iconInline;
    const auto onScreen
        = [&](const QRect& place) { return QStyle::visualRect(painter.layoutDirection(), cell, place); };
    const double left = onScreen(QRect(cell.left(), cell.top(), side, side)).left();
    paintGlyph(painter, QRectF(left, cell.center().y() - side / 2.0 + 0.5, side, side), role, theme,
               role == StatusRole::Running ? m_angle : 0);
    QFont face = theme.font(Type::Body);
    face.setWeight(theme.weight(isMuted(role) ? QFont::Normal : QFont::Medium));
    painter.setFont(face);
    painter.setPen(isMuted(role) ? ink.secondary : ink.primary);
    const QRect words = cell.adjusted(side + kGlyphGap, 0, 0, 0);
    drawLine(painter, onScreen(words), Qt::AlignLeft, index.data().toString());
}

void RunDelegate::paintText(QPainter& painter, const QRect& cell, const QModelIndex& index, const RowInk& ink) const
{
    const Theme& theme = m_themes.theme();
    const bool muted = isMuted(statusOfRow(index));
    const int column = index.column();
    const QString words = index.data().toString();
    painter.setFont(fontOf(theme, column, muted));
    const bool strong = column == RunTableModel::Line || column == RunTableModel::Run;
    painter.setPen(strong && !muted ? ink.primary : ink.secondary);
    if (column == RunTableModel::Attempts)
        painter.setPen(words == QLatin1String("1") ? ink.tertiary : ink.primary);
    if (column == RunTableModel::Age)
        painter.setPen(ink.tertiary);
    if (column == RunTableModel::Age || column == RunTableModel::Run || column == RunTableModel::Attempts) {
        drawTabular(painter, cell, column == RunTableModel::Age ? Qt::AlignRight : Qt::AlignLeft,
                    painter.fontMetrics().elidedText(words, Qt::ElideRight, cell.width()));
        return;
    }
    drawLine(painter, cell, Qt::AlignLeft, words);
}

void RunDelegate::paintDuration(QPainter& painter, const QRect& cell, const QModelIndex& index, const RowInk& ink) const
{
    const Theme& theme = m_themes.theme();
    const double elapsed_ms = static_cast<double>(index.data(RunTableModel::ElapsedMs).toLongLong());
    const double median_ms = static_cast<double>(index.data(RunTableModel::MedianMs).toLongLong());
    const bool live = hueOf(statusOfRow(index)) == Hue::Running;
    const bool slow = median_ms > 0 && elapsed_ms > kSlow * median_ms;
    painter.setFont(theme.font(Type::Body));
    painter.setPen(slow ? theme.status(Hue::Warn).fg : live ? theme.status(Hue::Running).fg : ink.primary);
    const QRectF number(cell.left(), cell.top(), cell.width() - kBarWidth - 2 * kGlyphGap, cell.height());
    drawTabular(painter, number, Qt::AlignRight, index.data().toString());
    if (median_ms <= 0)
        return;
    const QRectF bar(number.right() + kGlyphGap, cell.center().y() - kBarHeight / 2 + 0.5, kBarWidth, kBarHeight);
    paintDurationBar(painter, bar, {elapsed_ms, median_ms, live}, theme);
}

void paintDurationBar(QPainter& painter, const QRectF& place, const DurationBar& bar, const Theme& theme)
{
    const double share = std::min(1.0, bar.elapsed_ms / (2 * bar.median_ms));
    const bool slow = bar.elapsed_ms > kSlow * bar.median_ms;
    const Hue hue = slow ? Hue::Warn : bar.open ? Hue::Running : Hue::Nominal;
    paintMeter(painter, place, {.share = share, .hue = hue, .marks = {{.share = 0.5}}}, theme);
}

} // namespace signalbox::ui
