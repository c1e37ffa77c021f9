// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/runtime.h"

#include "core/local/files.h"
#include "core/local/git.h"
#include "core/local/runfolder.h"
#include "core/store/approvalrepository.h"
#include "core/store/holdrepository.h"
#include "core/store/processowner.h"
#include "core/store/runjournal.h"
#include "core/store/runrepository.h"
#include "resources/embedded.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

constexpr int kFewestThreads = 4;

std::string subjectOf(const ci::RunRef& pipeline)
{
    return std::string(agents::kSelfHealing) + " " + pipeline.line + " #" + pipeline.number;
}

} // namespace

Result<std::unique_ptr<Runtime>> Runtime::open(Options options)
{
    auto workspace = Workspace::load(options.store);
    if (!workspace)
        return workspace.error();
    std::unique_ptr<Runtime> runtime(new Runtime(std::move(options)));
    runtime->m_workspace = *std::move(workspace);
    const fs::path& file = runtime->m_workspace.store;
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
    settings.root = m_workspace.ci;
    settings.supervisor = supervisorProgram();
    settings.repositoryOf = [this](const std::string& line) -> std::optional<fs::path> {
        const auto at = m_workspace.lines.find(line);
        return at == m_workspace.lines.end() ? std::nullopt : std::optional(at->second);
    };
    m_ci = std::make_unique<local::LocalCi>(std::move(settings));
    m_knowledge = std::make_unique<StoredKnowledge>(*m_database, m_clock);
    m_policies = std::make_unique<LinePolicies>(*m_database, m_clock,
                                                [this](const std::string& line) { return folderOf(line); });
    m_pool = std::make_unique<ThreadPool>(
        std::max(kFewestThreads, 2 * static_cast<int>(std::thread::hardware_concurrency())));
    if (auto built = buildAgents(); !built)
        return built;
    buildScheduler();
    return {};
}

Result<void> Runtime::buildAgents()
{
    auto graphs = graphsWith(healingPorts());
    if (!graphs)
        return graphs.error();
    m_graphs = *std::move(graphs);
    return {};
}

Result<std::shared_ptr<const log::Catalogue>> Runtime::catalogue()
{
    std::call_once(m_compiled, [this] {
        const auto patterns = resources::embedded(QStringLiteral("patterns/catalogue.json"));
        if (patterns)
            m_catalogue = log::Catalogue::fromJson({patterns->constData(), static_cast<std::size_t>(patterns->size())});
        else
            m_catalogue = Error{ErrorCode::Internal, "the pattern catalogue is missing from this program"};
    });
    return m_catalogue;
}

Result<GraphSet> Runtime::graphsWith(const agents::SelfHealingPorts& healing)
{
    auto graph = agents::selfHealingGraph(healing);
    if (!graph)
        return graph.error();
    return GraphSet{{std::string(agents::kSelfHealing), *std::move(graph)}};
}

void Runtime::buildScheduler()
{
    m_scheduler = std::make_unique<Scheduler>(
        Scheduler::Scene{.database = *m_database,
                         .pool = *m_pool,
                         .clock = m_clock,
                         .graphs = m_graphs,
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

void Runtime::heard(const store::Changes& changes)
{
    if (m_scheduler)
        m_scheduler->wake();
    if (m_options.onCommit)
        m_options.onCommit(changes);
}

/// Level-triggered: the state of the CI system is looked at, whatever was or was not told.
bool Runtime::hasHappened(const std::string& event)
{
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
    if (const auto watched = watchPipelines(); !watched && m_options.onFailure)
        m_options.onFailure(watched.error());
    const auto version = m_database->dataVersion();
    if (!version || *version == m_seenVersion)
        return;
    m_seenVersion = *version;
    if (m_options.onOtherCommit)
        m_options.onOtherCommit();
}

Result<fs::path> Runtime::folderOf(const std::string& line) const
{
    const auto at = m_workspace.lines.find(line);
    if (at == m_workspace.lines.end())
        return Error{ErrorCode::NotFound, "no line \"" + line + "\" in " + m_workspace.store.string()};
    return at->second;
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
    return m_ci->start(line, what, "person", {});
}

Result<RunId> Runtime::watchPipeline(const ci::RunRef& pipeline)
{
    const graph::Graph& graph = *m_graphs.find(agents::kSelfHealing)->second;
    const graph::Checkpoint start = graph::Runner::start(graph, agents::selfHealingInput(pipeline), m_clock.now());
    store::NewRun run;
    run.agent = std::string(agents::kSelfHealing);
    run.graphVersion = graph.version();
    run.line = pipeline.line;
    run.subject = subjectOf(pipeline);
    run.state = start.state;
    run.frontier = graph::toJson(start.frontier, graph);
    run.facts = start.state;
    const auto created = store::RunRepository(*m_database).create(run, m_clock.now());
    if (!created)
        return created.error();
    return created->run;
}

Result<void> Runtime::watchPipelines()
{
    for (const auto& [line, folder] : m_workspace.lines) {
        int& watchedUpTo = m_watchedUpTo[line];
        int newest = watchedUpTo;
        for (const int number : local::runNumbers(m_workspace.ci / line)) {
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
    if (auto asked = store::RunRepository(*m_database).askToCancel(run); !asked)
        return asked;
    m_scheduler->cancelDrive(run);
    m_scheduler->wake();
    return {};
}

Result<void> Runtime::resume(RunId run)
{
    return store::RunRepository(*m_database).resume(run, m_clock.now());
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
