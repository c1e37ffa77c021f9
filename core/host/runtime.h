// SPDX-License-Identifier: GPL-3.0-or-later
// The engine with everything it stands on: store, pool, local CI, agents, scheduler.
// The console and signalboxctl each have one.
//
// Thread    open() and the destructor: one thread; the rest: any but the store thread
// Errors    open(): those of Workspace and Database
// Shutdown  the destructor stops taking work, parks runs, drains the pool, flushes the store
#pragma once

#include "core/host/ports.h"
#include "core/host/queries.h"
#include "core/host/workspace.h"
#include "core/local/localci.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace signalbox::host {

class Runtime {
public:
    struct Options {
        std::string store; // as of --store
        store::Listener onCommit; // called on the store thread
        std::function<void()> onOtherCommit; // another process has committed; called on the scheduler's thread
        std::function<void(const Error&)> onFailure; // something could not be done; any thread
    };

    static Result<std::unique_ptr<Runtime>> open(Options options);
    /// The agents of this version, to be drawn only.
    static Result<GraphSet> agentGraphs() { return graphsWith({}); }
    ~Runtime();

    /// Drives runs and watches pipelines from now on.
    void start();
    /// Nothing is driven any more; what was is parked.
    void stop();

    const Workspace& workspace() const { return m_workspace; }
    Queries queries() { return Queries({*m_database, *m_ci, m_graphs}); }
    const GraphSet& graphs() const { return m_graphs; }
    store::Database& database() { return *m_database; }
    local::LocalCi& ci() { return *m_ci; }
    ThreadPool& pool() { return *m_pool; }
    const Clock& clock() const { return m_clock; }
    agents::SelfHealingPorts healingPorts()
    {
        return {m_ci.get(), m_knowledge.get(), m_policies.get(), [this] { return catalogue(); }};
    }
    int driving() const { return m_scheduler->driving(); }
    void wake() { m_scheduler->wake(); }

    /// Runs the jobs of a line on its newest commit.
    Result<ci::RunRef> startPipeline(const std::string& line, const std::string& commit = {});
    /// The self-healing run for a pipeline run; the one that it has already, if any.
    Result<RunId> watchPipeline(const ci::RunRef& pipeline);
    Result<gate::ApprovalState> decide(ApprovalId approval, const gate::Decision& decision);
    Result<void> takeBack(ApprovalId approval, const std::string& by);
    Result<void> hold(const gate::Hold& hold);
    Result<void> release(const std::string& line, const std::string& by, const std::string& reason);
    Result<void> cancel(RunId run);
    Result<void> resume(RunId run);

    /// The git repository of a line, or NotFound.
    Result<std::filesystem::path> folderOf(const std::string& line) const;
    /// The program that runs the jobs of the local CI.
    static std::filesystem::path supervisorProgram();
    /// Who decides here: the operating system's user.
    static std::string person();

private:
    explicit Runtime(Options options) : m_options(std::move(options)) { }
    Result<void> build();
    Result<void> watchPipelines(); // gives every pipeline run a self-healing run
    Result<void> buildAgents();
    static Result<GraphSet> graphsWith(const agents::SelfHealingPorts& healing);
    void buildScheduler();
    Result<std::shared_ptr<const log::Catalogue>> catalogue();
    bool hasHappened(const std::string& event);
    bool isHeld(const std::string& line);
    void afterRound();
    void heard(const store::Changes& changes);

    Options m_options;
    SystemClock m_clock;
    Workspace m_workspace;
    std::unique_ptr<store::Database> m_database;
    std::jthread m_storeThread;
    std::unique_ptr<local::LocalCi> m_ci;
    std::unique_ptr<StoredKnowledge> m_knowledge;
    std::unique_ptr<LinePolicies> m_policies;
    std::once_flag m_compiled;
    Result<std::shared_ptr<const log::Catalogue>> m_catalogue{nullptr}; // once m_compiled
    GraphSet m_graphs;
    std::unique_ptr<ThreadPool> m_pool;
    std::unique_ptr<Scheduler> m_scheduler;
    std::int64_t m_seenVersion = 0; // scheduler thread only
    std::map<std::string, int> m_watchedUpTo; // line → pipeline run; scheduler thread only
};

} // namespace signalbox::host
