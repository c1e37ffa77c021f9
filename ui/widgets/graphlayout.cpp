// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/graphlayout.h"

#include "ui/models/words.h"
#include "ui/widgets/graphplacement.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace signalbox::ui {

namespace {

/// Labels are drawn in small type; this is wide enough for it on average.
constexpr double kCharacterWidth = 6.6;
constexpr double kLabelHeight = 16;
constexpr double kLineRoom = 2; // beside a line, without words
constexpr int kFewLanes = 2; // of a channel, as wide apart as can be

QRectF labelRect(QPointF centre, const QString& label)
{
    const double width = kCharacterWidth * static_cast<double>(label.size()) + 8;
    return {centre.x() - width / 2, centre.y() - kLabelHeight / 2, width, kLabelHeight};
}

/// One end of an edge at the top or bottom side of a node.
struct Port {
    int link = 0;
    double towards = 0; // where the other end lies, to keep edges from crossing
};

/// How an edge runs: straight to the next column, straight down, or through lanes.
struct Route {
    bool straight = false;
    bool fromBelow = true; // leaves at the bottom side
    bool toBelow = false; // arrives at the bottom side
    int fromChannel = 0; // below this row; -1: above the first
    int toChannel = 0;
};

/// The room between a row and the next, and where its lanes run below the row.
struct Channel {
    double first = 0;
    double step = 0;
    double height = 0;
};

class Routing {
public:
    Routing(const graph::Drawing& drawing, const Placement& placement, const LayoutSizes& sizes)
        : m_drawing(drawing), m_placement(placement), m_sizes(sizes)
    {
    }

    GraphLayout run()
    {
        chooseRoutes();
        assignPorts();
        assignLanes();
        setRows();
        for (std::size_t node = 0; node < m_placement.nodes.size(); ++node)
            m_layout.nodes.push_back(placed(static_cast<int>(node)));
        for (std::size_t link = 0; link < m_placement.links.size(); ++link)
            m_layout.edges.push_back(edge(static_cast<int>(link)));
        for (auto& drawn : m_layout.edges)
            placeLabel(drawn);
        for (const auto& node : m_layout.nodes)
            m_layout.bounds |= node.rect;
        for (const auto& drawn : m_layout.edges)
            for (const auto& corner : drawn.path)
                m_layout.bounds |= QRectF(corner - QPointF(1, 1), QSizeF(2, 2));
        return std::move(m_layout);
    }

private:
    const Cell& cell(int node) const { return m_placement.cells[node]; }
    double left(int column) const { return column * (m_sizes.nodeWidth + m_sizes.gap); }

    bool columnIsFree(int column, int above, int below) const
    {
        return std::ranges::none_of(m_placement.cells, [&](const Cell& other) {
            return other.column == column && other.row > above && other.row < below;
        });
    }

    void chooseRoutes()
    {
        for (const auto& link : m_placement.links) {
            const Cell from = cell(link.from);
            const Cell to = cell(link.to);
            Route route;
            const int beside = link.back ? 0 : to.column - from.column;
            route.straight = from.row == to.row && (to.column == from.column + 1 || beside == -1);
            if (from.row == to.row) { // loops and jumps run below their row
                route.toBelow = true;
                route.fromChannel = route.toChannel = from.row;
            } else if (from.row < to.row) {
                route.fromChannel = from.row;
                route.toChannel = to.row - 1;
                if (from.column == to.column && columnIsFree(from.column, from.row, to.row))
                    route.straight = true;
            } else {
                route.fromBelow = false;
                route.toBelow = true;
                route.fromChannel = from.row - 1;
                route.toChannel = to.row;
                route.straight = from.column == to.column && columnIsFree(from.column, to.row, from.row);
            }
            m_routes.push_back(route);
        }
    }

    bool usesPorts(const Route& route, const Link& link) const
    {
        return !route.straight || cell(link.from).row != cell(link.to).row;
    }

    void assignPorts()
    {
        std::map<std::pair<int, bool>, std::vector<Port>> sides; // node and bottom side → its ports
        for (std::size_t i = 0; i < m_placement.links.size(); ++i) {
            const Link& link = m_placement.links[i];
            if (!usesPorts(m_routes[i], link))
                continue;
            const int index = static_cast<int>(i);
            sides[{link.from, m_routes[i].fromBelow}].push_back({2 * index, towards(link.from, link.to, link.back)});
            sides[{link.to, m_routes[i].toBelow}].push_back({2 * index + 1, towards(link.to, link.from, link.back)});
        }
        m_ports.assign(2 * m_placement.links.size(), 0);
        for (auto& [side, ports] : sides) {
            std::ranges::stable_sort(ports, {}, &Port::towards);
            const double step = m_sizes.nodeWidth / static_cast<double>(ports.size() + 1);
            for (std::size_t i = 0; i < ports.size(); ++i)
                m_ports[ports[i].link] = left(cell(side.first).column) + step * static_cast<double>(i + 1);
        }
        for (std::size_t i = 0; i < m_placement.links.size(); ++i)
            if (m_routes[i].straight && usesPorts(m_routes[i], m_placement.links[i]))
                m_ports[2 * i + 1] = m_ports[2 * i]; // a straight line down is straight
    }

    double towards(int node, int other, bool back) const
    {
        const double distance = cell(other).column - cell(node).column;
        return distance + (back ? 0.25 : 0);
    }

    /// The vertical gap beside a column that a long way down or up runs through.
    double gutter(const Link& link) const { return left(cell(link.to).column) - m_sizes.gap / 2; }

    void assignLanes()
    {
        m_lanes.assign(m_placement.links.size(), {0, 0});
        std::map<int, std::vector<std::vector<std::pair<double, double>>>> channels; // lanes → their spans
        std::vector<std::size_t> order(m_placement.links.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        // Short loops lie closest to their row.
        std::ranges::stable_sort(order, {}, [&](std::size_t i) {
            const Link& link = m_placement.links[i];
            const bool loop = cell(link.from).row == cell(link.to).row;
            return std::pair(!loop, std::abs(cell(link.from).column - cell(link.to).column));
        });
        for (const std::size_t i : order) {
            if (m_routes[i].straight)
                continue;
            const bool direct = m_routes[i].fromChannel == m_routes[i].toChannel;
            const double middle = direct ? m_ports[2 * i + 1] : gutter(m_placement.links[i]);
            m_lanes[i].first = lane(channels[m_routes[i].fromChannel], m_ports[2 * i], middle);
            m_lanes[i].second
                = direct ? m_lanes[i].first : lane(channels[m_routes[i].toChannel], middle, m_ports[2 * i + 1]);
        }
        for (const auto& [channel, lanes] : channels)
            m_channels[channel] = channelFor(channel, static_cast<int>(lanes.size()));
    }

    int lastRow() const
    {
        int last = 0;
        for (const auto& one : m_placement.cells)
            last = std::max(last, one.row);
        return last;
    }

    Channel channelFor(int row, int lanes) const
    {
        if (row == lastRow())
            return {m_sizes.outerLane, m_sizes.closeLane, 0};
        if (lanes <= kFewLanes)
            return {m_sizes.firstLane, m_sizes.lane, m_sizes.minChannel};
        const double around = m_sizes.closeFirstLane + m_sizes.closeLastLane;
        const double height = std::max(m_sizes.minChannel, around + m_sizes.closeLane * (lanes - 1));
        return {m_sizes.closeFirstLane, (height - around) / (lanes - 1), height};
    }

    static int lane(std::vector<std::vector<std::pair<double, double>>>& lanes, double a, double b)
    {
        constexpr double kApart = 12;
        const auto [low, high] = std::minmax(a, b);
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            const bool clear = std::ranges::none_of(
                lanes[i], [&](const auto& span) { return low - kApart < span.second && high + kApart > span.first; });
            if (clear) {
                lanes[i].emplace_back(low, high);
                return static_cast<int>(i);
            }
        }
        lanes.push_back({{low, high}});
        return static_cast<int>(lanes.size()) - 1;
    }

    void setRows()
    {
        double y = 0;
        for (int row = 0; row <= lastRow(); ++row) {
            m_rowTop.push_back(y);
            y += m_sizes.nodeHeight + (m_channels.contains(row) ? m_channels.at(row).height : m_sizes.minChannel);
        }
    }

    PlacedNode placed(int node) const
    {
        const Cell at = cell(node);
        return {QString::fromStdString(m_drawing.nodes[m_placement.nodes[node]].name),
                QRectF(left(at.column), m_rowTop[at.row], m_sizes.nodeWidth, m_sizes.nodeHeight), at.column, at.row};
    }

    double laneY(int channel, int lane) const
    {
        const Channel& lanes = m_channels.at(channel);
        return m_rowTop[channel] + m_sizes.nodeHeight + lanes.first + lanes.step * lane;
    }

    PlacedEdge edge(int index) const
    {
        const Link& link = m_placement.links[index];
        const Route& route = m_routes[index];
        const QRectF from = m_layout.nodes[link.from].rect;
        const QRectF to = m_layout.nodes[link.to].rect;
        PlacedEdge drawn;
        drawn.from = link.from;
        drawn.to = link.to;
        drawn.label = QString::fromStdString(m_drawing.edges[link.edge].label);
        drawn.loop = link.back;
        if (route.straight && from.top() == to.top()) {
            const bool onwards = to.left() > from.left();
            drawn.path = {{onwards ? from.right() : from.left(), from.center().y()},
                          {onwards ? to.left() : to.right(), to.center().y()}};
            return drawn;
        }
        const QPointF start(m_ports[2 * index], route.fromBelow ? from.bottom() : from.top());
        const QPointF end(m_ports[2 * index + 1], route.toBelow ? to.bottom() : to.top());
        drawn.path.push_back(start);
        if (!route.straight)
            addCorners(drawn.path, index, start.x(), end.x());
        drawn.path.push_back(end);
        return drawn;
    }

    void addCorners(std::vector<QPointF>& path, int index, double startX, double endX) const
    {
        const Route& route = m_routes[index];
        const double first = laneY(route.fromChannel, m_lanes[index].first);
        path.emplace_back(startX, first);
        if (route.fromChannel != route.toChannel) {
            const double x = gutter(m_placement.links[index]);
            const double second = laneY(route.toChannel, m_lanes[index].second);
            path.emplace_back(x, first);
            path.emplace_back(x, second);
            path.emplace_back(endX, second);
        } else {
            path.emplace_back(endX, first);
        }
    }

    bool isTaken(const QRectF& rect) const
    {
        const auto hits = [&](const QRectF& other) { return other.intersects(rect); };
        return std::ranges::any_of(m_labels, hits)
            || std::ranges::any_of(m_layout.nodes, [&](const PlacedNode& node) { return hits(node.rect); });
    }

    /// Whether another edge runs through it.
    bool isCrossed(const QRectF& rect, const PlacedEdge& own) const
    {
        return std::ranges::any_of(m_layout.edges, [&](const PlacedEdge& other) {
            if (&other == &own)
                return false;
            for (std::size_t part = 0; part + 1 < other.path.size(); ++part) {
                const QRectF line = QRectF(other.path[part], other.path[part + 1]).normalized();
                if (line.adjusted(-kLineRoom, -kLineRoom, kLineRoom, kLineRoom).intersects(rect))
                    return true;
            }
            return false;
        });
    }

    std::vector<QPointF> labelPlaces(const PlacedEdge& drawn) const
    {
        const auto& path = drawn.path;
        std::vector<QPointF> places;
        if (path.size() == 2 && path[0].y() == path[1].y()) { // the gap is narrow: below the row
            const QPointF middle((path[0].x() + path[1].x()) / 2, path[0].y() + m_sizes.nodeHeight / 2 + 18);
            const QPointF above(0, -2 * (m_sizes.nodeHeight / 2 + 18));
            const QPointF aside(m_sizes.nodeWidth / 4, 0);
            return {middle, middle - aside, middle + aside, middle + above, middle + QPointF(0, 16)};
        }
        std::size_t longest = path.size() == 2 ? 0 : 1; // the horizontal part
        if (path.size() > 4 && std::abs(path[4].x() - path[3].x()) > std::abs(path[2].x() - path[1].x()))
            longest = 3;
        const std::size_t last = path.size() - 2;
        for (const std::size_t part : {longest, last, std::size_t{0}})
            for (const double share : {0.5, 0.62, 0.38, 0.74, 0.26, 0.86, 0.14})
                places.push_back(path[part] + (path[part + 1] - path[part]) * share);
        return places;
    }

    void placeLabel(PlacedEdge& drawn)
    {
        const auto places = labelPlaces(drawn);
        drawn.labelAt = places.front();
        if (drawn.label.isEmpty() && !drawn.loop)
            return;
        const QString words = edgeLabel(drawn.label.toStdString());
        const QString widest = drawn.loop ? words + QStringLiteral(" 2 of 3") : words;
        const auto isFree = [&](const QPointF& place) { return !isTaken(labelRect(place, widest)); };
        auto clear = std::ranges::find_if(
            places, [&](const QPointF& place) { return isFree(place) && !isCrossed(labelRect(place, widest), drawn); });
        if (clear == places.end())
            clear = std::ranges::find_if(places, isFree);
        if (clear != places.end())
            drawn.labelAt = *clear;
        m_labels.push_back(labelRect(drawn.labelAt, widest));
    }

    const graph::Drawing& m_drawing;
    const Placement& m_placement;
    const LayoutSizes& m_sizes;
    std::vector<Route> m_routes;
    std::vector<double> m_ports; // x of both ends of each link
    std::vector<std::pair<int, int>> m_lanes; // of each link, in its two channels
    std::map<int, Channel> m_channels; // those with lanes, by the row above
    std::vector<double> m_rowTop;
    std::vector<QRectF> m_labels;
    GraphLayout m_layout;
};

} // namespace

int GraphLayout::indexOf(const QString& name) const
{
    const auto at = std::ranges::find(nodes, name, &PlacedNode::name);
    return at == nodes.end() ? -1 : static_cast<int>(at - nodes.begin());
}

GraphLayout layOut(const graph::Drawing& drawing, const LayoutSizes& sizes)
{
    return Routing(drawing, placeNodes(drawing), sizes).run();
}

} // namespace signalbox::ui
