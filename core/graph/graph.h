// SPDX-License-Identifier: GPL-3.0-or-later
// A compiled state graph: nodes, edges, one entry, END. Immutable, so any number
// of runs may use it at once.
//
// Thread  a builder belongs to one thread; a Graph may be used by any
// Errors  compile(): InvalidInput, with every fault, each naming its node
// Disk    name, version, node and channel names are stored with each run
// Source  the superstep model of Pregel (Malewicz et al., SIGMOD 2010)
#pragma once

#include "core/graph/channel.h"
#include "core/graph/drawing.h"
#include "core/graph/node.h"
#include "core/graph/retrypolicy.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::graph {

inline constexpr std::string_view kEnd = "__end__";
inline constexpr int kEndIndex = -1;

/// Where a step leads: `results` names all that `choose` may answer.
struct Condition {
    std::vector<std::string> results;
    std::function<std::string(const State&)> choose;
};

class Graph {
public:
    struct Branch {
        std::string label;
        int target = kEndIndex;
    };
    struct Step {
        std::unique_ptr<const Node> node;
        NodePolicy policy;
        std::vector<int> plain; // targets
        std::vector<std::pair<Condition, std::vector<Branch>>> conditionals;
        std::vector<std::pair<std::string, int>> fanOuts; // channel, target
        std::vector<int> joins; // indices into joins() of which this step is a source
    };
    struct Join {
        std::vector<int> sources; // sorted
        int target = kEndIndex;
    };
    /// A sub-graph: its nodes are nodes of this graph, named "group/node".
    struct Group {
        std::string name;
        std::vector<int> nodes; // sorted
        int entry = kEndIndex; // where edges to the group lead
        int leave = kEndIndex; // the step that runs once none of them is left to run; edges from the group are its own
    };

    const std::string& name() const { return m_name; }
    int version() const { return m_version; }
    int stepLimit() const { return m_stepLimit; }
    int entry() const { return m_entry; }
    const std::vector<Step>& steps() const { return m_steps; }
    const std::vector<Join>& joins() const { return m_joins; }
    const std::vector<Group>& groups() const { return m_groups; } // those within another before it
    const Channel& channel(const std::string& name) const; // replace by default
    const std::vector<std::string>& factChannels() const { return m_facts; }
    int indexOf(std::string_view node) const; // -1: unknown
    Drawing drawing() const;

private:
    std::string groupOf(int node) const;
    friend class GraphBuilder;
    std::string m_name;
    int m_version = 1;
    int m_stepLimit = 100;
    int m_entry = kEndIndex;
    std::vector<Step> m_steps;
    std::vector<Join> m_joins;
    std::vector<Group> m_groups;
    std::map<std::string, Channel, std::less<>> m_channels;
    std::vector<std::string> m_facts;
};

class Embedding;

class GraphBuilder {
public:
    explicit GraphBuilder(std::string name, int version = 1);

    GraphBuilder& channel(const std::string& name, Channel channel);
    /// Channels that lists of runs show; they are kept beside the run, not only in its checkpoints.
    GraphBuilder& facts(std::vector<std::string> channels);
    GraphBuilder& node(std::unique_ptr<const Node> node, NodePolicy policy = {});
    GraphBuilder& node(const std::string& name, FunctionNode::Function function, NodePolicy policy = {});
    /// A graph as a node of this one: it is entered where it begins, and left when nothing of it is left to run. All
    /// channels are shared.
    GraphBuilder& subgraph(const std::string& name, std::shared_ptr<const Graph> inner);
    /// Only the named channels (inner → outer) are shared; its others stand under "name/channel", empty on each visit.
    GraphBuilder& subgraph(const std::string& name, std::shared_ptr<const Graph> inner,
                           std::map<std::string, std::string> shared);
    GraphBuilder& entry(const std::string& node);
    GraphBuilder& edge(const std::string& from, const std::string& to);
    GraphBuilder& conditional(const std::string& from, Condition condition, std::map<std::string, std::string> targets);
    /// One task of `to` for each element of the array in `channel`; over an empty one, `to` counts as having run.
    GraphBuilder& fanOut(const std::string& from, const std::string& channel, const std::string& to);
    /// `to` runs once all of `sources` have run.
    GraphBuilder& join(const std::vector<std::string>& sources, const std::string& to);
    GraphBuilder& stepLimit(int limit);

    Result<std::shared_ptr<const Graph>> compile();

private:
    struct EdgeSpec {
        std::string from;
        std::string to;
        EdgeKind kind = EdgeKind::Plain;
        std::string label;
    };
    struct ConditionSpec {
        std::string from;
        Condition condition;
        std::map<std::string, std::string> targets;
    };
    void embed(const std::string& name, const std::shared_ptr<const Graph>& inner,
               const std::shared_ptr<const Embedding>& embedding);
    void shareChannels(Graph& graph);
    int entered(const Graph& graph, int index) const;
    bool isInside(const Graph& graph, int index) const;
    void resolve(Graph& graph);
    void resolveCondition(Graph& graph, ConditionSpec& spec);
    void checkPaths(const Graph& graph);
    int target(const Graph& graph, const std::string& from, const std::string& to);
    int source(const Graph& graph, const std::string& from);

    std::unique_ptr<Graph> m_graph;
    std::string m_entry;
    std::vector<EdgeSpec> m_edges;
    std::vector<ConditionSpec> m_conditions;
    std::vector<std::pair<std::vector<std::string>, std::string>> m_joins;
    std::vector<std::pair<std::string, Channel>> m_shared; // of sub-graphs, by their names here
    std::vector<std::string> m_faults;
};

} // namespace signalbox::graph
