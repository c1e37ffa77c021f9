// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/graphstate.h"

#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace signalbox::ui {

namespace {

constexpr std::string_view kEnd = "__end__";

/// One node while the events are read.
struct Track {
    NodeView view;
    bool hasWaited = false; // within this visit
    bool due = false; // an edge to it was taken, it has not run yet
};

class Reading {
public:
    explicit Reading(const host::RunDetail& run) : m_run(run)
    {
        for (const auto& node : run.drawing.nodes)
            if (node.name != kEnd)
                begin(m_tracks[node.name], node.name);
        for (const auto& [edge, taken] : run.earlier.taken)
            m_taken[{edge.from, edge.to, edge.label}] = taken;
        m_visits = run.earlier.visits;
    }

    void take(const host::EventRow& event)
    {
        if (event.type == "node_started")
            start(event);
        else if (event.type == "node_finished")
            finish(event);
        else if (event.type == "edge_taken")
            follow(event);
        else if (event.type == "waiting")
            wait(event);
        else if (event.type == "retried")
            retry(event);
        else if (event.type == "failed")
            fail(event);
    }

    std::map<std::string, Track>& tracks() { return m_tracks; }
    int taken(const std::string& from, const std::string& to, const std::string& label) const
    {
        const auto at = m_taken.find({from, to, label});
        return at == m_taken.end() ? 0 : at->second;
    }

private:
    /// As the events before those that are held left it.
    void begin(Track& track, const std::string& name) const
    {
        track.view.name = name;
        const auto earlier = m_run.earlier.nodes.find(name);
        if (earlier == m_run.earlier.nodes.end())
            return;
        track.view.visits = earlier->second.visits;
        track.view.position = earlier->second.position;
        track.view.took = earlier->second.took;
        track.view.state = earlier->second.open ? NodeState::Running
            : track.view.visits > 0             ? NodeState::Succeeded
                                                : NodeState::Pending;
    }

    Track* find(const std::string& name)
    {
        const auto at = m_tracks.find(name);
        return at == m_tracks.end() ? nullptr : &at->second;
    }

    void start(const host::EventRow& event)
    {
        Track* track = find(event.node);
        if (!track)
            return;
        const bool goesOn = track->view.state == NodeState::Running || track->view.state == NodeState::Waiting
            || track->view.state == NodeState::Retrying;
        if (!goesOn) {
            track->view.since = event.at;
            track->view.position = ++m_visits;
            track->hasWaited = false;
        }
        const auto attempt = static_cast<int>(fieldOr<std::int64_t>(event.data, "attempt", 1));
        track->view.attempt = attempt > 1 ? attempt : 0;
        track->due = false;
        track->view.until.reset();
        track->view.state = NodeState::Running;
    }

    void finish(const host::EventRow& event)
    {
        Track* track = find(event.node);
        if (!track)
            return;
        const auto own = Milliseconds(fieldOr<std::int64_t>(event.data, "duration_ms", -1));
        const bool wall = track->hasWaited || own.count() < 0;
        if (!wall)
            track->view.took = own;
        else if (track->view.since)
            track->view.took = event.at - *track->view.since;
        track->view.state = NodeState::Succeeded;
        track->view.since.reset();
        track->view.attempt = 0;
        ++track->view.visits;
    }

    void follow(const host::EventRow& event)
    {
        const auto to = fieldOr<std::string>(event.data, "to", {});
        const auto from = fieldOr<std::string>(event.data, "from", event.node);
        ++m_taken[{from, to, fieldOr<std::string>(event.data, "label", {})}];
        if (Track* track = find(to))
            track->due = true;
    }

    void wait(const host::EventRow& event)
    {
        Track* track = find(event.node);
        if (!track)
            return;
        track->hasWaited = true;
        const bool person = fieldOr<std::string>(event.data, "for", {}) == "person";
        if (track->view.state == NodeState::Succeeded) { // it finished its step, and goes on when woken
            --track->view.visits;
            track->view.since = event.at - track->view.took.value_or(Milliseconds(0));
        }
        if (person)
            track->view.since = event.at;
        track->view.state = person ? NodeState::Waiting : NodeState::Running;
    }

    void retry(const host::EventRow& event)
    {
        Track* track = find(event.node);
        if (!track)
            return;
        track->view.state = NodeState::Retrying;
        track->view.attempt = static_cast<int>(fieldOr<std::int64_t>(event.data, "attempt", 1)) + 1;
        track->view.maxAttempts = static_cast<int>(fieldOr<std::int64_t>(event.data, "of", 0));
        if (const auto next = parseUtc(fieldOr<std::string>(event.data, "next_at", {})))
            track->view.until = *next;
    }

    void fail(const host::EventRow& event)
    {
        const auto why = fieldOr<std::string>(event.data, "error", {});
        for (auto& [name, track] : m_tracks) {
            const bool active = track.view.state == NodeState::Running || track.view.state == NodeState::Retrying;
            if (name != event.node && !(event.node.empty() && active))
                continue;
            if (track.view.since)
                track.view.took = event.at - *track.view.since;
            track.view.since.reset();
            track.view.state = NodeState::Failed;
            track.view.failure = why;
        }
    }

    const host::RunDetail& m_run;
    std::map<std::string, Track> m_tracks;
    std::map<std::tuple<std::string, std::string, std::string>, int> m_taken;
    int m_visits = 0;
};

bool isActive(NodeState state)
{
    return state == NodeState::Running || state == NodeState::Waiting || state == NodeState::Retrying;
}

/// Nodes that a run may still come to from where it stands.
std::set<std::string> reachable(const host::RunDetail& run, std::set<std::string> from)
{
    std::vector<std::string> open(from.begin(), from.end());
    while (!open.empty()) {
        const std::string at = open.back();
        open.pop_back();
        for (const auto& edge : run.drawing.edges)
            if (edge.from == at && from.insert(edge.to).second)
                open.push_back(edge.to);
    }
    return from;
}

/// Pending nodes that no path leads to any more are skipped.
void markSkipped(const host::RunDetail& run, std::map<std::string, Track>& tracks, bool over)
{
    std::set<std::string> standing;
    bool begun = false;
    for (const auto& [name, track] : tracks) {
        begun = begun || track.view.position > 0;
        if (!over && (isActive(track.view.state) || track.due))
            standing.insert(name);
    }
    if (!begun && !over)
        return;
    const auto ahead = reachable(run, standing);
    for (auto& [name, track] : tracks)
        if (track.view.state == NodeState::Pending && !ahead.contains(name))
            track.view.state = NodeState::Skipped;
}

Reading readUntil(const host::RunDetail& run, std::size_t end)
{
    Reading reading(run);
    for (std::size_t i = 0; i < end; ++i)
        reading.take(run.events[i]);
    return reading;
}

/// What was active when the run ended did not come to its end.
void settle(const host::RunDetail& run, std::map<std::string, Track>& tracks)
{
    if (!host::isTerminal(run.summary.state))
        return;
    for (auto& [name, track] : tracks)
        if (isActive(track.view.state))
            track.view.state = run.summary.state == host::RunState::Failed ? NodeState::Failed : NodeState::Skipped;
}

/// At a past moment only what had finished by then is told; the present is told by the live nodes.
void keepPast(std::map<std::string, Track>& tracks)
{
    for (auto& [name, track] : tracks)
        if (isActive(track.view.state)) {
            track.view.state = track.view.visits > 0 ? NodeState::Succeeded : NodeState::Pending;
            track.view.since.reset();
            track.due = true;
        }
}

void markLive(std::map<std::string, Track>& tracks, std::map<std::string, Track>& present)
{
    for (auto& [name, now] : present)
        if (isActive(now.view.state)) {
            tracks[name].view = now.view;
            tracks[name].view.live = true;
        }
}

std::vector<EdgeView> edgesOf(const host::RunDetail& run, const Reading& reading)
{
    std::vector<EdgeView> edges;
    std::map<std::pair<std::string, std::string>, int> parallel;
    std::set<std::string> waits;
    for (const auto& node : run.drawing.nodes)
        if (node.waits)
            waits.insert(node.name);
    for (const auto& edge : run.drawing.edges) {
        if (edge.to == kEnd)
            continue;
        EdgeView view{.from = edge.from, .to = edge.to, .kind = edge.kind, .label = edge.label};
        view.taken = reading.taken(edge.from, edge.to, edge.label);
        if (view.taken == 0 && edge.kind != graph::EdgeKind::Conditional)
            view.taken = reading.taken(edge.from, edge.to, {});
        view.limit = run.maxAttempts;
        view.bounded = run.maxAttempts > 0 && !waits.contains(edge.from);
        edges.push_back(std::move(view));
    }
    return edges;
}

} // namespace

const NodeView* GraphState::node(const std::string& name) const
{
    const auto at = std::ranges::find(nodes, name, &NodeView::name);
    return at == nodes.end() ? nullptr : &*at;
}

std::size_t eventsUntil(const host::RunDetail& run, std::int64_t checkpoint)
{
    std::int64_t reached = run.events.empty() ? 0 : run.events.front().checkpoint;
    std::set<std::string> ended;
    std::size_t next = 0; // index in checkpoints of the one after `reached`
    const auto& rows = run.checkpoints;
    while (next < rows.size() && rows[next].number <= reached)
        ++next;
    for (std::size_t i = 0; i < run.events.size(); ++i) {
        const auto& event = run.events[i];
        if (reached >= checkpoint && event.type == "node_started")
            return i;
        if (event.type == "node_finished")
            ended.insert(event.node);
        const bool whole = next < rows.size() && !rows[next].nodes.empty()
            && std::ranges::all_of(rows[next].nodes, [&](const auto& node) { return ended.contains(node); });
        if (event.type == "node_finished" && whole) {
            reached = rows[next++].number;
            ended.clear();
        }
    }
    return run.events.size();
}

GraphState graphStateOf(const host::RunDetail& run, std::optional<std::int64_t> checkpoint)
{
    const std::int64_t newest = run.checkpoints.empty() ? 0 : run.checkpoints.back().number;
    const bool past = run.later || (checkpoint && *checkpoint < newest);
    Reading present = readUntil(run, run.events.size());
    settle(run, present.tracks());
    Reading reading = past ? readUntil(run, eventsUntil(run, checkpoint.value_or(newest))) : present;
    if (past)
        keepPast(reading.tracks());
    markSkipped(run, reading.tracks(), !past && host::isTerminal(run.summary.state));
    if (!host::isTerminal(run.summary.state) && !run.later)
        markLive(reading.tracks(), present.tracks());

    GraphState state;
    state.shown = checkpoint.value_or(newest);
    state.live = !checkpoint;
    const bool followsLive = !checkpoint
        && std::ranges::any_of(reading.tracks(), [](const auto& track) { return track.second.view.live; });
    const auto row = followsLive ? run.checkpoints.end()
                                 : std::ranges::find(run.checkpoints, state.shown, &host::CheckpointRow::number);
    for (const auto& node : run.drawing.nodes) {
        if (node.name == kEnd)
            continue;
        NodeView view = reading.tracks()[node.name].view;
        view.shown = row != run.checkpoints.end() && std::ranges::find(row->nodes, node.name) != row->nodes.end();
        state.nodes.push_back(std::move(view));
    }
    state.edges = edgesOf(run, reading);
    return state;
}

bool waitsForPerson(const host::RunDetail& run)
{
    const GraphState present = graphStateOf(run, std::nullopt);
    return std::ranges::find(present.nodes, NodeState::Waiting, &NodeView::state) != present.nodes.end();
}

} // namespace signalbox::ui
