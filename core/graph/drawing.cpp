// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/drawing.h"

#include "core/graph/graph.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cctype>
#include <set>
#include <sstream>
#include <utility>

namespace signalbox::graph {

namespace {

/// A word that Mermaid does not take for one of its own.
std::string mermaidId(const std::string& name)
{
    if (name == kEnd)
        return "END_";
    static constexpr std::string_view kHex = "0123456789abcdef";
    std::string id = "n_";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '_')
            id += c;
        else
            id.append({'_', kHex[byte >> 4U], kHex[byte & 15U]});
    }
    return id;
}

/// In quotes any text is only text; within them Mermaid reads entities.
std::string mermaidText(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"')
            out += "#quot;";
        else if (c == '#')
            out += "#35;";
        else
            out += c;
    }
    return out + "\"";
}

std::pair<const char*, const char*> mermaidShape(const DrawnNode& node)
{
    if (node.name == kEnd)
        return {"(((", ")))"};
    if (node.entry)
        return {"([", "])"};
    return node.waits ? std::pair{"{{", "}}"} : std::pair{"[", "]"};
}

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out;
}

std::string_view kindName(EdgeKind kind)
{
    static constexpr std::array<std::string_view, 4> kNames{"plain", "conditional", "fan_out", "join"};
    return kNames[static_cast<std::size_t>(kind)];
}

/// Nodes and groups in `group`, indented once more in each group.
void drawMermaidNodes(const Drawing& drawing, const std::string& group, const std::string& indent,
                      std::ostringstream& out)
{
    for (const DrawnNode& node : drawing.nodes) {
        if (node.group != group)
            continue;
        const auto [open, close] = mermaidShape(node);
        const std::string text = node.name == kEnd ? "END" : mermaidText(node.name);
        out << indent << mermaidId(node.name) << open << text << close << '\n';
    }
    for (const DrawnGroup& inner : drawing.groups) {
        if (inner.within != group)
            continue;
        out << indent << "subgraph g" << mermaidId(inner.name) << " [" << mermaidText(inner.name) << "]\n";
        drawMermaidNodes(drawing, inner.name, indent + "    ", out);
        out << indent << "end\n";
    }
}

void drawDotNodes(const Drawing& drawing, const std::string& group, const std::string& indent, std::ostringstream& out)
{
    for (const DrawnNode& node : drawing.nodes) {
        if (node.group != group)
            continue;
        out << indent << '"' << escaped(node.name) << '"';
        if (node.name == kEnd)
            out << " [label=\"END\", shape=doublecircle]";
        else if (node.entry)
            out << " [style=\"rounded,bold\"]";
        else if (node.waits)
            out << " [shape=hexagon]";
        out << ";\n";
    }
    for (const DrawnGroup& inner : drawing.groups) {
        if (inner.within != group)
            continue;
        out << indent << "subgraph \"cluster_" << escaped(inner.name) << "\" {\n"
            << indent << "    label=\"" << escaped(inner.name) << "\";\n";
        drawDotNodes(drawing, inner.name, indent + "    ", out);
        out << indent << "}\n";
    }
}

std::string labelOf(const DrawnEdge& edge)
{
    return edge.kind == EdgeKind::FanOut ? "each " + edge.label : edge.label;
}

} // namespace

std::string toMermaid(const Drawing& drawing)
{
    std::ostringstream out;
    out << "flowchart LR\n";
    drawMermaidNodes(drawing, {}, "    ", out);
    for (const DrawnEdge& edge : drawing.edges) {
        const std::string label = labelOf(edge);
        out << "    " << mermaidId(edge.from) << (edge.kind == EdgeKind::Conditional ? " -.->" : " -->");
        if (!label.empty())
            out << '|' << mermaidText(label) << '|';
        out << ' ' << mermaidId(edge.to) << '\n';
    }
    return out.str();
}

std::string toDot(const Drawing& drawing)
{
    std::ostringstream out;
    out << "digraph \"" << escaped(drawing.graph) << "\" {\n    rankdir=LR;\n    node [shape=box, style=rounded];\n";
    drawDotNodes(drawing, {}, "    ", out);
    for (const DrawnEdge& edge : drawing.edges) {
        const bool dashed = edge.kind == EdgeKind::Conditional;
        const std::string label = labelOf(edge);
        out << "    \"" << escaped(edge.from) << "\" -> \"" << escaped(edge.to) << '"';
        if (!label.empty())
            out << " [label=\"" << escaped(label) << (dashed ? "\", style=dashed]" : "\"]");
        else if (dashed)
            out << " [style=dashed]";
        out << ";\n";
    }
    out << "}\n";
    return out.str();
}

nlohmann::json toJson(const Drawing& drawing)
{
    Json nodes = Json::array();
    for (const DrawnNode& node : drawing.nodes) {
        nodes.push_back({{"name", node.name}, {"entry", node.entry}, {"waits_for_person", node.waits}});
        if (!node.group.empty())
            nodes.back()["group"] = node.group;
    }
    Json edges = Json::array();
    for (const DrawnEdge& edge : drawing.edges) {
        edges.push_back(
            {{"from", edge.from}, {"to", edge.to}, {"kind", std::string(kindName(edge.kind))}, {"label", edge.label}});
    }
    Json groups = Json::array();
    for (const DrawnGroup& group : drawing.groups)
        groups.push_back({{"name", group.name}, {"within", group.within}});
    return {{"graph", drawing.graph},
            {"version", drawing.version},
            {"nodes", nodes},
            {"edges", edges},
            {"groups", std::move(groups)}};
}

std::string foldedName(const Drawing& drawing, const std::string& node)
{
    for (const DrawnGroup& group : drawing.groups) {
        if (group.within.empty() && (node == group.name || node.starts_with(group.name + "/")))
            return group.name;
    }
    return node;
}

Drawing folded(const Drawing& drawing)
{
    Drawing out{.graph = drawing.graph, .version = drawing.version, .nodes = {}, .edges = {}, .groups = {}};
    std::set<std::string> entries;
    std::set<std::string> waits;
    for (const DrawnNode& node : drawing.nodes) {
        const std::string name = foldedName(drawing, node.name);
        if (node.entry)
            entries.insert(name);
        if (node.waits)
            waits.insert(name);
    }
    for (const DrawnNode& node : drawing.nodes) {
        if (foldedName(drawing, node.name) == node.name)
            out.nodes.push_back({node.name, entries.contains(node.name), waits.contains(node.name)});
    }
    for (const DrawnEdge& edge : drawing.edges) {
        const DrawnEdge outer{foldedName(drawing, edge.from), foldedName(drawing, edge.to), edge.kind, edge.label};
        const bool within = outer.from == outer.to && edge.from != outer.from;
        if (!within)
            out.edges.push_back(outer);
    }
    return out;
}

} // namespace signalbox::graph
