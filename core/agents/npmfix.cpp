// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/npmfix.h"

#include "core/agents/npmcalls.h"
#include "core/agents/npmworkbench.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::agents {

namespace {

constexpr std::size_t kMostRows = 40; // packages that a request names

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

/// As the effect KEY:copy.
Result<Json> copyProject(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                         const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = key + ":copy";
    effect.safety = SafetyClass::Workspace;
    effect.intent = {{"action", "check_out"}, {"line", text(state, "line")}, {"commit", text(state, "commit")}};
    effect.act = [&](const std::stop_token& stop) -> Result<Json> {
        const auto tree = ports.changes->checkOut(context.run, text(state, "line"), text(state, "commit"), stop);
        if (!tree)
            return tree.error();
        const auto project = ports.npm->snapshot(context.run, tree->folder, stop);
        const auto gone = ports.changes->discard(context.run);
        if (!project || !gone)
            return project ? gone.error() : project.error();
        return Json{
            {"lockfile", project->lockfile}, {"lockfile_reads", project->lockfileReads}, {"inside", tree->inside}};
    };
    effect.reconcile = [](std::stop_token) -> Result<graph::Reconciled> { // whatever is there is made anew
        return graph::Reconciled{graph::Reconciled::Fate::NotDone, {}};
    };
    return context.effects.perform(effect);
}

Result<OfferedFix> mended(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                          const graph::NodeContext& context, const Mending& mend)
{
    NpmInstallPorts npm;
    npm.npm = ports.npm;
    const auto project = copyProject(ports, state, key, context);
    if (!project)
        return notMade(project.error());
    FailingProject failing{*project, {{"project", *project}}};
    const NpmCall install = cleanInstall(failing.bench, key + ":install", false);
    const auto before = performCall(npm, install, SafetyClass::Workspace, context);
    if (!before)
        return before.error();
    if (before->exitCode == 0)
        return notMade(
            {ErrorCode::InvalidInput,
             "npm " + install.arguments.front() + " passes here at " + text(state, "commit") + " as the project is"});
    return mend(npm, std::move(failing));
}

} // namespace

Result<OfferedFix> mendProject(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                               const graph::NodeContext& context, const Mending& mend)
{
    auto fix = mended(ports, state, key, context, mend);
    if (fix) // else it may go on where it was
        static_cast<void>(ports.npm->tidy(context.run)); // rubbish that stays is swept with that of other runs
    return fix;
}

std::string pathOf(const Json& project, const std::string& file)
{
    const std::string inside = text(project, "inside");
    return inside.empty() ? file : inside + "/" + file;
}

std::string packageTable(const Json& comparison)
{
    const Json packages = fieldOr<Json>(comparison, "packages", Json::array());
    std::string table = "| package | before | after |\n|---|---|---|\n";
    for (std::size_t i = 0; i < std::min(packages.size(), kMostRows); ++i) {
        table += "|";
        for (const char* part : {"package", "before", "after"})
            table += " " + tableCell(text(packages[i], part)) + " |";
        table += "\n";
    }
    const auto all = static_cast<std::size_t>(fieldOr<std::int64_t>(comparison, "packages_changed", 0));
    return all > kMostRows ? table + "\nand " + std::to_string(all - kMostRows) + " more\n" : table;
}

} // namespace signalbox::agents
