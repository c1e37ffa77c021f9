// SPDX-License-Identifier: GPL-3.0-or-later
// The engine with everything it stands on: store, pool, local CI, agents, scheduler.
// The console and signalboxctl each have one.
//
// Thread    open() and the destructor: one thread; the rest: any but the store thread
// Errors    open(): those of Workspace and Database
// Shutdown  the destructor stops taking work, parks runs, drains the pool, flushes the store
#pragma once

#include "core/agents/deploymentgate.h"
#include "core/agents/onlookers.h"
#include "core/graph/replay.h"
#include "core/host/auditreading.h"
#include "core/host/auditwitness.h"
#include "core/host/courier.h"
#include "core/host/lineci.h"
#include "core/host/modeladviser.h"
#include "core/host/npmruns.h"
#include "core/host/patterndesk.h"
#include "core/host/policydesk.h"
#include "core/host/ports.h"
#include "core/host/posting.h"
#include "core/host/pruning.h"
#include "core/host/queries.h"
#include "core/host/remotechanges.h"
#include "core/host/remoteissues.h"
#include "core/host/remotes.h"
#include "core/host/sharedworkspace.h"
#include "core/host/storagedesk.h"
#include "core/host/superseding.h"
#include "core/host/surroundings.h"
#include "core/host/watching.h"
#include "core/local/localci.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace signalbox::host {

class Runtime {
public:
    struct Options {
        std::string store; // as of --store
        int workers = 0; // steps that run at once; 0: twice the processors
        store::Listener onCommit; // called on the store thread
        std::function<void()> onOtherCommit; // another process has committed; called on the scheduler's thread
        std::function<void(const Error&)> onFailure; // something could not be done; any thread
        std::function<void(const Error&)> onRemoteFailure; // a line cannot be looked at where it is; any thread
        /// A pipeline run on a server was looked at anew. Whoever takes this is never held up by that server; any
        /// thread.
        std::function<void(const ci::RunRef&)> onSeen;
        std::function<void(const Error&)> onAuditFailure; // its head cannot be kept; told once; any thread
    };

    static Result<std::unique_ptr<Runtime>> open(Options options);
    /// The agents of this version, to be drawn only.
    static Result<GraphSet> agentGraphs() { return graphsWith({}, {}, nullptr, {}); }
    ~Runtime();

    /// Drives runs and watches pipelines from now on.
    void start();
    /// Nothing is driven any more; what was is parked.
    void stop();

    std::shared_ptr<const Workspace> workspace() const { return m_workspace->now(); }
    SharedWorkspace& lines() { return *m_workspace; }
    Queries queries()
    {
        return Queries({*m_database, [this](const ci::RunRef& run) { return pipelineShown(run); }, m_graphs,
                        [this](const auto& run, const auto& job, int attempt) { return logFile(run, job, attempt); },
                        [this](RunId run, const std::string& key) { return m_npm->logFile(run, key); }});
    }
    AuditReading audit() { return {*m_database, person()}; }
    PolicyDesk policies()
    {
        return PolicyDesk(
            {*m_database, m_clock, *m_policies, [this](const std::string& line) { return folderOf(line); }, person()});
    }
    StorageDesk storage() { return StorageDesk({*m_database, m_clock, *m_workspace, person()}); }
    PatternDesk patterns() { return {*m_database, m_clock, person()}; }
    const GraphSet& graphs() const { return m_graphs; }
    store::Database& database() { return *m_database; }
    local::LocalCi& localCi() { return *m_ci; }
    ci::System& ci() { return *m_lineCi; } // of all lines
    Remotes& remotes() { return *m_remotes; }
    Courier& courier() { return *m_courier; }
    ModelAdviser& adviser() { return *m_adviser; }
    ThreadPool& pool() { return *m_pool; }
    const Clock& clock() const { return m_clock; }
    agents::SelfHealingPorts healingPorts()
    {
        return {m_lineCi.get(),  m_knowledge.get(), m_policies.get(), [this] { return catalogue(); },
                m_breaker.get(), m_changes.get(),   &m_npm->bench(),  m_adviser.get(),
                m_issues.get(),  newerRuns(),       deploysTo()};
    }
    /// Brings the messages that wait now, before a command ends: nobody may drive after it. Not while it drives.
    void bringMessages();
    int driving() const { return m_scheduler->driving(); }
    void wake() { m_scheduler->wake(); }

    /// Runs the jobs of a line on its newest commit.
    Result<ci::RunRef> startPipeline(const std::string& line, const std::string& commit = {});
    /// The self-healing run for a pipeline run; the one that it has already, if any.
    Result<RunId> watchPipeline(const ci::RunRef& pipeline, int attempt = 1);
    /// Whether deliveries of GitHub are received by this program from now on.
    void receiveFromGitHub(bool receives) { m_watching->receiveFromGitHub(receives); }
    /// Webhook deliveries were stored.
    void deliveriesCame() { m_watching->deliveriesCame(); }
    /// Lines on servers came, left or changed: they are looked at from now on as they are now.
    void linesChanged() { m_watching->linesChanged(); }
    /// When the server of a line answered last, to the watch that is kept here.
    std::optional<UtcTime> lastAnswer(const std::string& line) const { return m_watching->answered(line); }
    std::optional<UtcTime> nextLook(const std::string& line) const { return m_watching->nextLook(line); }
    /// The server of the line is asked how all stands there: `told` once, by any thread, as RemoteWatch::lookNow().
    void lookNow(const std::string& line, std::function<void(const Result<void>& look)> told)
    {
        m_watching->lookNow(line, std::move(told));
    }
    /// The npm install healer's run for the project in `folder`, as NpmRuns::start() says.
    Result<RunId> healNpm(const std::filesystem::path& folder)
    {
        return m_npm->start(folder, *m_graphs.find(agents::kNpmInstall)->second);
    }
    Result<gate::ApprovalState> decide(ApprovalId approval, const gate::Decision& decision);
    Result<void> takeBack(ApprovalId approval, const std::string& by);
    Result<void> acknowledge(ApprovalId approval);
    Result<void> hold(const gate::Hold& hold);
    Result<void> release(const std::string& line, const std::string& by, const std::string& reason);
    Result<void> cancel(RunId run);
    Result<void> resume(RunId run);
    Result<record::AuditVerdict> verifyAudit() { return m_witness->verify(); }
    /// What the person here did outside the store, on the audit log.
    void note(const char* action, const std::string& line, const std::string& subject);
    /// A new run from a checkpoint of another; a rehearsal unless asked otherwise. It is driven as any other.
    Result<Forked> fork(const ForkRequest& request);
    /// Replays it from its record, in memory.
    Result<graph::ReplayReport> verify(RunId run, std::stop_token stop);

    /// The git repository of a line, or NotFound.
    Result<std::filesystem::path> folderOf(const std::string& line) const { return m_workspace->folderOf(line); }
    static std::filesystem::path supervisorProgram() { return host::supervisorProgram(); }
    static std::string person() { return host::person(); }

private:
    explicit Runtime(Options options) : m_options(std::move(options)) { }
    Result<void> build();
    Result<void> watchPipelines(); // gives every pipeline run a self-healing run
    Result<void> keepPolicy(const std::string& line); // asks a person where it has become looser
    Result<void> buildAgents();
    static Result<GraphSet> graphsWith(const agents::SelfHealingPorts& healing, const agents::NpmInstallPorts& npm,
                                       agents::PolicyKeeper* keeper, const agents::DeploymentGatePorts& gate);
    static Result<GraphSet> rehearsable(const agents::SelfHealingPorts& looking);
    void buildScheduler();
    void buildWatching();
    void buildPosting();
    Result<std::shared_ptr<const log::Catalogue>> catalogue();
    Result<PolicyFile> policyFile(const std::string& line);
    Result<ci::Run> pipelineShown(const ci::RunRef& run);
    void tell(const Error& error); // to who is there for its kind
    Result<std::filesystem::path> logFile(const ci::RunRef& run, const std::string& job, int attempt);
    std::function<Result<std::string>(const ci::Run& run, const std::stop_token& stop)> newerRuns();
    std::function<Result<std::vector<std::string>>(const ci::Run& run, const std::stop_token& stop)> deploysTo();
    Result<std::string> newerThan(const ci::Run& run, const std::stop_token& stop); // the number of one with more
    std::vector<ci::Run> laterThan(const ci::RunRef& run); // that are known, of its line
    bool hasHappened(const std::string& event);
    bool isHeld(const std::string& line);
    void endJobsOf(const store::Claimed& run, const Json& state); // those of this machine
    void afterRound();
    void heard(const store::Changes& changes);
    void buildWitness();
    void witness(); // the audit log has grown

    Options m_options;
    SystemClock m_clock;
    std::unique_ptr<SharedWorkspace> m_workspace;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<AuditWitness> m_witness;
    std::atomic<bool> m_witnessAsked{false};
    std::atomic<bool> m_witnessFailed{false};
    std::jthread m_storeThread;
    std::unique_ptr<local::LocalCi> m_ci;
    std::unique_ptr<Remotes> m_remotes;
    std::unique_ptr<RemoteChanges> m_changes;
    std::unique_ptr<RemoteIssues> m_issues;
    std::unique_ptr<LineCi> m_lineCi;
    std::unique_ptr<StoredKnowledge> m_knowledge;
    std::unique_ptr<LinePolicies> m_policies;
    std::unique_ptr<StoredBreaker> m_breaker;
    std::unique_ptr<NpmRuns> m_npm;
    std::unique_ptr<ModelAdviser> m_adviser;
    std::once_flag m_compiled;
    Result<std::shared_ptr<const log::Catalogue>> m_catalogue{nullptr}; // once m_compiled
    GraphSet m_graphs;
    std::unique_ptr<agents::OnlookingCi> m_onlookingCi;
    std::unique_ptr<agents::OnlookingKnowledge> m_onlookingKnowledge;
    std::unique_ptr<agents::OnlookingPolicy> m_onlookingPolicy;
    GraphSet m_rehearsals;
    std::unique_ptr<Pruning> m_pruning;
    std::unique_ptr<ThreadPool> m_pool;
    std::unique_ptr<Scheduler> m_scheduler;
    std::unique_ptr<Watching> m_watching;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<Posting> m_posting;
    std::unique_ptr<Superseding> m_superseding;
    std::int64_t m_seenVersion = 0; // scheduler thread only
    std::map<std::string, int> m_watchedUpTo; // line → pipeline run; scheduler thread only
};

} // namespace signalbox::host
