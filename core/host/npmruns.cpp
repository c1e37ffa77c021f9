// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/npmruns.h"

#include "core/base/jsonmembers.h"
#include "core/graph/runner.h"
#include "core/host/ports.h"
#include "core/local/npmproject.h"
#include "core/store/auditlog.h"
#include "core/store/checkpointrepository.h"

#include <algorithm>
#include <functional>

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRunsWithLogs = 200; // the newest ones; a run has some hundred kilobytes of them

bool isOver(graph::RunPhase phase)
{
    return phase == graph::RunPhase::Succeeded || phase == graph::RunPhase::Failed
        || phase == graph::RunPhase::Cancelled;
}

} // namespace

fs::path npmFolder(const Workspace& workspace)
{
    return workspace.store.parent_path() / (workspace.store.stem().string() + ".npm");
}

NpmRuns::NpmRuns(store::Database& database, const SharedWorkspace& workspace, const Clock& clock)
    : m_database(database), m_workspace(workspace), m_clock(clock), m_bench(npmFolder(*workspace.now()))
{
}

agents::NpmInstallPorts NpmRuns::ports(const agents::SelfHealingPorts& others)
{
    agents::NpmInstallPorts ports;
    ports.npm = &m_bench;
    ports.knowledge = others.knowledge;
    ports.policy = others.policy;
    ports.rules = [](const std::string& folder) { return rulesOfFolder(folder); };
    ports.catalogue = others.catalogue;
    return ports;
}

/// The line whose repository holds the project, else the project's own name.
std::string NpmRuns::lineOf(const fs::path& project) const
{
    const auto workspace = m_workspace.now();
    for (const auto& [line, repository] : workspace->lines) {
        const fs::path inside = project.lexically_relative(repository);
        if (!inside.empty() && *inside.begin() != "..")
            return line;
    }
    return project.filename();
}

Result<std::optional<RunId>> NpmRuns::openRun(const fs::path& project)
{
    store::RunFilter filter;
    filter.agent = std::string(agents::kNpmInstall);
    filter.line = lineOf(project);
    const auto rows = store::RunRepository(m_database).list(filter);
    if (!rows)
        return rows.error();
    for (const store::RunHead& row : *rows) {
        if (!isOver(row.phase) && jsonText(jsonMember(row.facts, "folder")) == project.string())
            return std::optional(row.id);
    }
    return std::optional<RunId>();
}

bool NpmRuns::isStale(RunId run, const fs::path& project)
{
    const auto newest = store::CheckpointRepository(m_database).newest(run);
    if (!newest)
        return false;
    const Json copied = fieldOr<Json>(newest->state, "project", Json::object());
    const Json digests = fieldOr<Json>(copied, "digests", Json::object());
    for (const auto& [file, digest] : digests.items()) {
        const auto now = m_bench.digestNow(project, file);
        if (now && digest != Json(*now))
            return true;
    }
    return false;
}

/// A run that was cancelled or has failed could not tidy up itself.
void NpmRuns::forgetEnded()
{
    for (const RunId run : m_bench.kept()) {
        const auto row = store::RunRepository(m_database).find(run);
        const bool gone = row ? row->phase == graph::RunPhase::Succeeded || row->phase == graph::RunPhase::Cancelled
                              : row.error().code == ErrorCode::NotFound;
        if (gone)
            static_cast<void>(m_bench.tidy(run)); // rubbish that stays is tried again next time
    }
    std::vector<RunId> logged = m_bench.logged();
    std::ranges::sort(logged, std::greater());
    for (std::size_t i = kRunsWithLogs; i < logged.size(); ++i)
        static_cast<void>(m_bench.forgetLogs(logged[i]));
}

Result<RunId> NpmRuns::start(const fs::path& folder, const graph::Graph& graph)
{
    const auto project = local::npmProject(folder);
    if (!project)
        return project.error();
    const auto open = openRun(*project);
    if (!open)
        return open.error();
    if (*open && !isStale(**open, *project))
        return **open;
    if (*open) {
        const store::Act act{std::string(store::kSystemActor), m_clock.now()}; // its project has changed since
        if (auto cancelled = store::RunRepository(m_database).askToCancel(**open, act); !cancelled)
            return cancelled.error();
    }
    forgetEnded();
    const Json input = agents::npmInstallInput(lineOf(*project), *project);
    const graph::Checkpoint start = graph::Runner::start(graph, input, m_clock.now());
    store::NewRun run;
    run.agent = std::string(agents::kNpmInstall);
    run.graphVersion = graph.version();
    run.line = lineOf(*project);
    run.state = start.state;
    run.frontier = graph::toJson(start.frontier, graph);
    run.facts = start.state;
    const auto created = store::RunRepository(m_database).create(run, m_clock.now());
    if (!created)
        return created.error();
    return created->run;
}

} // namespace signalbox::host
