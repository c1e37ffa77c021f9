// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/runtime.h"

#include "core/host/forking.h"
#include "core/host/patterncache.h"
#include "core/host/runstarter.h"
#include "core/host/verification.h"
#include "core/local/files.h"
#include "core/local/git.h"
#include "core/local/runfolder.h"
#include "core/store/approvalrepository.h"
#include "core/store/holdrepository.h"
#include "core/store/processowner.h"
#include "core/store/runjournal.h"
#include "core/store/runrepository.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

constexpr int kFewestThreads = 4;

} // namespace

Result<std::unique_ptr<Runtime>> Runtime::open(Options options)
{
    auto workspace = Workspace::load(options.store);
    if (!workspace)
        return workspace.error();
    std::unique_ptr<Runtime> runtime(new Runtime(std::move(options)));
    const fs::path file = workspace->store;
    runtime->m_workspace = std::make_unique<SharedWorkspace>(*std::move(workspace));
    if (auto made = local::makeFolder(file.parent_path()); !made)
        return Error{ErrorCode::Io,
                     "the store " + file.string() + " has no folder: " + made.error().detail
                         + "; name another place with --store"};
    auto database = store::Database::open(file.string());
    if (!database)
        return database.error();
    runtime->m_database = *std::move(database);
    if (auto built = runtime->build(); !built)
        return built.error();
    return runtime;
}

Result<void> Runtime::build()
{
    m_database->writer().setListener([this](const store::Changes& changes) { heard(changes); });
    m_storeThread = std::jthread([this](std::stop_token stop) { m_database->writer().run(std::move(stop)); });
    local::LocalCiSettings settings;
    const auto workspace = m_workspace->now();
    settings.root = workspace->ci;
    settings.supervisor = supervisorProgram();
    settings.repositoryOf = [this](const std::string& line) -> std::optional<fs::path> {
        const auto folder = folderOf(line);
        return folder ? std::optional(*folder) : std::nullopt;
    };
    m_ci = std::make_unique<local::LocalCi>(std::move(settings));
    m_knowledge = std::make_unique<StoredKnowledge>(*m_database, m_clock);
    m_policies = std::make_unique<LinePolicies>(*m_database, m_clock,
                                                [this](const std::string& line) { return folderOf(line); });
    m_breaker = std::make_unique<StoredBreaker>(*m_database, m_clock);
    m_npm = std::make_unique<NpmRuns>(*m_database, *m_workspace, m_clock);
    m_pool = std::make_unique<ThreadPool>(
        m_options.workers > 0 ? m_options.workers
                              : std::max(kFewestThreads, 2 * static_cast<int>(std::thread::hardware_concurrency())));
    m_pruning = std::make_unique<Pruning>(Pruning::Scene{*m_database, *m_pool, m_clock,
                                                         [this] { return m_workspace->now()->keepCheckpointsDays; },
                                                         m_options.onFailure});
    if (auto built = buildAgents(); !built)
        return built;
    buildWitness();
    buildScheduler();
    return {};
}

Result<void> Runtime::buildAgents()
{
    auto graphs = graphsWith(healingPorts(), m_npm->ports(healingPorts()), m_policies.get());
    if (!graphs)
        return graphs.error();
    m_graphs = *std::move(graphs);
    m_onlookingCi = std::make_unique<agents::OnlookingCi>(m_ci.get());
    m_onlookingKnowledge = std::make_unique<agents::OnlookingKnowledge>(m_knowledge.get());
    m_onlookingPolicy = std::make_unique<agents::OnlookingPolicy>(m_policies.get());
    auto rehearsals = rehearsable(
        {m_onlookingCi.get(), m_onlookingKnowledge.get(), m_onlookingPolicy.get(), [this] { return catalogue(); }});
    if (!rehearsals)
        return rehearsals.error();
    m_rehearsals = *std::move(rehearsals);
    return {};
}

/// The agents that can be forked and replayed: those whose ports have onlookers.
Result<GraphSet> Runtime::rehearsable(const agents::SelfHealingPorts& looking)
{
    auto graph = agents::selfHealingGraph(looking);
    if (!graph)
        return graph.error();
    return GraphSet{{std::string(agents::kSelfHealing), *std::move(graph)}};
}

Result<std::shared_ptr<const log::Catalogue>> Runtime::catalogue()
{
    std::call_once(m_compiled, [this] { m_catalogue = PatternCache().catalogue(); });
    return m_catalogue;
}

Result<GraphSet> Runtime::graphsWith(const agents::SelfHealingPorts& healing, const agents::NpmInstallPorts& npm,
                                     agents::PolicyKeeper* keeper)
{
    auto graph = agents::selfHealingGraph(healing);
    if (!graph)
        return graph.error();
    auto review = agents::policyReviewGraph(keeper);
    if (!review)
        return review.error();
    auto installing = agents::npmInstallGraph(npm);
    if (!installing)
        return installing.error();
    return GraphSet{{std::string(agents::kSelfHealing), *std::move(graph)},
                    {std::string(agents::kPolicyReview), *std::move(review)},
                    {std::string(agents::kNpmInstall), *std::move(installing)}};
}

void Runtime::buildScheduler()
{
    m_scheduler = std::make_unique<Scheduler>(
        Scheduler::Scene{.database = *m_database,
                         .pool = *m_pool,
                         .clock = m_clock,
                         .graphs = m_graphs,
                         .rehearsals = m_rehearsals,
                         .owner = store::thisProcess(),
                         .journal =
                             [this](const graph::Graph& graph) {
                                 return std::make_unique<store::RunJournal>(*m_database, graph, m_clock);
                             },
                         .isHeld = [this](const std::string& line) { return isHeld(line); },
                         .hasHappened = [this](const std::string& event) { return hasHappened(event); },
                         .afterRound = [this] { afterRound(); },
                         .failed =
                             [this](const Error& error) {
                                 if (m_options.onFailure)
                                     m_options.onFailure(error);
                             }});
}

Runtime::~Runtime()
{
    stop();
    if (m_storeThread.joinable()) {
        m_storeThread.request_stop();
        m_storeThread.join(); // its last news may still reach the scheduler, which goes after it
    }
    m_pool.reset();
    if (m_witnessAsked)
        witness();
}

void Runtime::start()
{
    m_pool->post([this] {
        if (const auto started = m_ci->startUntouched({}); !started && m_options.onFailure)
            m_options.onFailure(started.error());
    });
    m_scheduler->start();
}

void Runtime::stop()
{
    if (m_scheduler)
        m_scheduler->stop();
}

void Runtime::buildWitness()
{
    m_witness = std::make_unique<AuditWitness>(*m_database, Workspace::userFolder() / "audit");
    if (m_database->isNew()) {
        if (const auto anew = m_witness->beginAnew(); !anew && m_options.onAuditFailure)
            m_options.onAuditFailure(anew.error());
    }
    witness(); // what an end between commit and head has left
}

void Runtime::witness()
{
    m_witnessAsked = false;
    const auto advanced = m_witness->advance();
    if (!m_witnessFailed.exchange(!advanced) && !advanced && m_options.onAuditFailure)
        m_options.onAuditFailure(advanced.error());
}

void Runtime::heard(const store::Changes& changes)
{
    if (changes.audit && m_pool && !m_witnessAsked.exchange(true))
        m_pool->post([this] { witness(); });
    if (m_scheduler)
        m_scheduler->wake();
    if (m_options.onCommit)
        m_options.onCommit(changes);
}

/// Level-triggered: the state of the CI system is looked at, whatever was or was not told.
bool Runtime::hasHappened(const std::string& event)
{
    if (const auto outage = agents::outageOf(event)) {
        const auto over = store::OutageRepository(*m_database).isOver(*outage);
        return over && *over;
    }
    const auto awaited = ci::attemptOf(event);
    if (!awaited)
        return false;
    const auto run = m_ci->run(awaited->first, {});
    if (!run)
        return run.error().code == ErrorCode::NotFound; // let the waiting step say so
    return run->attempt > awaited->second || (run->attempt == awaited->second && run->phase == ci::Phase::Finished);
}

bool Runtime::isHeld(const std::string& line)
{
    const auto held = store::HoldRepository(*m_database).isHeld(line);
    return !held || *held; // a store that cannot be read holds everything
}

void Runtime::afterRound()
{
    m_pruning->look();
    if (const auto watched = watchPipelines(); !watched && m_options.onFailure)
        m_options.onFailure(watched.error());
    const auto version = m_database->writer().othersVersion();
    if (!version || *version == m_seenVersion)
        return;
    m_seenVersion = *version;
    if (m_options.onOtherCommit)
        m_options.onOtherCommit();
}

Result<ci::RunRef> Runtime::startPipeline(const std::string& line, const std::string& commit)
{
    const auto folder = folderOf(line);
    if (!folder)
        return folder.error();
    std::string what = commit;
    if (what.empty()) {
        auto branch = local::Git(*folder).defaultBranch({});
        if (!branch)
            return branch.error();
        what = *std::move(branch);
    }
    auto started = m_ci->start(line, what, "person", {});
    if (started)
        note("pipeline_started", line, line + " #" + started->number);
    return started;
}

void Runtime::note(const char* action, const std::string& line, const std::string& subject)
{
    record::AuditEntry entry{.at = m_clock.now(),
                             .actor = person(),
                             .action = action,
                             .subject = subject,
                             .line = line,
                             .reason = {},
                             .evidenceHash = {}};
    const auto noted = m_database->writer().write([&](store::Connection& connection, store::Changes& changes) {
        return store::appendAudit(connection, changes, std::move(entry));
    });
    if (!noted && m_options.onFailure)
        m_options.onFailure(noted.error());
}

Result<RunId> Runtime::watchPipeline(const ci::RunRef& pipeline)
{
    RunStarter starter(*m_database, m_graphs, m_clock);
    const auto created = starter.heal(pipeline);
    if (!created)
        return created.error();
    if (created->isNew) {
        const auto kept = keepPolicy(pipeline.line);
        if (!kept && kept.error().code != ErrorCode::InvalidInput && m_options.onFailure)
            m_options.onFailure(kept.error()); // a faulty file is told by the run that reads it
        if (const auto looked = m_ci->run(pipeline, {}); looked) // what is asked of a run that is lost stays
            if (auto done = starter.supersedeOlderCommits(*looked, created->run); !done)
                return done.error();
    }
    return created->run;
}

Result<void> Runtime::keepPolicy(const std::string& line)
{
    const auto looser = m_policies->keep(line);
    if (!looser)
        return looser.error();
    return *looser ? RunStarter(*m_database, m_graphs, m_clock).reviewPolicy(**looser) : Result<void>();
}

Result<void> Runtime::watchPipelines()
{
    const auto workspace = m_workspace->now();
    for (const auto& [line, folder] : workspace->lines) {
        int& watchedUpTo = m_watchedUpTo[line];
        int newest = watchedUpTo;
        for (const int number : local::runNumbers(workspace->ci / line)) {
            if (number <= watchedUpTo)
                break;
            if (const auto watched = watchPipeline({line, std::to_string(number)}); !watched)
                return watched.error();
            newest = std::max(newest, number);
        }
        watchedUpTo = newest;
    }
    return {};
}

Result<gate::ApprovalState> Runtime::decide(ApprovalId approval, const gate::Decision& decision)
{
    return store::ApprovalRepository(*m_database).decide(approval, decision, m_clock.now());
}

Result<void> Runtime::takeBack(ApprovalId approval, const std::string& by)
{
    return store::ApprovalRepository(*m_database).takeBack(approval, m_clock.now(), by);
}

Result<void> Runtime::hold(const gate::Hold& hold)
{
    return store::HoldRepository(*m_database).put(hold);
}

Result<void> Runtime::release(const std::string& line, const std::string& by, const std::string& reason)
{
    return store::HoldRepository(*m_database).release(line, {.by = by, .reason = reason, .at = m_clock.now()});
}

Result<void> Runtime::cancel(RunId run)
{
    if (auto asked = store::RunRepository(*m_database).askToCancel(run, {person(), m_clock.now()}); !asked)
        return asked;
    m_scheduler->cancelDrive(run);
    m_scheduler->wake();
    return {};
}

Result<void> Runtime::resume(RunId run)
{
    return store::RunRepository(*m_database).resume(run, {person(), m_clock.now()});
}

Result<Forked> Runtime::fork(const ForkRequest& request)
{
    return forkRun(*m_database, m_rehearsals, request, {person(), m_clock.now()});
}

Result<graph::ReplayReport> Runtime::verify(RunId run, std::stop_token stop)
{
    agents::OnlookingCi ci(nullptr);
    agents::OnlookingKnowledge knowledge(nullptr);
    agents::OnlookingPolicy policy(nullptr);
    const auto graphs = rehearsable({&ci, &knowledge, &policy});
    if (!graphs)
        return graphs.error();
    return verifyRun(*m_database, *graphs, *m_pool, run, std::move(stop));
}

/// Beside this program, or where an installation puts it.
fs::path Runtime::supervisorProgram()
{
    std::error_code error;
    const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
    const fs::path installed = here.parent_path() / "libexec" / "signalbox" / "signalbox-job";
    return fs::exists(installed, error) ? installed : here / "signalbox-job";
}

std::string Runtime::person()
{
    if (const passwd* entry = getpwuid(getuid()); entry && entry->pw_name)
        return entry->pw_name;
    return std::to_string(getuid());
}

} // namespace signalbox::host
