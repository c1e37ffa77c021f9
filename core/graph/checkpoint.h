// SPDX-License-Identifier: GPL-3.0-or-later
// Where a run stands after a superstep: its state, and the tasks of the next one.
//
// Disk    frontier JSON is part of the store's format (core/store/schema.md)
#pragma once

#include "core/base/json.h"
#include "core/base/time.h"
#include "core/graph/node.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace signalbox::graph {

/// Tokens of waits that the engine itself begins: for a ruling on an effect, and between two tries.
inline constexpr std::string_view kRulingToken = "ruling:";
inline constexpr std::string_view kRetryToken = "retry:";

/// One due, waiting or finished execution of a node in the present superstep.
struct Task {
    enum class Phase : std::uint8_t { Due, Waiting, Done };

    int node = 0; // index in the graph
    std::optional<Json> item{}; // of a fan-out
    int attempt = 1;
    int spent = 0; // attempts before the run failed and was driven again
    Phase phase = Phase::Due;
    std::string token{}; // names the wait in the store while Waiting
    std::string waitsFor{}; // "person", "event" or "time" while Waiting
    std::optional<Json> answer{}; // what ended the last wait
    std::string doubt{}; // the effect and round that a person was asked about
    std::optional<Json> ruling{}; // the person's word on it
    std::string waited{}; // the event of the last wait, so that looking again is not told as news
    Json update = Json(); // values, while Done
    std::optional<Wait> next{}; // what a Done task waits for after this superstep; a fork begins that wait anew
};

struct Frontier {
    std::vector<Task> tasks; // in merging order: node, then item
    std::map<int, std::set<int>> arrived; // join → sources that have run
};

struct Checkpoint {
    std::int64_t number = 0; // 0: the input
    UtcTime at;
    Json state = Json::object();
    Frontier frontier;
    std::int64_t waits = 0; // waits begun so far; makes tokens unique
    std::vector<std::string> nodes; // whose updates made it
};

/// Gives answered waits (token → answer) to their tasks, which become due. Answers with what LiveRun::answers is to
/// say: [{"task": index, "token", "answer"}].
Json applyAnswers(Frontier& frontier, const std::map<std::string, Json>& answers);

class Graph;
Json toJson(const Frontier& frontier, const Graph& graph);
Result<Frontier> frontierFromJson(const Json& json, const Graph& graph);

} // namespace signalbox::graph
