// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/diffview.h"

#include "ui/models/diffmodel.h"

#include <QPainter>

namespace signalbox::ui {

namespace {

constexpr int kSide = 12;
constexpr int kHead = 30; // key and kind of change
constexpr int kLine = 23; // one value
constexpr int kFoot = 10;

Change changeOf(const QModelIndex& index)
{
    return static_cast<Change>(index.data(DiffModel::ChangeRole).toInt());
}

} // namespace

QSize DiffDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int lines = changeOf(index) == Change::Changed ? 2 : 1;
    return {0, kHead + lines * kLine + kFoot};
}

int DiffDelegate::paintValue(QPainter& painter, const QRect& line, const QString& text, bool added) const
{
    const Theme& theme = m_themes.theme();
    painter.setPen(Qt::NoPen);
    painter.setBrush(added ? theme.diff.addTint : theme.diff.removeTint);
    painter.drawRoundedRect(line.adjusted(0, 0, 0, -3), 2, 2);
    painter.setFont(theme.font(Type::Mono));
    painter.setPen(added ? theme.diff.addFg : theme.diff.removeFg);
    const QRect inner = line.adjusted(6, 0, -6, -3);
    const QString shown = (added ? QStringLiteral("+ ") : QStringLiteral("- ")) + text;
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(theme.font(Type::Mono)).elidedText(shown, Qt::ElideRight, inner.width()));
    return line.top() + kLine;
}

void DiffDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_themes.theme();
    const Change change = changeOf(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect head(option.rect.left() + kSide, option.rect.top() + 6, option.rect.width() - 2 * kSide, 20);
    const QString word = changeLabel(change);
    painter->setFont(theme.font(Type::Small));
    painter->setPen(change == Change::Changed     ? theme.diff.changeFg
                        : change == Change::Added ? theme.diff.addFg
                        : change == Change::Same  ? theme.text.tertiary
                                                  : theme.diff.removeFg);
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, word);
    const int room = head.width() - QFontMetrics(painter->font()).horizontalAdvance(word) - 8;
    painter->setFont(theme.font(Type::Mono));
    painter->setPen(theme.text.primary);
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(painter->font()).elidedText(index.data().toString(), Qt::ElideMiddle, room));

    QRect line(head.left(), option.rect.top() + kHead, head.width(), kLine);
    if (change == Change::Same) {
        painter->setPen(theme.text.secondary);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(painter->font())
                              .elidedText(index.data(DiffModel::AfterRole).toString(), Qt::ElideRight, line.width()));
    }
    if (change == Change::Changed || change == Change::Removed)
        line.moveTop(paintValue(*painter, line, index.data(DiffModel::BeforeRole).toString(), false));
    if (change == Change::Changed || change == Change::Added)
        paintValue(*painter, line, index.data(DiffModel::AfterRole).toString(), true);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.border.subtle);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.border.focus, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

DiffView::DiffView(const ThemeSource& themes, QWidget* parent) : QListView(parent)
{
    setLayoutDirection(Qt::LeftToRight); // in any language
    setItemDelegate(new DiffDelegate(themes, this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("State diff"));
    connect(&themes, &ThemeSource::changed, this, [this] { viewport()->update(); });
}

} // namespace signalbox::ui
