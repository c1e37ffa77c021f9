// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables run, event and checkpoint say, as values.
//
// Thread  any: values
// Disk    the names of phases and durabilities are stored
#pragma once

#include "core/graph/journal.h"
#include "core/graph/origin.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::store {

std::string_view phaseName(graph::RunPhase phase); // "queued", "running", …
std::optional<graph::RunPhase> phaseFromName(std::string_view name);
std::string_view durabilityName(graph::Durability durability); // "none", "memory", "normal", "full"
std::optional<graph::Durability> durabilityFromName(std::string_view name);

std::string_view actingName(graph::Acting acting); // "live", "asking", "rehearsal"
std::optional<graph::Acting> actingFromName(std::string_view name);

inline bool isTerminal(graph::RunPhase phase)
{
    return phase >= graph::RunPhase::Succeeded;
}

/// What a list of runs shows.
struct RunHead {
    RunId id;
    std::string agent;
    std::string line;
    graph::RunPhase phase = graph::RunPhase::Queued;
    std::string step; // the node that runs, waits or ran last
    graph::Acting acting = graph::Acting::Live;
    std::string failure;
    std::string facts; // the text of a JSON object: a list of runs reads a few of its members
    std::int64_t checkpoint = 0; // number of the newest
    UtcTime createdAt;
    std::optional<UtcTime> startedAt;
    std::optional<UtcTime> finishedAt;
    std::optional<ApprovalId> approval; // the newest
    std::optional<graph::Origin> origin; // of a fork
};

struct RunRow : RunHead {
    std::string subject; // what it looks after; no two runs have the same. Empty: nothing in particular
    int graphVersion = 1;
    graph::Durability durability = graph::Durability::Normal;
    bool cancelAsked = false;
    std::string leaseOwner; // empty: nobody drives it
    std::int64_t changedSeq = 0; // grows with each change of any run
};

struct StoredEvent {
    std::int64_t seq = 0; // from 1, without gaps, in each run
    UtcTime at;
    std::string type;
    std::string node;
    std::int64_t checkpoint = 0; // the newest one when it happened
    Json data;
};

struct CheckpointHead {
    std::int64_t number = 0;
    UtcTime at;
    std::vector<std::string> nodes;
};

/// A checkpoint whose frontier is still JSON: only the graph can read it.
struct StoredCheckpoint {
    std::int64_t number = 0;
    UtcTime at;
    Json state;
    Json frontier;
    std::int64_t waits = 0;
    std::vector<std::string> nodes;
};

} // namespace signalbox::store
