// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/verification.h"

#include "core/store/checkpointrepository.h"
#include "core/store/effectrepository.h"
#include "core/store/runrepository.h"

namespace signalbox::host {

namespace {

constexpr int kEventsAtOnce = 10'000;

class StoredRecording final : public graph::Recording {
public:
    StoredRecording(store::Database& database, const graph::Graph& graph, const store::RunRow& run)
        : m_database(database), m_graph(graph), m_run(run)
    {
    }

    Result<void> read()
    {
        const auto heads = store::CheckpointRepository(m_database).list(m_run.id);
        if (!heads)
            return heads.error();
        for (const store::CheckpointHead& head : *heads)
            m_numbers.insert(head.number);
        std::vector<std::pair<std::int64_t, graph::Event>> told;
        for (std::int64_t seq = 0;;) {
            auto events = store::RunRepository(m_database).events(m_run.id, seq, kEventsAtOnce);
            if (!events)
                return events.error();
            if (events->empty())
                break;
            seq = events->back().seq;
            for (store::StoredEvent& event : *events)
                told.emplace_back(
                    event.checkpoint,
                    graph::Event{std::move(event.type), std::move(event.node), event.at, std::move(event.data)});
        }
        m_steps = graph::recordedSteps(told);
        return {};
    }

    const std::set<std::int64_t>& numbers() const override { return m_numbers; }
    bool hasSucceeded() const override { return m_run.phase == graph::RunPhase::Succeeded; }
    const std::map<std::int64_t, graph::RecordedStep>& steps() const override { return m_steps; }

    Result<graph::Checkpoint> checkpoint(std::int64_t number) const override
    {
        auto stored = store::CheckpointRepository(m_database).at(m_run.id, number);
        if (!stored)
            return stored.error();
        return checkpointOf(*std::move(stored), m_graph);
    }

    Result<std::optional<graph::EffectRecord>> effect(const std::string& key) const override
    {
        return store::EffectRepository(m_database).find(m_run.id, key);
    }

private:
    store::Database& m_database;
    const graph::Graph& m_graph;
    const store::RunRow& m_run;
    std::set<std::int64_t> m_numbers;
    std::map<std::int64_t, graph::RecordedStep> m_steps;
};

} // namespace

Result<graph::ReplayReport> verifyRun(store::Database& database, const GraphSet& graphs, graph::Executor& executor,
                                      RunId run, std::stop_token stop)
{
    const auto row = store::RunRepository(database).find(run);
    if (!row)
        return row.error();
    const auto graph = graphOf(graphs, row->agent, row->graphVersion);
    if (!graph)
        return Error{graph.error().code, "run " + std::to_string(run.value) + ": " + graph.error().detail};
    StoredRecording recording(database, **graph, *row);
    if (auto read = recording.read(); !read)
        return read.error();
    return graph::replay(**graph, run, recording, executor, std::move(stop));
}

} // namespace signalbox::host
