// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableheader.h"

#include <QPainter>

namespace signalbox::ui {

namespace {
constexpr int kPadding = 12;
}

TableHeader::TableHeader(const ThemeSource& themes, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_themes(themes)
{
    setFixedHeight(themes.theme().size.rowHeader + 1);
    setSectionsClickable(false);
    setHighlightSections(false);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    connect(&themes, &ThemeSource::changed, viewport(), qOverload<>(&QWidget::update));
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Theme& theme = m_themes.theme();
    const int align = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    const bool last = section == count() - 1;
    painter->setFont(theme.font(Type::Caption));
    painter->setPen(theme.text.secondary);
    const int end = last ? kPadding : (align & Qt::AlignRight) != 0 ? kPadding / 2 : 2;
    const QRect place = rect.adjusted(section == 0 ? kPadding : kPadding / 2, 0, -end, -1);
    painter->drawText(place, align,
                      painter->fontMetrics().elidedText(model()->headerData(section, Qt::Horizontal).toString(),
                                                        Qt::ElideRight, place.width()));
}

void TableHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_themes.theme().border.subtle);
}

} // namespace signalbox::ui
