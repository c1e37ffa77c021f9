// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knowledge/knowledgedelegate.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/rowground.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/sharebar.h"
#include "ui/widgets/tabular.h"

#include <QMouseEvent>
#include <QPainter>

namespace signalbox::ui {

namespace {

constexpr int kPadding = 12;

SegmentsLook switchOf(const QStyleOptionViewItem& option, const host::KnowledgeRow& row)
{
    SegmentsLook look = switchLook(row);
    look.off = isAged(option);
    return look;
}

} // namespace

SegmentsLook switchLook(const host::KnowledgeRow& row)
{
    using record::PatternSwitch;
    const bool locked = row.lock != host::AutoLock::None;
    const auto taken = locked && row.autonomy == PatternSwitch::Auto ? PatternSwitch::Suggest : row.autonomy;
    return {.labels = {autonomyName(PatternSwitch::Off), autonomyName(PatternSwitch::Suggest),
                       autonomyName(PatternSwitch::Auto)},
            .taken = static_cast<int>(taken),
            .locked = locked ? static_cast<int>(PatternSwitch::Auto) : -1};
}

KnowledgeDelegate::KnowledgeDelegate(const ThemeSource& themes, const FilteredKnowledge& rows, QObject* parent)
    : QStyledItemDelegate(parent), m_themes(themes), m_rows(rows)
{
}

void KnowledgeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_themes.theme();
    const host::KnowledgeRow* row = m_rows.at(index.row());
    if (!row)
        return;
    painter->save();
    paintRowGround(*painter, option, theme);
    const RowInk ink = rowInk(option, theme);
    const QRect cell = option.rect.adjusted(index.column() == 0 ? kPadding : kPadding / 2, 0, -kPadding / 2, -1);
    painter->setPen(ink.secondary);
    painter->setFont(theme.font(Type::Body));
    const QString words = index.data().toString();
    if (index.column() == KnowledgeModel::Pattern)
        paintPattern(*painter, cell, *row, ink);
    else if (index.column() == KnowledgeModel::Worked)
        paintWorked(*painter, cell, *row, ink);
    else if (index.column() == KnowledgeModel::Autonomy)
        paintSegments(*painter, cell, switchOf(option, *row), theme);
    else if (index.column() == KnowledgeModel::Origin)
        drawLine(*painter, cell, Qt::AlignLeft, words);
    else
        drawTabular(*painter, cell, index.column() == KnowledgeModel::Seen ? Qt::AlignRight : Qt::AlignLeft, words);
    painter->restore();
}

int KnowledgeDelegate::switchWidth() const
{
    return segmentPlaces({}, switchLook({}), m_themes.theme()).last().right() + 2 * kPadding;
}

bool KnowledgeDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                    const QModelIndex& index)
{
    const host::KnowledgeRow* row = m_rows.at(index.row());
    if (!row || index.column() != KnowledgeModel::Autonomy || event->type() != QEvent::MouseButtonRelease)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const QPoint at = static_cast<QMouseEvent*>(event)->position().toPoint();
    const SegmentsLook look = switchOf(option, *row);
    const auto places = segmentPlaces(option.rect.adjusted(kPadding / 2, 0, -kPadding / 2, -1), look, m_themes.theme());
    for (int choice = 0; choice < places.size(); ++choice) {
        if (!look.off && places[choice].contains(at) && choice != look.taken && choice != look.locked)
            emit switchAsked(host::patternOf(*row), static_cast<record::PatternSwitch>(choice));
    }
    return true;
}

void KnowledgeDelegate::paintPattern(QPainter& painter, const QRect& cell, const host::KnowledgeRow& row,
                                     const RowInk& ink) const
{
    const Theme& theme = m_themes.theme();
    const QRect upper(cell.left(), cell.top() + 3, cell.width(), 19);
    const QRect lower(cell.left(), cell.top() + 21, cell.width(), 18);
    painter.setFont(theme.font(Type::Mono));
    painter.setPen(ink.primary);
    drawLine(painter, upper, Qt::AlignLeft, text(row.failureClass));
    painter.setFont(theme.font(Type::Small));
    painter.setPen(ink.secondary);
    drawLine(painter, lower, Qt::AlignLeft, fixName(row.fix));
}

void KnowledgeDelegate::paintWorked(QPainter& painter, const QRect& cell, const host::KnowledgeRow& row,
                                    const RowInk& ink) const
{
    const Theme& theme = m_themes.theme();
    const Share share = shareOf(row.worked, row.tried);
    painter.setFont(theme.font(Type::BodyStrong));
    painter.setPen(ink.primary);
    drawTabular(painter, QRectF(cell.left(), cell.top(), 48, cell.height()), Qt::AlignRight, percent(share.value));
    paintShare(painter, QRectF(cell.left() + 56, cell.top(), 80, cell.height()), share, theme);
    painter.setFont(theme.font(Type::Small));
    painter.setPen(ink.tertiary);
    painter.drawText(cell.adjusted(146, 0, 0, 0), Qt::AlignVCenter,
                     KnowledgeModel::tr("%1 to %2").arg(qRound(share.low * 100)).arg(qRound(share.high * 100)));
}

} // namespace signalbox::ui
