// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/graphview.h"

#include "ui/models/words.h"
#include "ui/widgets/graphitems.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <limits>

namespace signalbox::ui {

namespace {

constexpr double kLeft = 16; // around the graph
constexpr double kTop = 36;
constexpr double kBottom = 34; // with the caption
constexpr double kLeastScale = 0.7;
constexpr double kTurn = 64; // degrees of the running arc at each tick

bool sameGraph(const graph::Drawing& a, const graph::Drawing& b)
{
    const bool names = std::ranges::equal(a.nodes, b.nodes, {}, &graph::DrawnNode::name, &graph::DrawnNode::name);
    return a.graph == b.graph && a.version == b.version && names && a.edges == b.edges;
}

} // namespace

GraphView::GraphView(const ThemeSource& themes, QWidget* parent) : QGraphicsView(parent), m_themes(themes)
{
    setLayoutDirection(Qt::LeftToRight); // in any language
    setScene(new QGraphicsScene(this));
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate); // the caption stays where it is while scrolling
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("graph"));
    setAccessibleName(tr("Graph"));
    connect(&themes, &ThemeSource::changed, this, [this] { viewport()->update(); });
}

void GraphView::setDrawing(const graph::Drawing& drawing)
{
    if (!m_whole.nodes.empty() && sameGraph(m_whole, drawing))
        return;
    m_whole = drawing;
    m_open.clear();
    if (!foldsAtFirst(drawing))
        for (const auto& group : drawing.groups)
            m_open.insert(group.name);
    rebuild();
}

void GraphView::rebuild()
{
    scene()->clear();
    m_nodes.clear();
    m_edges.clear();
    m_picked = -1;
    m_fold = fold(m_whole, m_open);
    m_layout = layOut(m_fold.drawing);
    for (const auto& edge : m_layout.edges) {
        m_edges.push_back(new GraphEdgeItem(m_themes.theme(), edge));
        scene()->addItem(m_edges.back());
    }
    for (const auto& node : m_layout.nodes) {
        m_nodes.push_back(new GraphNodeItem(m_themes.theme(), node));
        scene()->addItem(m_nodes.back());
    }
    scene()->setSceneRect(m_layout.bounds.adjusted(-kLeft, -kTop, kLeft, kBottom));
    fit();
}

void GraphView::fit()
{
    const QSizeF content = scene()->sceneRect().size();
    if (content.isEmpty())
        return;
    const double room = std::min(viewport()->width() / content.width(), viewport()->height() / content.height());
    const double scale = std::clamp(room, kLeastScale, 1.0);
    setTransform(QTransform::fromScale(scale, scale));
}

void GraphView::setState(const GraphState& whole, UtcTime now)
{
    m_wholeState = whole;
    m_state = fold(whole, m_fold);
    const GraphState& state = m_state;
    for (std::size_t i = 0; i < m_nodes.size(); ++i)
        if (const NodeView* node = state.node(m_layout.nodes[i].name.toStdString()))
            m_nodes[i]->show(*node, now);
    bringToSight(state);
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const auto& place = m_layout.edges[i];
        const auto view = std::ranges::find_if(state.edges, [&](const EdgeView& edge) {
            return edge.from == m_layout.nodes[place.from].name.toStdString()
                && edge.to == m_layout.nodes[place.to].name.toStdString() && edge.label == place.label.toStdString();
        });
        if (view != state.edges.end())
            m_edges[i]->show(*view);
    }
    describe(now);
}

/// The shown node, or the live one, once another one is.
void GraphView::bringToSight(const GraphState& state)
{
    auto shown = std::ranges::find_if(state.nodes, &NodeView::shown);
    if (shown == state.nodes.end())
        shown = std::ranges::find_if(state.nodes, &NodeView::live);
    const QString name = shown == state.nodes.end() ? QString() : QString::fromStdString(shown->name);
    const int node = m_layout.indexOf(name);
    if (node >= 0 && name != m_inSight) {
        verticalScrollBar()->setValue(verticalScrollBar()->minimum()); // its beginning, as far as both are seen
        ensureVisible(m_layout.nodes[node].rect, 24, 40);
    }
    m_inSight = name;
}

void GraphView::tick(UtcTime now)
{
    m_now = now;
    if (!m_still)
        m_angle = std::fmod(m_angle + kTurn, 360);
    for (auto* node : m_nodes) {
        if (!node->view().live)
            continue;
        node->show(node->view(), now);
        node->turn(m_angle);
    }
}

void GraphView::describe(UtcTime now)
{
    m_now = now;
    int steps = 0;
    for (const auto& node : m_state.nodes)
        steps = std::max(steps, node.position);
    QStringList sentences;
    for (const auto& node : m_state.nodes)
        sentences.append(spokenNode(node, steps, now));
    m_summary = sentences.join(u' ');
    setAccessibleDescription(m_summary);
    if (m_picked >= 0)
        setAccessibleName(spokenNode(m_nodes[m_picked]->view(), steps, now));
    else
        setAccessibleName(tr("Graph, %1 steps").arg(m_state.nodes.size()));
}

QString GraphView::picked() const
{
    return m_picked < 0 ? QString() : m_layout.nodes[m_picked].name;
}

void GraphView::pick(int node)
{
    if (m_picked >= 0)
        m_nodes[m_picked]->setPicked(false);
    m_picked = node;
    if (node < 0)
        return;
    m_nodes[node]->setPicked(hasFocus());
    ensureVisible(m_layout.nodes[node].rect, 24, 40);
    describe(m_now);
    const std::string name = m_layout.nodes[node].name.toStdString();
    emit nodePicked(m_fold.isFolded(name) ? stepIn(name) : m_layout.nodes[node].name);
}

QString GraphView::stepIn(const std::string& folded) const
{
    const NodeView* best = nullptr;
    for (const NodeView& node : m_wholeState.nodes) {
        const auto stand = m_fold.stands.find(node.name);
        if (stand == m_fold.stands.end() || stand->second != folded)
            continue;
        if (!best || std::pair(node.live, node.position) > std::pair(best->live, best->position))
            best = &node;
    }
    return QString::fromStdString(best ? best->name : folded);
}

/// Opens a folded node, or folds the group around one of its steps.
void GraphView::toggleFold(int node)
{
    const std::string name = m_layout.nodes[node].name.toStdString();
    const std::string around = openGroupOf(m_whole, m_open, name);
    const bool opens = m_fold.isFolded(name);
    if (opens)
        m_open.insert(name);
    else if (around.empty() || !foldsAtFirst(m_whole))
        return;
    else
        m_open.erase(around);
    rebuild();
    setState(m_wholeState, m_now);
    m_picked = m_layout.indexOf(QString::fromStdString(opens ? name : around));
    if (m_picked < 0)
        return;
    m_nodes[m_picked]->setPicked(hasFocus());
    ensureVisible(m_layout.nodes[m_picked].rect, 24, 40);
    describe(m_now);
}

int GraphView::nodeAt(QPoint place) const
{
    const auto at = std::ranges::find_if(
        m_layout.nodes, [point = mapToScene(place)](const PlacedNode& node) { return node.rect.contains(point); });
    return at == m_layout.nodes.end() ? -1 : static_cast<int>(at - m_layout.nodes.begin());
}

int GraphView::nearest(int from, int dx, int dy) const
{
    const QPointF origin = m_layout.nodes[from].rect.center();
    int best = from;
    double bestDistance = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < m_layout.nodes.size(); ++i) {
        const QPointF way = m_layout.nodes[i].rect.center() - origin;
        const double along = way.x() * dx + way.y() * dy;
        const double aside = std::abs(way.x() * dy) + std::abs(way.y() * dx);
        if (along <= 1 || along + 3 * aside >= bestDistance)
            continue;
        bestDistance = along + 3 * aside;
        best = static_cast<int>(i);
    }
    return best;
}

void GraphView::mousePressEvent(QMouseEvent* event)
{
    const int node = nodeAt(event->pos());
    if (event->button() == Qt::LeftButton && node >= 0)
        return pick(node);
    QGraphicsView::mousePressEvent(event);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int node = nodeAt(event->pos());
    if (event->button() == Qt::LeftButton && node >= 0)
        toggleFold(node);
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_picked >= 0)
        return toggleFold(m_picked);
    const int dx = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const int dy = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if ((dx == 0 && dy == 0) || m_nodes.empty() || event->modifiers() != Qt::NoModifier)
        return event->ignore(); // the page's own keys
    pick(m_picked < 0 ? 0 : nearest(m_picked, dx, dy));
}

void GraphView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    fit();
    m_inSight.clear();
    bringToSight(m_state);
}

void GraphView::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    if (m_picked >= 0)
        m_nodes[m_picked]->setPicked(true);
    viewport()->update();
}

void GraphView::focusOutEvent(QFocusEvent* event)
{
    QGraphicsView::focusOutEvent(event);
    if (m_picked >= 0)
        m_nodes[m_picked]->setPicked(false);
    viewport()->update();
}

void GraphView::drawBackground(QPainter* painter, const QRectF& rect)
{
    const Theme& theme = m_themes.theme();
    constexpr int kDots = 25;
    painter->save();
    painter->fillRect(rect, theme.surface.inset);
    painter->resetTransform();
    QList<QPoint> dots;
    for (int x = 12; x < viewport()->width(); x += kDots)
        for (int y = 12; y < viewport()->height(); y += kDots)
            dots.append({x, y});
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(theme.border.subtle, 2));
    painter->drawPoints(dots.constData(), static_cast<int>(dots.size()));
    painter->restore();
}

void GraphView::drawForeground(QPainter* painter, const QRectF&)
{
    const Theme& theme = m_themes.theme();
    painter->save();
    painter->resetTransform();
    QFont font = theme.font(Type::Caption);
    font.setWeight(theme.weight(QFont::Normal));
    painter->setFont(font);
    painter->setPen(theme.text.tertiary);
    const bool room = mapFromScene(m_layout.bounds).boundingRect().bottom() < viewport()->height() - 28;
    if (room)
        painter->drawText(QRectF(20, viewport()->height() - 28, viewport()->width() - 40, 16),
                          Qt::AlignLeft | Qt::AlignVCenter, tr("Solid line: taken. Dashed line: not taken."));
    if (hasFocus() && m_picked < 0) {
        painter->setPen(QPen(theme.border.focus, theme.size.focusStroke));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(viewport()->rect().adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

} // namespace signalbox::ui
