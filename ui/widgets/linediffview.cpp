// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linediffview.h"

#include "ui/models/linediff.h"

#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace signalbox::ui {

namespace {

constexpr int kNumber = 40; // its width
constexpr int kSign = 22;

class LineDelegate final : public QStyledItemDelegate {
public:
    LineDelegate(const ThemeSource& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) { }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const Theme& theme = m_themes.theme();
        const int wide = QFontMetrics(theme.font(Type::Log)).horizontalAdvance(index.data().toString());
        return {kNumber + kSign + wide + 12, theme.size.logLine};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = m_themes.theme();
        const auto kind = static_cast<DiffLine::Kind>(index.data(LineDiffModel::KindRole).toInt());
        const bool added = kind == DiffLine::Kind::Added;
        const bool changed = added || kind == DiffLine::Kind::Removed;
        painter->save();
        if (changed)
            painter->fillRect(option.rect, added ? theme.diff.addTint : theme.diff.removeTint);
        painter->setFont(theme.font(Type::Log));
        painter->setPen(theme.text.tertiary);
        const QRect number(option.rect.left(), option.rect.top(), kNumber - 10, option.rect.height());
        const bool gap = kind == DiffLine::Kind::Gap;
        painter->drawText(number, Qt::AlignRight | Qt::AlignVCenter,
                          gap ? QStringLiteral("\u22EF")
                              : QString::number(index.data(LineDiffModel::NumberRole).toInt()));
        if (changed) {
            painter->setPen(added ? theme.diff.addFg : theme.diff.removeFg);
            painter->drawText(QRect(option.rect.left() + kNumber, option.rect.top(), kSign, option.rect.height()),
                              Qt::AlignLeft | Qt::AlignVCenter, added ? QStringLiteral("+") : QStringLiteral("\u2212"));
        }
        painter->setPen(changed ? theme.text.primary : theme.text.secondary);
        painter->drawText(option.rect.adjusted(kNumber + kSign, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data().toString());
        painter->restore();
    }

private:
    const ThemeSource& m_themes;
};

} // namespace

QListView* makeLineDiffView(const ThemeSource& themes, QWidget* parent)
{
    auto* view = new QListView(parent);
    view->setItemDelegate(new LineDelegate(themes, view));
    view->setLayoutDirection(Qt::LeftToRight); // as code is read
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionMode(QAbstractItemView::NoSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->viewport()->setAutoFillBackground(false);
    return view;
}

} // namespace signalbox::ui
