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

QMargins TableHeader::padding(int section) const
{
    const bool right
        = (model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
    const int end = section == count() - 1 ? kPadding : right ? kPadding / 2 : 2;
    return {section == 0 ? kPadding : kPadding / 2, 0, end, 1};
}

QSize TableHeader::sectionSizeFromContents(int section) const
{
    if (!model()) // it went before its table
        return QHeaderView::sectionSizeFromContents(section);
    const QFontMetrics metrics(m_themes.theme().font(Type::Caption));
    const QMargins around = padding(section);
    const int words = metrics.horizontalAdvance(model()->headerData(section, Qt::Horizontal).toString());
    return {words + around.left() + around.right(), m_themes.theme().size.rowHeader + 1};
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Theme& theme = m_themes.theme();
    const int align = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    painter->setFont(theme.font(Type::Caption));
    painter->setPen(theme.text.tertiary);
    const QRect place = rect.marginsRemoved(padding(section));
    const QString name = model()->headerData(section, Qt::Horizontal).toString();
    painter->drawText(place, align, painter->fontMetrics().elidedText(name, Qt::ElideRight, place.width()));
}

void TableHeader::paintEvent(QPaintEvent* event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_themes.theme().border.subtle);
}

} // namespace signalbox::ui
