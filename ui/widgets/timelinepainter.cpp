// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timelinepainter.h"

#include "ui/models/timewords.h"
#include "ui/widgets/chartlook.h"
#include "ui/widgets/statuslook.h"
#include "ui/widgets/tabular.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {
constexpr double kAxis = 26;
constexpr double kBelow = 24; // room for the time of the scrubber
constexpr double kSide = 12;
constexpr double kLeastNames = 76;
constexpr double kMostNames = 150;
constexpr double kNarrowLane = 26;
constexpr double kLane = 34;
constexpr double kNarrowBar = 16;
constexpr double kBar = 20;
constexpr double kPadding = 6;
constexpr double kClose = 4; // words to the edge of their span
constexpr double kLeastWords = 28; // less says nothing
constexpr double kRound = 2;
constexpr double kRight = 18; // half of the last time

/// The times of the axis; of a build they count from its start.
std::vector<Tick> axisTicks(const TimelineData& data, double width)
{
    if (!data.sinceStart)
        return timeTicks(data.from, data.to, static_cast<int>(width));
    std::vector<Tick> ticks = timeTicks(UtcTime(), UtcTime(data.to - data.from), static_cast<int>(width * 1.4));
    for (Tick& tick : ticks) {
        const Milliseconds since(static_cast<std::int64_t>(tick.at));
        tick = {static_cast<double>(toUnixMs(data.from + since)), duration(since)};
    }
    return ticks;
}

} // namespace

TimelinePainter::TimelinePainter(const TimelineData& data, const Theme& theme, double width)
    : m_data(data), m_theme(theme)
{
    const QFontMetricsF metrics(theme.font(data.sinceStart ? Type::BodyStrong : Type::Body));
    double names = kLeastNames;
    for (const QString& lane : data.lanes)
        names = std::max(names, metrics.horizontalAdvance(lane));
    const double left = kSide + std::min(std::ceil(names) + 1, kMostNames) + kSide;
    const double tall = laneHeight() * static_cast<double>(data.lanes.size());
    m_area = QRectF(left, kAxis, std::max(1.0, width - left - kRight), tall);
}

double TimelinePainter::laneHeight() const
{
    return m_data.sinceStart ? kNarrowLane : kLane;
}

double TimelinePainter::height() const
{
    return m_area.bottom() + (m_data.moment ? kBelow : kPadding);
}

double TimelinePainter::x(UtcTime at) const
{
    const auto span = static_cast<double>(std::max<std::int64_t>(1, (m_data.to - m_data.from).count()));
    return m_area.left() + m_area.width() * static_cast<double>((at - m_data.from).count()) / span;
}

double TimelinePainter::laneTop(int lane) const
{
    return m_area.top() + lane * laneHeight();
}

QRectF TimelinePainter::placeOf(const TimelineItem& item) const
{
    const double middle = laneTop(item.lane) + laneHeight() / 2;
    if (!item.to) {
        const double side = m_theme.size.iconInline;
        return {x(item.from) - side / 2, middle - side / 2, side, side};
    }
    const double tall = m_data.sinceStart ? kNarrowBar : kBar;
    const double left = std::max(x(item.from), m_area.left());
    const double right = std::min(x(*item.to), m_area.right());
    return {left, middle - tall / 2, std::max(3.0, right - left), tall};
}

int TimelinePainter::itemAt(const QPointF& point) const
{
    for (int item = static_cast<int>(m_data.items.size()) - 1; item >= 0; --item)
        if (placeOf(m_data.items[static_cast<std::size_t>(item)]).adjusted(-3, -3, 3, 3).contains(point))
            return item;
    return -1;
}

void TimelinePainter::paintGround(QPainter& painter) const
{
    QFont axis = m_theme.font(Type::Caption);
    axis.setWeight(m_theme.weight(QFont::Normal));
    painter.setFont(axis);
    for (const Tick& tick : axisTicks(m_data, m_area.width())) {
        const double at = std::round(x(fromUnixMs(static_cast<std::int64_t>(tick.at))));
        painter.fillRect(QRectF(at, m_area.top(), 1, m_area.height()), faint(m_theme.chart.grid, m_theme));
        painter.setPen(m_theme.text.tertiary);
        painter.drawText(QRectF(at - 40, 4, 80, 16), Qt::AlignCenter, tick.words);
    }
    for (int lane = 0; lane < m_data.lanes.size(); ++lane) {
        const bool critical = std::ranges::any_of(
            m_data.items, [lane](const TimelineItem& item) { return item.lane == lane && item.critical; });
        painter.setFont(m_theme.font(critical ? Type::BodyStrong : Type::Body));
        painter.setPen(critical ? m_theme.text.primary : m_theme.text.secondary);
        const QRectF name(kSide, laneTop(lane), m_area.left() - 2 * kSide, laneHeight());
        painter.drawText(
            name, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(m_data.lanes[lane], Qt::ElideRight, static_cast<int>(name.width())));
        if (!m_data.sinceStart && lane > 0)
            painter.fillRect(QRectF(kSide, laneTop(lane), m_area.right() - kSide, 1), m_theme.border.subtle);
    }
}

/// Until the next item of its lane.
double TimelinePainter::roomRightOf(const TimelineItem& item, double from) const
{
    double end = m_area.right() + kRight;
    for (const TimelineItem& other : m_data.items)
        if (other.lane == item.lane && other.from > item.from)
            end = std::min(end, placeOf(other).left() - kPadding);
    return end - from;
}

void TimelinePainter::paintSpan(QPainter& painter, const TimelineItem& item) const
{
    const QRectF place = placeOf(item);
    const StatusColours& status = m_theme.status(hueOf(item.role));
    const bool oneInk = m_theme.border.strong == m_theme.text.primary; // high contrast: outlines
    QColor ink = m_theme.text.primary;
    if (item.critical) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.text.secondary);
        ink = m_theme.surface.panel;
    } else if (hueOf(item.role) != Hue::Nominal) {
        painter.setPen(QPen(status.fg, 1));
        painter.setBrush(status.tint);
    } else if (item.slackUntil || oneInk) {
        painter.setPen(QPen(m_theme.border.control, 1));
        painter.setBrush(m_theme.surface.panel);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.border.strong);
    }
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), kRound, kRound);
    const double words = paintSpanWords(painter, item, ink);
    if (item.slackUntil) {
        QPen dashes(m_theme.text.tertiary, 1);
        dashes.setDashPattern({2, 2});
        painter.setPen(dashes);
        painter.drawLine(QPointF(words + 2, place.center().y()), QPointF(x(*item.slackUntil), place.center().y()));
    }
}

/// In the span, beside it, or cut short in it, where there is room. Returns where span and words end.
double TimelinePainter::paintSpanWords(QPainter& painter, const TimelineItem& item, const QColor& ink) const
{
    const QRectF place = placeOf(item);
    const QRectF within = place.adjusted(kClose, 0, -kClose, 0);
    painter.setFont(m_theme.font(Type::Caption));
    const double wide = painter.fontMetrics().horizontalAdvance(item.label) + 1;
    const bool beside = wide > within.width() && wide <= roomRightOf(item, place.right() + kPadding);
    if (beside) {
        const QRectF words(place.right() + kPadding, place.top(), wide, place.height());
        painter.setPen(m_theme.text.secondary);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, item.label);
        return words.right();
    }
    painter.setPen(ink);
    if (wide <= within.width() || within.width() >= kLeastWords)
        painter.drawText(
            within, (m_data.sinceStart ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(item.label, Qt::ElideRight, static_cast<int>(within.width())));
    return place.right();
}

void TimelinePainter::paintEvent(QPainter& painter, const TimelineItem& item) const
{
    const QRectF place = placeOf(item);
    paintGlyph(painter, place, item.role, m_theme);
    painter.setFont(m_theme.font(Type::Small));
    const double wide = painter.fontMetrics().horizontalAdvance(item.label) + 1;
    const bool after = wide <= roomRightOf(item, place.right() + kPadding);
    QRectF words(after ? place.right() + kPadding : place.left() - kPadding - wide, place.top(), wide, place.height());
    if (!after) // not over what came before it
        for (const TimelineItem& other : m_data.items)
            if (other.lane == item.lane && other.from < item.from && placeOf(other).right() > words.left())
                return;
    painter.setPen(m_theme.text.secondary);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, item.label);
}

/// From the end of the critical item that it waited for, down to its own lane.
void TimelinePainter::paintLink(QPainter& painter, const TimelineItem& item) const
{
    if (item.after < 0 || item.after >= static_cast<int>(m_data.items.size()))
        return;
    const QRectF before = placeOf(m_data.items[static_cast<std::size_t>(item.after)]);
    const double at = before.right() - 0.75;
    painter.setPen(QPen(m_theme.text.secondary, 1.5));
    painter.drawLine(QPointF(at, before.bottom()), QPointF(at, placeOf(item).top()));
}

void TimelinePainter::paintMoment(QPainter& painter, UtcTime moment) const
{
    const double at = std::round(x(moment));
    painter.fillRect(QRectF(at - 1, m_area.top() - 14, 2, m_area.height() + 14), m_theme.accent.base);
    painter.setFont(m_theme.font(Type::Caption));
    const QString words = timelineTime(m_data, moment);
    const double wide = tabularWidth(QFontMetricsF(painter.font()), words) + 2 * kPadding;
    const QRectF flag(std::clamp(at - wide / 2, 0.0, m_area.right() + kRight - wide), m_area.bottom() + 2, wide, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.accent.base);
    painter.drawRoundedRect(flag, kRound, kRound);
    painter.drawRoundedRect(QRectF(at - 7, m_area.top() - 20, 14, 12), kRound, kRound);
    painter.setPen(m_theme.text.onAccent);
    drawTabular(painter, flag.adjusted(kPadding, 0, 0, 0), Qt::AlignLeft, words);
}

void TimelinePainter::paint(QPainter& painter, int picked, bool focused) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    for (const TimelineItem& item : m_data.items)
        paintLink(painter, item);
    for (const TimelineItem& item : m_data.items) {
        if (item.from > m_data.to || item.to.value_or(item.from) < m_data.from)
            continue;
        if (item.to)
            paintSpan(painter, item);
        else
            paintEvent(painter, item);
    }
    if (m_data.moment)
        paintMoment(painter, *m_data.moment);
    if (picked < 0)
        return;
    const double out = m_theme.size.focusStroke;
    painter.setPen(QPen(focused ? m_theme.border.focus : m_theme.border.control, out));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(placeOf(m_data.items[static_cast<std::size_t>(picked)]).adjusted(-out, -out, out, out),
                            kRound + out, kRound + out);
}

} // namespace signalbox::ui
