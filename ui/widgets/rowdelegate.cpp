// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowdelegate.h"

#include "ui/models/rowlistmodel.h"
#include "ui/widgets/rowground.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/statuslook.h"

#include <QListView>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace signalbox::ui {

RowDelegate::RowDelegate(const ThemeSource& themes, Look look, QObject* parent)
    : QStyledItemDelegate(parent), m_themes(themes), m_look(look)
{
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool heading = index.data(RowListModel::RowRole).value<ListRow>().heading;
    return {0, heading ? 36 : m_look.height};
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_themes.theme();
    const auto row = index.data(RowListModel::RowRole).value<ListRow>();
    painter->save();
    if (row.heading) {
        paintHeading(*painter, option.rect, row);
    } else {
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.accent.selection);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(option.rect, theme.surface.raised);
        paintRow(*painter, option.rect, row, rowInk(option, theme));
    }
    if (m_look.rules || row.heading)
        paintRowRule(*painter, option, QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(theme.border.focus, theme.size.focusStroke));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

void RowDelegate::paintHeading(QPainter& painter, const QRect& rect, const ListRow& row) const
{
    const Theme& theme = m_themes.theme();
    painter.fillRect(rect, theme.surface.window);
    const QRect inner = rect.adjusted(m_look.left, 0, -m_look.left, 0);
    painter.setFont(theme.font(Type::Heading));
    painter.setPen(theme.text.primary);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, row.title);
    painter.setFont(theme.font(Type::Body));
    painter.setPen(theme.text.tertiary);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, row.right);
}

void RowDelegate::paintRow(QPainter& painter, const QRect& rect, const ListRow& row, const RowInk& ink) const
{
    const Theme& theme = m_themes.theme();
    const auto onScreen
        = [&](const QRect& place) { return QStyle::visualRect(painter.layoutDirection(), rect, place); };
    const int side = theme.size.iconInline;
    const int indent = row.depth * side;
    const bool two = !row.detail.isEmpty();
    const int top = rect.top() + (two ? (rect.height() - 38) / 2 : (rect.height() - 20) / 2);
    const int glyphTop = m_look.strong ? top + 3 : rect.center().y() - side / 2;
    if (m_look.glyphs)
        paintGlyph(painter, onScreen(QRect(rect.left() + m_look.left + indent, glyphTop, side, side)), row.role, theme);

    const int left = rect.left() + m_look.left + indent + (m_look.glyphs ? side + 10 : 0);
    const int right = rect.right() - m_look.left;
    painter.setFont(theme.font(Type::Body));
    const int wide = std::max(QFontMetrics(theme.font(Type::Body)).horizontalAdvance(row.right),
                              QFontMetrics(theme.font(Type::Small)).horizontalAdvance(row.rightBelow));
    QFont font = theme.font(m_look.strong ? Type::BodyStrong : Type::Body);
    if (!m_look.strong)
        font.setWeight(theme.weight(QFont::Medium));
    // A long name has its line to itself, and what stands at the right of it goes below.
    const bool lower
        = m_look.strong && two && QFontMetrics(font).horizontalAdvance(row.title) > right - wide - 8 - left;
    painter.setPen(row.urgent ? theme.status(hueOf(row.role)).fg : ink.tertiary);
    int rightTop = lower ? top + 19 : m_look.strong || !two ? top : rect.center().y() - 10;
    if (!row.rightBelow.isEmpty()) {
        constexpr int kTogether = 33; // both lines
        rightTop = rect.center().y() - kTogether / 2;
        painter.save();
        painter.setFont(theme.font(Type::Small));
        drawLine(painter, onScreen(QRect(left, rightTop + 16, right - left, 17)), Qt::AlignRight, row.rightBelow);
        painter.restore();
    }
    painter.drawText(onScreen(QRect(right - wide, rightTop, wide, 20)), Qt::AlignRight | Qt::AlignVCenter, row.right);

    painter.setFont(font);
    painter.setPen(ink.primary);
    const int beside = right - wide - 8 - left;
    const int room = lower ? right - left : beside;
    const QString title // of names that end in a number, both ends tell one from another
        = m_look.strong ? painter.fontMetrics().elidedText(row.title, Qt::ElideMiddle, room) : row.title;
    drawLine(painter, onScreen(QRect(left, top, room, 20)), Qt::AlignLeft, title);
    if (!two)
        return;
    painter.setFont(theme.font(Type::Small));
    painter.setPen(m_look.strong ? ink.secondary : ink.tertiary);
    const int below = m_look.strong && !lower ? right - left : beside;
    drawLine(painter, onScreen(QRect(left, top + 20, below, 18)), Qt::AlignLeft, row.detail);
}

QListView* makeRowList(const ThemeSource& themes, RowDelegate::Look look, QWidget* parent)
{
    auto* list = new QListView(parent);
    list->setItemDelegate(new RowDelegate(themes, look, list));
    list->setFrameShape(QFrame::NoFrame);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setMouseTracking(true);
    list->setResizeMode(QListView::Adjust);
    list->viewport()->setAutoFillBackground(false);
    return list;
}

} // namespace signalbox::ui
