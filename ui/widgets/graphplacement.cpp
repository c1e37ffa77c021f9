// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/graphplacement.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace signalbox::ui {

namespace {

constexpr std::string_view kEnd = "__end__";
constexpr int kLeastColumns = 4;

int columnsFor(std::size_t nodes)
{
    return std::max(kLeastColumns, static_cast<int>(1.6 * std::sqrt(static_cast<double>(nodes))));
}

class Placing {
public:
    explicit Placing(const graph::Drawing& drawing) : m_drawing(drawing)
    {
        std::map<std::string, int> index;
        for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
            if (drawing.nodes[i].name == kEnd)
                continue;
            index[drawing.nodes[i].name] = static_cast<int>(m_result.nodes.size());
            m_result.nodes.push_back(static_cast<int>(i));
        }
        for (std::size_t i = 0; i < drawing.edges.size(); ++i) {
            const auto from = index.find(drawing.edges[i].from);
            const auto to = index.find(drawing.edges[i].to);
            if (from != index.end() && to != index.end())
                m_result.links.push_back({from->second, to->second, static_cast<int>(i), false});
        }
        // By the order in which nodes were declared: labels are sorted by name, which says nothing about the flow.
        std::ranges::stable_sort(m_result.links, {}, [](const Link& link) { return std::pair(link.from, link.to); });
        m_result.cells.resize(m_result.nodes.size());
        m_columns = columnsFor(m_result.nodes.size());
    }

    Placement run()
    {
        markBackLinks();
        placeMainFlow();
        placeBranches();
        return std::move(m_result);
    }

private:
    int count() const { return static_cast<int>(m_result.nodes.size()); }

    int entry() const
    {
        for (int node = 0; node < count(); ++node)
            if (m_drawing.nodes[m_result.nodes[node]].entry)
                return node;
        return 0;
    }

    void markBackLinks()
    {
        std::vector<int> mark(m_result.nodes.size(), 0); // 1: on the path, 2: done
        const std::function<void(int)> visit = [&](int node) {
            mark[node] = 1;
            for (auto& link : m_result.links) {
                if (link.from != node)
                    continue;
                link.back = mark[link.to] == 1;
                if (mark[link.to] == 0)
                    visit(link.to);
            }
            mark[node] = 2;
        };
        if (count() > 0)
            visit(entry());
        for (int node = 0; node < count(); ++node)
            if (mark[node] == 0)
                visit(node);
    }

    bool isFree(Cell cell) const { return std::ranges::find(m_result.cells, cell) == m_result.cells.end(); }

    int rows() const
    {
        int last = -1;
        for (const auto& cell : m_result.cells)
            last = std::max(last, cell.row);
        return last + 1;
    }

    /// The cell itself, or the next free one below it.
    void put(int node, Cell cell)
    {
        while (!isFree(cell))
            ++cell.row;
        m_result.cells[node] = cell;
    }

    /// In the first row from that one on with room, as close to its column as can be.
    void putNear(int node, Cell wanted)
    {
        for (;; ++wanted.row) {
            for (int away = 0; away < m_columns; ++away) {
                for (const int column : {wanted.column + away, wanted.column - away}) {
                    if (column >= 0 && column < m_columns && isFree({column, wanted.row})) {
                        m_result.cells[node] = {column, wanted.row};
                        return;
                    }
                }
            }
        }
    }

    void placeMainFlow()
    {
        if (count() == 0)
            return;
        int at = entry();
        for (int column = 0; column < m_columns && at >= 0; ++column) {
            m_result.cells[at] = {column, 0};
            at = nextInFlow(at);
        }
    }

    int nextInFlow(int node) const
    {
        for (const auto& link : m_result.links)
            if (link.from == node && !link.back && m_result.cells[link.to].row < 0)
                return link.to;
        return -1;
    }

    void placeBranches()
    {
        for (int node = 0; node < count(); ++node) // what the main flow chooses stands below the step that does
            if (const Link* link = placedSource(node);
                link && m_result.cells[node].row < 0 && isChosen(*link) && m_result.cells[link->from].row == 0)
                put(node, {m_result.cells[link->from].column, 1});
        for (bool placed = true; placed;) {
            placed = false;
            for (int node = 0; node < count() && !placed; ++node)
                placed = m_result.cells[node].row < 0 && placeAfterSource(node);
        }
        for (int node = 0; node < count(); ++node) // not reachable from the entry
            if (m_result.cells[node].row < 0)
                put(node, {0, rows()});
    }

    /// The first link that leads here from a step that has its place.
    const Link* placedSource(int node) const
    {
        const auto link = std::ranges::find_if(m_result.links, [&](const Link& candidate) {
            return candidate.to == node && !candidate.back && m_result.cells[candidate.from].row >= 0;
        });
        return link == m_result.links.end() ? nullptr : &*link;
    }

    bool isChosen(const Link& link) const { return m_drawing.edges[link.edge].kind == graph::EdgeKind::Conditional; }

    bool placeAfterSource(int node)
    {
        const Link* link = placedSource(node);
        if (!link)
            return false;
        const Cell source = m_result.cells[link->from];
        int column = source.column + 1;
        while (column < m_columns && !isFree({column, source.row}))
            ++column;
        if (column < m_columns && source.row > 0)
            put(node, {column, source.row}); // on to the right
        else if (source.row == 0 && source.column + 1 < m_columns)
            put(node, {source.column + 1, source.row});
        else if (isChosen(*link) || source.column + 1 < m_columns)
            putNear(node, {source.column, source.row > 1 ? source.row : source.row + 1});
        else
            put(node, {0, rows()}); // the flow goes on in a row of its own
        return true;
    }

    const graph::Drawing& m_drawing;
    Placement m_result;
    int m_columns = kLeastColumns;
};

} // namespace

Placement placeNodes(const graph::Drawing& drawing)
{
    return Placing(drawing).run();
}

} // namespace signalbox::ui
