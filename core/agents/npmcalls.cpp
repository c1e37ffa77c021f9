// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/npmcalls.h"

#include "core/agents/lockfilechange.h"
#include "core/base/digest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>

namespace signalbox::agents {

namespace {

constexpr std::size_t kMostDiffLines = 400;
constexpr std::size_t kMostPackages = 200;

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

Json projectOf(const graph::State& state)
{
    return fieldOr<Json>(state, "project", Json::object());
}

Json toJson(const NpmEnd& end)
{
    return {{"exit_code", end.exitCode}, {"isolated", end.isolated}, {"took_ms", end.took.count()}};
}

NpmEnd endFromJson(const Json& json)
{
    return {.exitCode = static_cast<int>(fieldOr<std::int64_t>(json, "exit_code", 1)),
            .isolated = fieldOr<bool>(json, "isolated", false),
            .took = Milliseconds(fieldOr<std::int64_t>(json, "took_ms", 0))};
}

graph::Reconciled notDone()
{
    return {graph::Reconciled::Fate::NotDone, {}};
}

graph::Reconciled done(Json result)
{
    return {graph::Reconciled::Fate::Done, std::move(result)};
}

void add(std::vector<std::string>& arguments, std::initializer_list<const char*> more)
{
    arguments.insert(arguments.end(), more.begin(), more.end());
}

Json rowsOf(const LockfileChange& change)
{
    Json rows = toJson(change)["packages"];
    if (rows.size() > kMostPackages)
        rows.erase(rows.begin() + kMostPackages, rows.end());
    return rows;
}

Result<Json> offerOf(const NpmInstallPorts& ports, const graph::State& state, RunId run, const std::stop_token& stop)
{
    const auto before = ports.npm->lockfile(run);
    const auto after = ports.npm->healedLockfile(run);
    if (!before || !after)
        return before ? after.error() : before.error();
    if (*after == *before || after->empty())
        return Json();
    const auto change = compareLockfiles(*before, *after);
    if (!change)
        return change.error();
    auto diff = ports.npm->lockfileDiff(run, stop);
    if (!diff)
        return diff.error();
    const std::size_t leftOut = diff->size() - std::min(diff->size(), kMostDiffLines);
    diff->resize(diff->size() - leftOut);
    return Json{{"file", text(projectOf(state), "lockfile")},
                {"folder", text(state, "folder")},
                {"strategy", text(state, "fix")},
                {"class", text(state, "failure_class")},
                {"root_cause", fieldOr<Json>(state, "root_cause", Json::array())},
                {"flags", fieldOr<Json>(state, "flags", Json::array())},
                {"packages", rowsOf(*change)},
                {"packages_changed", change->packages.size()},
                {"packages_kept", change->kept},
                {"diff", *diff},
                {"diff_left_out", leftOut},
                {"before", digestHex(*before)},
                {"after", digestHex(*after)}};
}

} // namespace

Result<NpmEnd> performCall(const NpmInstallPorts& ports, const NpmCall& call, SafetyClass safety,
                           const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = call.key;
    effect.safety = safety;
    effect.intent = {{"action", "npm"}, {"arguments", call.arguments}, {"where", "copy"}};
    effect.act = [&](std::stop_token stop) -> Result<Json> {
        const auto end = ports.npm->call(context.run, call, std::move(stop));
        if (!end)
            return end.error();
        return toJson(*end);
    };
    effect.reconcile = [&](std::stop_token) -> Result<graph::Reconciled> {
        const auto end = ports.npm->ended(context.run, call.key);
        if (!end)
            return end.error();
        return *end ? done(toJson(**end)) : notDone(); // a new call has a copy of its own
    };
    const auto end = context.effects.perform(effect);
    if (!end)
        return end.error();
    return endFromJson(*end);
}

NpmCall cleanInstall(const graph::State& state, const std::string& key, bool patient)
{
    NpmCall call;
    call.key = key;
    call.arguments = {text(projectOf(state), "lockfile").empty() ? "install" : "ci"};
    if (fieldOr<bool>(state, "rewritten", false))
        call.lockfile = NpmCall::Lockfile::Healed;
    for (const std::string& flag : fieldOr<std::vector<std::string>>(state, "flags", {}))
        call.arguments.push_back(flag);
    if (patient)
        add(call.arguments,
            {"--fetch-timeout=120000", "--fetch-retries=3", "--fetch-retry-factor=2", "--fetch-retry-mintimeout=1000",
             "--fetch-retry-maxtimeout=10000"});
    return call;
}

std::optional<NpmCall> preparation(const graph::State& state, NpmStrategy strategy, const std::string& key)
{
    const Json project = projectOf(state);
    const bool hasLockfile = !text(project, "lockfile").empty();
    NpmCall call;
    call.key = key;
    switch (strategy) {
    case NpmStrategy::RetryInstall:
    case NpmStrategy::EmptyCache: return std::nullopt;
    case NpmStrategy::VerifyCache: call.arguments = {"cache", "verify"}; return call;
    case NpmStrategy::RegenerateLockfile:
    case NpmStrategy::LegacyPeerDeps: break;
    }
    if (!hasLockfile) // there is nothing to write anew: the clean install itself has the flag
        return std::nullopt;
    call.arguments = {"install", "--package-lock-only"};
    if (strategy == NpmStrategy::LegacyPeerDeps)
        call.arguments.emplace_back("--legacy-peer-deps");
    call.keepsLockfile = true;
    if (!fieldOr<bool>(project, "lockfile_reads", true))
        call.lockfile = NpmCall::Lockfile::Committed;
    return call;
}

Result<void> performEmptying(const NpmInstallPorts& ports, const std::string& key, const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = key;
    effect.safety = SafetyClass::Cache;
    effect.intent = {{"action", "empty_cache"}};
    effect.act = [&](std::stop_token) -> Result<Json> {
        const auto emptied = ports.npm->emptyCache();
        if (!emptied)
            return emptied.error();
        return Json::object();
    };
    effect.reconcile = [](std::stop_token) -> Result<graph::Reconciled> { return notDone(); }; // twice is as once
    const auto emptied = context.effects.perform(effect);
    return emptied ? Result<void>() : Result<void>(emptied.error());
}

Result<Json> performOffer(const NpmInstallPorts& ports, const graph::State& state, const std::string& key,
                          const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = key;
    effect.intent = {{"action", "compare_lockfiles"}};
    effect.act = [&](std::stop_token stop) { return offerOf(ports, state, context.run, stop); };
    return context.effects.perform(effect);
}

Result<std::vector<std::string>> performInspection(const NpmInstallPorts& ports, const std::string& key,
                                                   const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = key;
    effect.intent = {{"action", "compare_checksums"}};
    effect.act = [&](std::stop_token) -> Result<Json> {
        const auto before = ports.npm->lockfile(context.run);
        const auto after = ports.npm->healedLockfile(context.run);
        if (!before || !after)
            return before ? after.error() : before.error();
        if (after->empty()) // there is none
            return Json{{"suspicious", Json::array()}};
        const auto change = compareLockfiles(*before, *after);
        if (!change)
            return change.error();
        return Json{{"suspicious", change->suspicious}};
    };
    const auto seen = context.effects.perform(effect);
    if (!seen)
        return seen.error();
    return fieldOr<std::vector<std::string>>(*seen, "suspicious", {});
}

Result<void> performAccept(const NpmInstallPorts& ports, const graph::State& state, const graph::NodeContext& context)
{
    const std::string folder = text(state, "folder");
    const Json offer = fieldOr<Json>(state, "offer", Json::object());
    graph::Effect effect;
    effect.key = "accept";
    effect.safety = SafetyClass::PullRequest;
    effect.intent = {{"action", "write_lockfile"}, {"folder", folder}, {"file", text(offer, "file")}};
    effect.act = [&](std::stop_token) -> Result<Json> {
        const auto healed = ports.npm->healedLockfile(context.run);
        if (!healed)
            return healed.error();
        if (digestHex(*healed) != text(offer, "after"))
            return Error{ErrorCode::Conflict, "the healed lockfile is not the one that was shown; run npm-heal again"};
        const auto written
            = ports.npm->accept(context.run, folder, fieldOr<Json>(projectOf(state), "digests", Json::object()));
        if (!written)
            return written.error();
        return Json{{"digest", text(offer, "after")}};
    };
    effect.reconcile = [&](std::stop_token) -> Result<graph::Reconciled> {
        const auto now = ports.npm->digestNow(folder, text(offer, "file"));
        if (!now)
            return now.error();
        if (*now == text(offer, "after"))
            return done({{"digest", *now}});
        return *now == text(offer, "before") ? notDone() : graph::Reconciled{};
    };
    const auto written = context.effects.perform(effect);
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace signalbox::agents
