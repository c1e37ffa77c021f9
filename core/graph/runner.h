// SPDX-License-Identifier: GPL-3.0-or-later
// Drives one run, superstep after superstep, until it ends or has to wait.
//
// Thread  drive() on any thread, one at a time for a run; parallel nodes go to the Executor, and the calling
//         thread works beside them, so a full pool never blocks a run
// Errors  those of the Journal; a failing node is not an error but the Rest of the run
#pragma once

#include "core/graph/graph.h"
#include "core/graph/journal.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace signalbox::graph {

/// Threads and timers, lent by the host.
class Executor {
public:
    virtual ~Executor() = default;
    virtual void post(std::function<void()> work) = 0;
    /// Calls `work` after `delay` on some thread, unless the answer is destroyed before.
    virtual std::shared_ptr<void> after(Milliseconds delay, std::function<void()> work) = 0;
};

/// How a drive ended. Parked: told to stop; the run goes on where it was when it is driven again.
enum class Rest : std::uint8_t { Succeeded, Failed, Cancelled, Waiting, Parked };

struct DriveControl {
    std::stop_token stop;
    /// Asked before each superstep and each act, on any thread; false parks the run (hold).
    std::function<bool()> mayStep;
    std::function<bool()> cancelled; // asked when `stop` has been requested: cancel the run or only park it
    /// Of a replay: what the clock said to the task at this place in the frontier when it ran.
    std::function<std::vector<UtcTime>(std::size_t task)> timesOf{};
};

/// A run in memory while it is driven.
struct LiveRun {
    Lease lease;
    Checkpoint at;
    std::string resumed; // why it goes on: "new", "woken", "lease expired", …; empty: no event
    Json answers = Json::array(); // by applyAnswers(), since it was driven last
};

class Runner {
public:
    Runner(const Graph& graph, Journal& journal, Executor& executor, const Clock& clock);

    /// The first checkpoint of a run with this input, an object of channels; anything else counts as empty.
    static Checkpoint start(const Graph& graph, Json input, UtcTime now);

    Result<Rest> drive(LiveRun& run, const DriveControl& control);

private:
    const Graph& m_graph; // these outlive the runner
    Journal& m_journal;
    Executor& m_executor;
    const Clock& m_clock;
};

} // namespace signalbox::graph
