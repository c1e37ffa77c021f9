// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logstrip.h"

#include "ui/widgets/logview.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kWidth = 54;
constexpr int kMargin = 8;
constexpr int kHighestBar = 3;
constexpr int kSnap = 4; // pixels to a mark that is meant
constexpr std::chrono::milliseconds kRest(300); // a log that grows, and a search that is typed, say more soon
} // namespace

LogStrip::LogStrip(const ThemeSource& themes, LogView& view, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_view(view)
{
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("The whole log"));
    m_ask.setSingleShot(true);
    m_ask.setInterval(kRest);
    connect(&m_ask, &QTimer::timeout, &view, &LogView::outline);
    const auto ask = [this] {
        if (m_view.extent().complete && !m_ask.isActive())
            m_ask.start();
    };
    connect(&view, &LogView::extentChanged, this, ask);
    connect(&view, &LogView::matchesChanged, this, ask);
    connect(&view, &LogView::mapDrawn, this, &LogStrip::take);
    connect(&view, &LogView::scrolled, this, qOverload<>(&QWidget::update));
    connect(&themes, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
}

QSize LogStrip::sizeHint() const
{
    return {kWidth, 0};
}

void LogStrip::take(const host::LogMap& map)
{
    m_map = map;
    const auto cause = map.cause.empty() ? 0 : map.cause.front() + 1;
    const int errors = static_cast<int>(map.errors.size());
    setAccessibleDescription(cause > 0 ? tr("Root cause at %1 of %2, %n error(s).", nullptr, errors)
                                             .arg(QLocale().toString(static_cast<qulonglong>(cause)),
                                                  QLocale().toString(static_cast<qulonglong>(map.rows)))
                                       : tr("%n error(s).", nullptr, errors));
    update();
}

int LogStrip::placeOf(std::uint64_t row) const
{
    const std::uint64_t rows = std::max<std::uint64_t>(m_map.rows, 1);
    const int room = std::max(1, height() - 2 * kMargin);
    // A log that would leave gaps between its bars is as high as they are.
    const int high = static_cast<int>(std::min<std::uint64_t>(static_cast<std::uint64_t>(room), rows * kHighestBar));
    return kMargin + static_cast<int>(std::min(row, rows) * static_cast<std::uint64_t>(high) / rows);
}

void LogStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_themes.theme();
    painter.fillRect(rect(), theme.surface.inset);
    painter.fillRect(QRect(0, 0, 1, height()), theme.border.subtle);
    const int room = width() - 2 * kMargin;
    const std::size_t count = m_map.bars.size();
    for (std::size_t at = 0; at < count; ++at) {
        const host::LogMap::Bar& bar = m_map.bars[at];
        const int top = placeOf(at * m_map.rows / count);
        const int wide = bar.matches ? room : static_cast<int>(bar.width01 * room);
        painter.fillRect(QRect(kMargin, top, wide, bar.matches ? 2 : 1),
                         bar.matches ? theme.text.secondary : theme.border.strong);
    }
    for (const std::uint64_t row : m_map.errors)
        paintMark(painter, row, theme.status(Hue::Critical).fill);
    if (m_map.rows > 0) {
        const int top = placeOf(static_cast<std::uint64_t>(std::max<std::int64_t>(m_view.topRow(), 0)));
        const int end = placeOf(static_cast<std::uint64_t>(std::max<std::int64_t>(m_view.bottomRow() + 1, 0)));
        painter.setPen(QPen(theme.border.focus, 1.5));
        painter.drawRoundedRect(QRectF(2, top - 3, width() - 4, std::max(end - top, 3) + 6), 3, 3);
    }
    if (m_map.cause.empty())
        return;
    paintMark(painter, m_map.cause.front(), theme.status(Hue::Critical).fill);
    const int place = placeOf(m_map.cause.front());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.status(Hue::Critical).fill);
    painter.drawPolygon(QPolygon({QPoint(width() - 12, place - 4), QPoint(width() - 4, place + 1),
                                  QPoint(width() - 12, place + 6)})); // told apart by its shape, too
}

void LogStrip::paintMark(QPainter& painter, std::uint64_t row, const QColor& colour) const
{
    painter.fillRect(QRect(kMargin / 2, placeOf(row), width() - kMargin, 3), colour);
}

void LogStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        goTo(event->pos().y());
}

void LogStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        goTo(event->pos().y());
}

/// A mark that is nearly met is meant: it may stand for one row in a million.
void LogStrip::goTo(int y)
{
    if (m_map.rows == 0)
        return;
    const auto isMeant = [this, y](std::uint64_t row) { return std::abs(placeOf(row) - y) <= kSnap; };
    for (const auto* marks : {&m_map.cause, &m_map.errors}) {
        if (const auto mark = std::ranges::find_if(*marks, isMeant); mark != marks->end())
            return m_view.showRow(static_cast<std::int64_t>(*mark));
    }
    const int high = std::max(1, placeOf(m_map.rows) - kMargin);
    const double share01 = std::clamp(static_cast<double>(y - kMargin) / high, 0.0, 1.0);
    m_view.showRow(static_cast<std::int64_t>(share01 * static_cast<double>(m_map.rows - 1)));
}

} // namespace signalbox::ui
