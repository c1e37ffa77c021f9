// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/runtime.h"

#include "core/host/runstarter.h"
#include "core/host/secretkeeper.h"
#include "core/host/secrets.h"
#include "core/local/files.h"
#include "core/local/git.h"
#include "core/local/runfolder.h"
#include "core/store/approvalrepository.h"
#include "core/store/holdrepository.h"
#include "core/store/processowner.h"
#include "core/store/runjournal.h"
#include "core/store/runrepository.h"
#include "core/store/sqlerror.h"

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
    SecretKeeper::ofProcess().useStore(workspace->store);
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
    settings.secrets = [this] { return knownSecrets(*m_workspace->now()); };
    m_ci = std::make_unique<local::LocalCi>(std::move(settings));
    m_knowledge = std::make_unique<StoredKnowledge>(*m_database, m_clock);
    m_remotes = std::make_unique<Remotes>(*m_workspace, m_clock);
    m_changes = std::make_unique<RemoteChanges>(*m_remotes, *m_workspace);
    m_issues = std::make_unique<RemoteIssues>(*m_remotes, *m_workspace);
    m_lineCi = std::make_unique<LineCi>(
        LineCi::Scene{.here = *m_ci,
                      .isRemote = [this](const std::string& line) { return m_remotes->has(line); },
                      .there = [this](const std::string& line) -> ci::System& { return m_remotes->of(line); },
                      .clock = m_clock,
                      .aside = [this](std::function<void()> work) { m_pool->post(std::move(work)); },
                      .seen = m_options.onSeen});
    m_policies = std::make_unique<LinePolicies>(
        *m_database, m_clock, [this](const std::string& line) { return policyFile(line); },
        [this](const std::string& line) { return m_workspace->heals(line); });
    m_breaker = std::make_unique<StoredBreaker>(*m_database, m_clock);
    m_npm = std::make_unique<NpmRuns>(*m_database, *m_workspace, m_clock);
    m_adviser = std::make_unique<ModelAdviser>(ModelAdviser::Scene{
        .database = *m_database, .workspace = *m_workspace, .clock = m_clock, .rules = [this](const std::string& line) {
            return m_policies->rules(line);
        }});
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
    buildWatching();
    buildPosting();
    m_superseding = std::make_unique<Superseding>(Superseding::Scene{
        *m_database, m_clock, [this](const ci::RunRef& run) { return laterThan(run); },
        [this](const ci::RunRef& run, int attempt) { return m_watching->hasPassedSince(run, attempt); }});
    return {};
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
                         .left = [this] { return m_watching->unauthorized(); },
                         .hasHappened = [this](const std::string& event) { return hasHappened(event); },
                         .cancelling = [this](const auto& run, const Json& state) { endJobsOf(run, state); },
                         .afterRound = [this] { afterRound(); },
                         .failed =
                             [this](const Error& error) {
                                 if (m_options.onFailure)
                                     m_options.onFailure(error);
                             }});
}

void Runtime::tell(const Error& error)
{
    const auto& hears = store::isOfStore(error) ? m_options.onFailure : m_options.onRemoteFailure;
    if (hears && error.code != ErrorCode::Cancelled) // whoever ends it knows
        hears(error);
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
    m_remotes->outgoing().goOn();
    m_scheduler->start();
    m_watching->start();
    m_posting->start();
}

void Runtime::stop()
{
    if (!m_posting) // it was never built
        return;
    m_remotes->outgoing().giveUp();
    m_watching->stop();
    m_scheduler->stop();
    m_posting->stop();
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
    if (m_superseding)
        m_superseding->changed();
    if (m_scheduler)
        m_scheduler->wake();
    if (changes.news && m_posting)
        m_posting->wake();
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
    if (m_remotes->has(awaited->first.line)) {
        m_watching->expect(awaited->first.line); // a line where nothing went on is looked at seldom
        return m_watching->hasEnded(awaited->first, awaited->second);
    }
    const auto run = m_ci->run(awaited->first, {});
    if (!run)
        return run.error().code == ErrorCode::NotFound; // let the waiting step say so
    return run->attempt >= awaited->second && run->phase == ci::Phase::Finished;
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
    if (const auto looked = m_superseding->look(); !looked && m_options.onFailure)
        m_options.onFailure(looked.error());
    const auto version = m_database->writer().othersVersion();
    if (!version || *version == m_seenVersion)
        return;
    m_seenVersion = *version;
    m_superseding->changed();
    m_posting->wake();
    if (m_options.onOtherCommit)
        m_options.onOtherCommit();
}

Result<ci::RunRef> Runtime::startPipeline(const std::string& line, const std::string& commit)
{
    if (m_remotes->has(line))
        return Error{ErrorCode::InvalidInput, "runs of " + line + " are started where it is, not from here"};
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

Result<RunId> Runtime::watchPipeline(const ci::RunRef& pipeline, int attempt)
{
    const auto created = RunStarter(*m_database, m_graphs, m_clock).heal(pipeline, attempt);
    if (!created)
        return created.error();
    if (created->isNew) {
        const auto kept = keepPolicy(pipeline.line);
        if (!kept && kept.error().code != ErrorCode::InvalidInput)
            tell(kept.error()); // a faulty file is told by the run that reads it
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

Result<void> Runtime::acknowledge(ApprovalId approval)
{
    return store::ApprovalRepository(*m_database).acknowledge(approval, m_clock.now());
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

Result<PolicyFile> Runtime::policyFile(const std::string& line)
{
    if (m_remotes->has(line))
        return m_remotes->policyFile(line);
    const auto folder = folderOf(line);
    return folder ? policyFileIn(*folder) : Result<PolicyFile>(folder.error());
}

Result<ci::Run> Runtime::pipelineShown(const ci::RunRef& run)
{
    return m_options.onSeen ? m_lineCi->lastSeen(run) : m_lineCi->run(run, {});
}

std::vector<ci::Run> Runtime::laterThan(const ci::RunRef& run)
{
    if (m_remotes->has(run.line))
        return m_watching->laterThan(run);
    constexpr std::size_t kMost = 100;
    std::vector<ci::Run> later;
    for (const int number : local::runNumbers(m_workspace->now()->ci / run.line)) {
        if (number <= std::atoi(run.number.c_str()) || later.size() == kMost)
            break;
        if (auto found = m_ci->run({run.line, std::to_string(number)}, {}); found)
            later.push_back(*std::move(found));
    }
    return later;
}

Result<std::filesystem::path> Runtime::logFile(const ci::RunRef& run, const std::string& job, int attempt)
{
    return m_remotes->has(run.line) ? m_remotes->logFile(run, job, attempt) : m_ci->logFile(run, job, attempt);
}

} // namespace signalbox::host
