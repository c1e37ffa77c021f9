// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappedtext.h"

#include "ui/models/words.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kMostHint = 420; // whatever the text, it asks for no more
constexpr qsizetype kMeasured = 200; // characters: more are wider than the hint anyhow
} // namespace

WrappedText::WrappedText(const ThemeSource& themes, Type type, Tone tone, QWidget* parent)
    : Label(themes, type, tone, parent)
{
    setWordWrap(true);
}

void WrappedText::setMostLines(int lines)
{
    m_mostLines = lines;
    measureAnew();
    updateGeometry();
    update();
}

void WrappedText::setSelectable()
{
    m_selectable = true;
    setCursor(Qt::IBeamCursor);
    setFocusPolicy(Qt::ClickFocus);
}

TextLines WrappedText::layOut(QTextLayout& layout, int width) const
{
    QTextOption option(QStyle::visualAlignment(layoutDirection(), alignment()));
    option.setTextDirection(layoutDirection());
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    return breakIntoLines(layout, width, lineHeight(), m_mostLines);
}

QString WrappedText::shownText(int width) const
{
    const QString code = inOneParagraph(text());
    if (m_mostLines <= 0)
        return code;
    QTextLayout layout(code, font());
    if (layOut(layout, width).whole)
        return code;
    const QTextLine last = layout.lineAt(m_mostLines - 1);
    const QString rest = code.mid(last.textStart(), last.textLength() + 2).replace(QChar::LineSeparator, u' ');
    return code.left(last.textStart()) + fontMetrics().elidedText(rest + u'\u2026', Qt::ElideRight, width);
}

bool WrappedText::isCut() const
{
    return m_mostLines > 0 && shownText(contentsRect().width()) != inOneParagraph(text());
}

QSize WrappedText::sizeHint() const
{
    if (m_naturalOf != text() || m_natural == 0) {
        m_naturalOf = text();
        m_natural = 0;
        for (const QString& line : text().left(kMeasured).split(u'\n'))
            m_natural = std::max(m_natural, fontMetrics().horizontalAdvance(line) + 2);
    }
    const QMargins around = contentsMargins();
    const int width = std::min(m_natural, kMostHint) + around.left() + around.right();
    return {width, heightForWidth(width)};
}

QSize WrappedText::minimumSizeHint() const
{
    const QMargins around = contentsMargins();
    const int line = std::max(minimumHeight(), fontMetrics().height() + around.top() + around.bottom());
    return {std::min(sizeHint().width(), m_least + around.left() + around.right()), line};
}

int WrappedText::measure(int width) const
{
    QTextLayout layout(inOneParagraph(text()), font());
    const QMargins around = contentsMargins();
    const double height = layOut(layout, std::max(1, width - around.left() - around.right())).height;
    return std::max(minimumHeight(), qCeil(height) + around.top() + around.bottom());
}

void WrappedText::changeEvent(QEvent* event)
{
    m_natural = 0;
    Label::changeEvent(event);
}

void WrappedText::paintEvent(QPaintEvent*)
{
    const QRect place = contentsRect();
    const QString shown = shownText(place.width());
    const bool cut = m_mostLines > 0 && shown != inOneParagraph(text());
    if (m_mostLines > 0)
        setToolTip(cut ? plainTip(text()) : QString());
    QTextLayout layout(shown, font());
    const double height = layOut(layout, place.width()).height;
    QList<QTextLayout::FormatRange> ranges;
    if (m_anchor != m_end) {
        QTextLayout::FormatRange range{std::min(m_anchor, m_end), std::abs(m_end - m_anchor), {}};
        range.format.setBackground(palette().brush(QPalette::Active, QPalette::Highlight));
        range.format.setForeground(palette().brush(QPalette::Active, QPalette::HighlightedText));
        ranges.append(range);
    }
    double top = place.top();
    if (!(alignment() & Qt::AlignTop) && height < place.height())
        top += (place.height() - height) / 2.0;
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    layout.draw(&painter, QPointF(place.left(), top), ranges, place);
}

int WrappedText::placeOf(const QPoint& at) const
{
    const QRect place = contentsRect();
    QTextLayout layout(shownText(place.width()), font());
    const double height = layOut(layout, place.width()).height;
    double y = at.y() - place.top();
    if (!(alignment() & Qt::AlignTop) && height < place.height())
        y -= (place.height() - height) / 2.0;
    for (int line = 0; line < layout.lineCount(); ++line) {
        const QTextLine one = layout.lineAt(line);
        if (y < one.y() + one.height() || line + 1 == layout.lineCount())
            return std::min(one.xToCursor(at.x() - place.left()), static_cast<int>(text().size()));
    }
    return 0;
}

void WrappedText::select(int anchor, int end)
{
    m_anchor = anchor;
    m_end = end;
    if (auto* clipboard = QApplication::clipboard(); clipboard->supportsSelection() && anchor != end)
        clipboard->setText(selected(), QClipboard::Selection);
    update();
}

QString WrappedText::selected() const
{
    return text().mid(std::min(m_anchor, m_end), std::abs(m_end - m_anchor));
}

void WrappedText::copy() const
{
    if (m_anchor != m_end)
        QApplication::clipboard()->setText(selected());
}

void WrappedText::mousePressEvent(QMouseEvent* event)
{
    if (!m_selectable || event->button() != Qt::LeftButton)
        return Label::mousePressEvent(event);
    const int at = placeOf(event->pos());
    select(event->modifiers() & Qt::ShiftModifier ? m_anchor : at, at);
}

void WrappedText::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_selectable || !(event->buttons() & Qt::LeftButton))
        return Label::mouseMoveEvent(event);
    select(m_anchor, placeOf(event->pos()));
}

/// The word there.
void WrappedText::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_selectable || event->button() != Qt::LeftButton)
        return Label::mouseDoubleClickEvent(event);
    QTextLayout layout(text(), font());
    const int at = placeOf(event->pos());
    const int end = layout.nextCursorPosition(at, QTextLayout::SkipWords);
    const int start = layout.previousCursorPosition(end, QTextLayout::SkipWords);
    select(start, start + static_cast<int>(QStringView(text()).mid(start, end - start).trimmed().size()));
}

void WrappedText::keyPressEvent(QKeyEvent* event)
{
    if (m_selectable && event->matches(QKeySequence::Copy))
        return copy();
    if (m_selectable && event->matches(QKeySequence::SelectAll))
        return select(0, static_cast<int>(text().size()));
    Label::keyPressEvent(event);
}

void WrappedText::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_selectable)
        return Label::contextMenuEvent(event);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &WrappedText::copy)->setEnabled(m_anchor != m_end);
    menu->addAction(tr("Select all"), this, [this] { select(0, static_cast<int>(text().size())); });
    menu->popup(event->globalPos());
}

} // namespace signalbox::ui
