// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/lockfilefix.h"

#include "core/agents/changebench.h"
#include "core/agents/npmcalls.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::agents {

namespace {

constexpr std::size_t kMostRows = 40; // packages that the request names

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

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
        if (project->lockfile.empty())
            return Error{ErrorCode::InvalidInput,
                         text(state, "line") + " has no lockfile at " + text(state, "commit")
                             + ", so there is none to write anew; commit one"};
        return Json{
            {"lockfile", project->lockfile}, {"lockfile_reads", project->lockfileReads}, {"inside", tree->inside}};
    };
    effect.reconcile = [](std::stop_token) -> Result<graph::Reconciled> { // whatever is there is made anew
        return graph::Reconciled{graph::Reconciled::Fate::NotDone, {}};
    };
    return context.effects.perform(effect);
}

/// A name or version of a lockfile, which may hold anything, as it can stand in a table.
std::string cell(std::string text)
{
    std::ranges::replace_if(
        text, [](unsigned char c) { return c <= ' ' || c == '`' || c == '|' || c == 0x7f; }, '?');
    return text;
}

/// "| money | 1.0.0 | 1.1.0 |", one for each package that changes.
std::string tableOf(const Json& comparison)
{
    const Json packages = fieldOr<Json>(comparison, "packages", Json::array());
    std::string table = "| package | before | after |\n|---|---|---|\n";
    for (std::size_t i = 0; i < std::min(packages.size(), kMostRows); ++i) {
        table += "|";
        for (const char* part : {"package", "before", "after"})
            table += " `" + cell(text(packages[i], part)) + "` |";
        table += "\n";
    }
    const auto all = static_cast<std::size_t>(fieldOr<std::int64_t>(comparison, "packages_changed", 0));
    return all > kMostRows ? table + "\nand " + std::to_string(all - kMostRows) + " more\n" : table;
}

ci::ChangeOffer offerOf(const graph::State& state, const Json& project, const Json& comparison)
{
    const std::string lockfile = text(project, "lockfile");
    const std::string inside = text(project, "inside");
    ci::ChangeOffer offer;
    offer.because = {text(state, "line"), text(state, "number")};
    offer.commit = text(state, "commit");
    offer.base = text(state, "branch");
    offer.branch = kOfferedBranches;
    offer.branch += "lockfile-" + offer.because.number;
    offer.path = inside.empty() ? lockfile : inside + "/" + lockfile;
    offer.title = "Write " + offer.path + " anew";
    offer.text = "`npm ci` fails at " + offer.commit + ": `" + offer.path
        + "` does not match `package.json`. It was written anew by `npm install --package-lock-only`, and a clean "
          "install with it has passed, with lifecycle scripts off. Nothing else is changed.\n\n"
        + tableOf(comparison);
    return offer;
}

Json toJson(const ci::OfferedChange& change)
{
    return {{"number", change.number}, {"page", change.page}, {"branch", change.branch}, {"open", change.isOpen}};
}

Result<Json> openRequest(const SelfHealingPorts& ports, ci::ChangeOffer offer, const std::string& key,
                         const graph::NodeContext& context)
{
    const std::string line = offer.because.line;
    graph::Effect effect;
    effect.key = key + ":pull_request";
    effect.safety = SafetyClass::PullRequest;
    effect.intent = {{"action", "open_pull_request"},
                     {"line", line},
                     {"branch", offer.branch},
                     {"base", offer.base},
                     {"file", offer.path}};
    effect.act = [&](const std::stop_token& stop) -> Result<Json> {
        auto lockfile = ports.npm->healedLockfile(context.run);
        if (!lockfile)
            return lockfile.error();
        offer.content = *std::move(lockfile);
        const auto made = ports.changes->offer(offer, stop);
        return made ? Result<Json>(toJson(*made)) : made.error();
    };
    effect.reconcile = [&](const std::stop_token& stop) -> Result<graph::Reconciled> {
        const auto known = ports.changes->find(line, offer.branch, stop);
        if (!known)
            return known.error();
        return *known ? graph::Reconciled{graph::Reconciled::Fate::Done, toJson(**known)}
                      : graph::Reconciled{graph::Reconciled::Fate::NotDone, {}};
    };
    return context.effects.perform(effect);
}

/// What cannot be made here is no refusal of whoever it would be offered to.
Result<LockfileFix> notMade(const Error& error)
{
    if (error.code != ErrorCode::InvalidInput && error.code != ErrorCode::NotFound)
        return error;
    return LockfileFix{"", "not_made", {}, error.detail};
}

/// The lockfile anew, as "made", or why there is none: "failed", "suspicious".
Result<std::string> writeAnew(const NpmInstallPorts& npm, const graph::State& bench, const std::string& key,
                              const graph::NodeContext& context)
{
    const auto preparing = preparation(bench, NpmStrategy::RegenerateLockfile, key + ":lockfile");
    const auto written = performCall(npm, *preparing, SafetyClass::Workspace, context);
    if (!written)
        return written.error();
    if (written->exitCode != 0)
        return std::string("failed");
    const auto suspicious = performInspection(npm, key + ":checksums", context);
    if (!suspicious)
        return suspicious.error();
    return std::string(suspicious->empty() ? "made" : "suspicious");
}

Result<LockfileFix> madeAndOffered(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                                   const graph::NodeContext& context)
{
    NpmInstallPorts npm;
    npm.npm = ports.npm;
    const auto project = copyProject(ports, state, key, context);
    if (!project)
        return notMade(project.error());
    graph::State bench{{"project", *project}};
    const auto before = performCall(npm, cleanInstall(bench, key + ":install", false), SafetyClass::Workspace, context);
    if (!before)
        return before.error();
    if (before->exitCode == 0)
        return LockfileFix{
            "", "not_made", {}, "npm ci passes here at " + text(state, "commit") + " with the lockfile as it is"};
    const auto made = writeAnew(npm, bench, key, context);
    if (!made)
        return made.error();
    if (*made != "made")
        return LockfileFix{"failed", *made == "suspicious" ? "security" : "fix_failed", {}, {}};
    bench["rewritten"] = true;
    const auto comparison = performOffer(npm, bench, key + ":compare", context);
    if (!comparison)
        return comparison.error();
    const auto after = performCall(npm, cleanInstall(bench, key + ":verify", false), SafetyClass::Workspace, context);
    if (!after)
        return after.error();
    if (after->exitCode != 0 || !comparison->is_object()) // it fails all the same, or is the same
        return LockfileFix{"failed", "fix_failed", {}, {}};
    const auto change = openRequest(ports, offerOf(state, *project, *comparison), key, context);
    if (!change)
        return change.error();
    return LockfileFix{"offered", "offered", *change, {}};
}

} // namespace

Result<LockfileFix> offerLockfile(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                                  const graph::NodeContext& context)
{
    auto fix = madeAndOffered(ports, state, key, context);
    if (fix) // else it may go on where it was
        static_cast<void>(ports.npm->tidy(context.run)); // rubbish that stays is swept with that of other runs
    return fix;
}

} // namespace signalbox::agents
