// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the outcomes of a superstep into the next checkpoint: merges updates in
// order, follows edges, begins waits, and tells it all in one StepRecord.
//
// Thread  that of the drive; pure but for the clock
#pragma once

#include "core/graph/merge.h"
#include "core/graph/superstep.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace signalbox::graph {

class Settlement {
public:
    /// `run` is changed in place and outlives this.
    Settlement(const Graph& graph, LiveRun& run, const Clock& clock, bool keepsEvents);

    /// The record with which a drive begins.
    StepRecord open(const std::string& resumed, Json answers);
    StepRecord close(std::vector<TaskOutcome> outcomes);
    /// Of a record that has not been committed: the due tasks begin when it is.
    void announce(StepRecord& record);
    /// Ends the run with a record that has not been committed, unless it has succeeded with it.
    void cancel(StepRecord& record);

    bool held() const { return m_held; } // the last close() met an act that may not happen now
    const std::optional<Error>& broken() const { return m_broken; } // it met a journal that failed

private:
    /// Where a superstep leads.
    struct Onward {
        std::set<int> targets;
        std::vector<Task> fanned;
        std::vector<int> empty; // nodes that were to run over an empty list
        std::set<int> leaves; // ends of sub-graphs that were led to
        std::set<int> followed; // nodes whose edges have been looked at
    };

    void take(Task& task, TaskOutcome outcome);
    void finish(Task& task, TaskOutcome& outcome);
    Json toldUpdate(const Json& values);
    void fail(Task& task, const TaskOutcome& outcome);
    void askForRuling(Task& task, const EffectRecord& effect);
    void beginWait(Task& task, const Wait& wait, std::string_view tokenPrefix);
    void endStep();
    void failStep(int node, const Error& fault);
    Result<void> advance(int& node);
    void leaveGroups(const std::set<int>& ran, const std::set<int>& goesOn, Onward& onward);
    void begin(Onward onward, const std::set<int>& ran);
    Result<void> follow(int node, Onward& onward);
    Result<void> followConditions(int node, Onward& onward);
    Result<void> followFanOuts(int node, Onward& onward);
    void took(int from, int to, const std::string& label, Onward& onward);
    Json edge(int from, int to, const std::string& label) const; // as an event tells it
    StepRecord seal();
    void choosePhase();
    Json facts() const;
    void tell(std::string type, std::string node, Json data);
    std::string nameOf(int node) const;

    const Graph& m_graph;
    Checkpoint& m_at;
    const RunId m_run;
    const bool m_rehearsal;
    const Clock& m_clock;
    const bool m_keepsEvents;
    StepRecord m_record;
    std::map<std::string, Json>
        m_differences; // channel → how a large value that was just given replaces the one before
    bool m_held = false;
    std::optional<Error> m_broken;
    bool m_first = true; // facts have not been told yet
};

} // namespace signalbox::graph
