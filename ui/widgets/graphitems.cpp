// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/graphitems.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/widgets/statuslook.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {

struct Graph {
    Q_DECLARE_TR_FUNCTIONS(Graph)
};

constexpr double kMargin = 26; // for ring, marks and badge around a node
constexpr double kCorner = 10; // of an edge's bends
constexpr double kArrow = 9;

/// The path along the corners, with rounded bends, that stops where the arrow begins.
QPainterPath roundedPath(std::vector<QPointF> corners)
{
    QPainterPath path;
    if (corners.size() < 2)
        return path;
    QLineF last(corners.back(), corners[corners.size() - 2]);
    last.setLength(kArrow - 1);
    corners.back() = last.p2();
    path.moveTo(corners.front());
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        QLineF in(corners[i], corners[i - 1]);
        QLineF out(corners[i], corners[i + 1]);
        const double bend = std::min({kCorner, in.length() / 2, out.length() / 2});
        if (bend < 0.5)
            continue;
        in.setLength(bend);
        out.setLength(bend);
        path.lineTo(in.p2());
        path.quadTo(corners[i], out.p2());
    }
    path.lineTo(corners.back());
    return path;
}

QPolygonF arrowHead(const std::vector<QPointF>& corners)
{
    QLineF along(corners.back(), corners[corners.size() - 2]);
    along.setLength(kArrow);
    const QLineF side = along.normalVector().unitVector();
    const QPointF half(side.dx() * kArrow / 2, side.dy() * kArrow / 2);
    return {{corners.back(), along.p2() + half, along.p2() - half}};
}

QString spokenSpan(Milliseconds span)
{
    const auto seconds = span.count() / 1000;
    const QString rest = Graph::tr("%n seconds", nullptr, static_cast<int>(seconds % 60));
    if (seconds < 60)
        return rest;
    return Graph::tr("%n minutes %1", "%1: seconds, in words", static_cast<int>(seconds / 60)).arg(rest);
}

} // namespace

StatusRole roleOf(NodeState state)
{
    switch (state) {
    case NodeState::Pending: return StatusRole::Pending;
    case NodeState::Running: return StatusRole::Running;
    case NodeState::Waiting: return StatusRole::HeldForYou;
    case NodeState::Succeeded: return StatusRole::Succeeded;
    case NodeState::Failed: return StatusRole::Failed;
    case NodeState::Skipped: return StatusRole::Skipped;
    case NodeState::Retrying: break;
    }
    return StatusRole::Retrying;
}

QString nodeDetail(const NodeView& node, UtcTime now)
{
    if (node.steps > 0) {
        NodeView step = node;
        step.steps = 0;
        return Graph::tr("%n step(s), %1", nullptr, node.steps).arg(nodeDetail(step, now));
    }
    const auto since = node.since ? std::max(now - *node.since, Milliseconds(0)) : Milliseconds(0);
    switch (node.state) {
    case NodeState::Pending: return Graph::tr("not reached");
    case NodeState::Skipped: return node.position > 0 ? Graph::tr("cancelled") : Graph::tr("edge not taken");
    case NodeState::Running: return Graph::tr("running %1").arg(duration(since));
    case NodeState::Waiting: return Graph::tr("waiting %1").arg(duration(since));
    case NodeState::Retrying:
        return node.until ? Graph::tr("next in %1").arg(stepDuration(std::max(*node.until - now, Milliseconds(0))))
                          : Graph::tr("running %1").arg(duration(since));
    case NodeState::Failed:
        return node.took ? Graph::tr("failed, %1").arg(stepDuration(*node.took)) : Graph::tr("failed");
    case NodeState::Succeeded: break;
    }
    return node.took ? stepDuration(*node.took) : label(StatusRole::Succeeded);
}

QString spokenNode(const NodeView& node, int steps, UtcTime now)
{
    QString state = spoken(roleOf(node.state));
    if (node.state == NodeState::Waiting)
        state = Graph::tr("waiting for a person");
    if (node.since)
        state = Graph::tr("%1 for %2").arg(state, spokenSpan(std::max(now - *node.since, Milliseconds(0))));
    else if (node.took)
        state = Graph::tr("%1 after %2").arg(state, spokenSpan(*node.took));
    QString words = Graph::tr("%1, %2").arg(stepName(node.name), state);
    if (node.position > 0)
        words = Graph::tr("%1, step %2 of %3").arg(words).arg(node.position + 1).arg(steps + 1); // after the start
    if (node.attempt > 0 && node.maxAttempts > 0)
        words = Graph::tr("%1, attempt %2 of %3").arg(words).arg(node.attempt).arg(node.maxAttempts);
    if (node.steps > 0)
        words = Graph::tr("%1, %n step(s) folded, press Enter to open", nullptr, node.steps).arg(words);
    return words + u'.';
}

GraphNodeItem::GraphNodeItem(const Theme& theme, const PlacedNode& place) : m_theme(theme), m_rect(place.rect)
{
    m_view.name = place.name.toStdString();
    setZValue(1);
}

void GraphNodeItem::show(const NodeView& node, UtcTime now)
{
    m_view = node;
    m_detail = nodeDetail(node, now);
    update();
}

void GraphNodeItem::setPicked(bool picked)
{
    m_picked = picked;
    update();
}

void GraphNodeItem::turn(double angle)
{
    m_angle = angle;
    update();
}

QRectF GraphNodeItem::boundingRect() const
{
    return m_rect.adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

void GraphNodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    paintFrame(*painter);
    paintText(*painter);
    paintMarks(*painter);
}

void GraphNodeItem::paintFrame(QPainter& painter) const
{
    const Theme& theme = m_theme;
    const StatusColours& colours = theme.status(hueOf(roleOf(m_view.state)));
    QPen pen(colours.fg, 2);
    QColor fill = colours.tint;
    switch (m_view.state) {
    case NodeState::Succeeded:
        pen = QPen(theme.border.control, 1.5);
        fill = theme.surface.raised;
        break;
    case NodeState::Pending:
        pen = QPen(theme.border.strong, 1.5);
        fill = theme.surface.panel;
        break;
    case NodeState::Skipped:
        pen = QPen(theme.border.strong, 1.5);
        pen.setDashPattern({2.5, 2});
        fill = theme.surface.panel;
        break;
    case NodeState::Retrying: fill = theme.surface.raised; break;
    default: break;
    }
    painter.setPen(pen);
    painter.setBrush(fill);
    if (m_view.steps > 0) // as a stack
        painter.drawRoundedRect(m_rect.adjusted(5, 5, 3, 3), theme.size.radiusControl + 1,
                                theme.size.radiusControl + 1);
    painter.drawRoundedRect(m_rect.adjusted(1, 1, -1, -1), theme.size.radiusControl + 1, theme.size.radiusControl + 1);
}

void GraphNodeItem::paintText(QPainter& painter) const
{
    const Theme& theme = m_theme;
    const bool quiet = m_view.state == NodeState::Pending || m_view.state == NodeState::Skipped;
    const double side = theme.size.iconInline;
    const double textLeft = m_rect.left() + 31;
    const double width = m_rect.right() - textLeft - 6;
    paintGlyph(painter, QRectF(m_rect.left() + 10, m_rect.center().y() - side / 2, side, side), roleOf(m_view.state),
               theme, m_angle);
    QFont font = theme.font(Type::Body);
    font.setWeight(theme.weight(QFont::Medium));
    painter.setFont(font);
    painter.setPen(quiet ? theme.text.tertiary : theme.text.primary);
    const bool oneLine = quiet && !m_view.live && m_view.steps == 0;
    const QRectF first(textLeft, m_rect.top() + (oneLine ? 0 : 4), width, oneLine ? m_rect.height() : 20);
    const QFontMetricsF metrics(font);
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(stepName(m_view.name), Qt::ElideRight, width));
    if (oneLine)
        return;
    font = theme.font(Type::Caption);
    font.setWeight(theme.weight(QFont::Normal));
    painter.setFont(font);
    const bool coloured = m_view.state == NodeState::Running || m_view.state == NodeState::Waiting;
    painter.setPen(coloured ? theme.status(hueOf(roleOf(m_view.state))).fg : theme.text.secondary);
    painter.drawText(QRectF(textLeft, m_rect.top() + 23, width, 16), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font).elidedText(m_detail, Qt::ElideRight, width));
}

void GraphNodeItem::paintMarks(QPainter& painter) const
{
    const Theme& theme = m_theme;
    QFont font = theme.font(Type::Caption);
    font.setWeight(theme.weight(QFont::DemiBold));
    painter.setFont(font);
    if (m_view.shown || m_picked) {
        painter.setPen(QPen(theme.accent.base, m_picked ? 3 : 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_rect.adjusted(-4, -4, 4, 4), 7, 7);
    }
    QStringList marks;
    if (m_view.shown)
        marks.append(Graph::tr("shown"));
    if (m_view.live)
        marks.append(Graph::tr("live"));
    painter.setPen(m_view.shown ? theme.text.link : theme.status(Hue::Running).fg);
    painter.drawText(QRectF(m_rect.left(), m_rect.top() - 22, m_rect.width() + 4, 16),
                     Qt::AlignRight | Qt::AlignVCenter, marks.join(QStringLiteral(", ")));
    if (m_view.state != NodeState::Retrying || m_view.attempt <= 0)
        return;
    const QString badge = m_view.maxAttempts > 0 ? QStringLiteral("%1/%2").arg(m_view.attempt).arg(m_view.maxAttempts)
                                                 : QStringLiteral("× %1").arg(m_view.attempt);
    const StatusColours& colours = theme.status(Hue::Running);
    const QRectF pill(m_rect.right() - 22, m_rect.top() - 8, 30, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(pill, 8, 8);
    painter.setPen(colours.onFill);
    painter.drawText(pill, Qt::AlignCenter, badge);
}

GraphEdgeItem::GraphEdgeItem(const Theme& theme, PlacedEdge place)
    : m_theme(theme), m_place(std::move(place)), m_line(roundedPath(m_place.path))
{
}

void GraphEdgeItem::show(const EdgeView& edge)
{
    const bool wasTaken = m_view.taken > 0;
    m_view = edge;
    setZValue(edge.taken > 0 ? 0.5 : 0);
    if (wasTaken != (edge.taken > 0))
        prepareGeometryChange();
    update();
}

QString GraphEdgeItem::words() const
{
    const QString plain = edgeLabel(m_place.label.toStdString());
    if (!m_place.loop || m_view.taken == 0)
        return plain;
    if (m_view.bounded)
        return Graph::tr("%1 %2 of %3")
            .arg(plain)
            .arg(std::min(m_view.taken + 1, m_view.limit))
            .arg(m_view.limit)
            .trimmed();
    return Graph::tr("%1 × %2").arg(plain).arg(m_view.taken).trimmed();
}

QRectF GraphEdgeItem::boundingRect() const
{
    const QRectF label(m_place.labelAt - QPointF(100, 10), QSizeF(200, 20));
    const QRectF line = m_line.boundingRect().adjusted(-kArrow, -kArrow, kArrow, kArrow);
    return m_place.label.isEmpty() && !m_place.loop ? line : line | label;
}

void GraphEdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const Theme& theme = m_theme;
    const bool taken = m_view.taken > 0;
    const QColor colour = taken ? theme.text.secondary : theme.border.strong;
    QPen pen(colour, taken ? theme.size.graphEdgeTaken : theme.size.graphEdge);
    pen.setCapStyle(Qt::FlatCap);
    if (!taken)
        pen.setDashPattern({3, 2.5});
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_line);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawPolygon(arrowHead(m_place.path));

    const QString text = words();
    if (text.isEmpty())
        return;
    QFont font = theme.font(Type::Caption);
    const bool loops = taken && m_place.loop;
    font.setWeight(theme.weight(loops ? QFont::DemiBold : QFont::Normal));
    painter->setFont(font);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + 12;
    const QRectF rect(m_place.labelAt - QPointF(width / 2, 8), QSizeF(width, 16));
    painter->fillRect(rect, theme.surface.inset);
    painter->setPen(loops ? theme.text.primary : taken ? theme.text.secondary : theme.text.tertiary);
    painter->drawText(rect, Qt::AlignCenter, text);
}

} // namespace signalbox::ui
