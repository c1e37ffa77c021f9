// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the graph engine with the store it really uses.
//
// Thread  one; starts a pool and a store of its own in a temporary folder
// Errors  Io; those of the engine
#pragma once

#include "core/graph/journal.h"

namespace signalbox::host {

struct BenchPlan {
    int steps = 1000; // supersteps of each run; rounds where fanOut is set
    std::size_t stateBytes = 300;
    graph::Durability durability = graph::Durability::Normal;
    int runs = 1; // side by side
    int fanOut = 0; // tasks a round
    int waiting = 0; // runs that only wait for an event
    bool returnsAll = false; // nodes return the whole payload, not the field that they change
};

struct BenchFigures {
    std::int64_t steps = 0; // of all runs
    double cpuUsPerStep = 0; // user and system time of the process
    double wallSeconds = 0;
    double rssMb = 0; // at the end
    double waitingMb = 0; // what it grew by for the runs that wait
    double loadMs = 0; // to read a late state, as far from a whole one as any
    std::int64_t databaseBytes = 0; // store and write-ahead log
};

Result<BenchFigures> benchGraph(const BenchPlan& plan);

} // namespace signalbox::host
