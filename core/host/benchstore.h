// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the store on this machine: a made-up history in a temporary folder, then the reads that pages and
// commands make, first alone, then while events are stored.
//
// Thread  blocks; starts the store thread and one that stores events, and ends both
#pragma once

#include "core/store/samplehistory.h"

#include <string>
#include <vector>

namespace signalbox::host {

struct StoreBenchPlan {
    store::HistorySize size;
    int queries = 2000; // of each kind
    std::string folder; // that holds the store, and keeps it for the next time; empty: a temporary one
};

struct QueryFigures {
    std::string name;
    double p50Us = 0; // wall time
    double p99Us = 0;
    double minUs = 0;
    double cpuUs = 0; // median of the thread's own time
    double p50UsWhileStoring = 0;
    double rowsEach = 0;
};

struct StoreBenchFigures {
    double loadSeconds = 0; // 0: the store was there
    double loadCpuSeconds = 0;
    std::int64_t databaseBytes = 0;
    std::vector<QueryFigures> queries;
    double ingestRowsPerSecond = 0; // events stored while the reads went on
    std::int64_t ingestRows = 0;
};

Result<StoreBenchFigures> benchStore(const StoreBenchPlan& plan);

} // namespace signalbox::host
