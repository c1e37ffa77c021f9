// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/dependencyfix.h"

#include "core/agents/npmcalls.h"
#include "core/agents/npmconflict.h"
#include "core/agents/npmfix.h"

#include <nlohmann/json.hpp>

namespace signalbox::agents {

namespace {

constexpr std::size_t kMostTries = 3;

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

OfferedFix failed(const char* reason)
{
    return {"failed", reason, {}, {}};
}

Json objectIn(const std::string& manifest)
{
    auto json = parseJson(manifest);
    return json ? *std::move(json) : Json::object();
}

/// `before` with that one range, where it stands there once and nothing else differs; else as npm writes it.
std::string manifestWith(const std::string& before, const std::string& after, const ConflictRemedy& remedy,
                         const std::string& range)
{
    const std::string name = Json(remedy.package).dump();
    const std::string declared = Json(remedy.declared).dump();
    std::vector<std::size_t> places;
    for (std::size_t at = before.find(name); at != std::string::npos; at = before.find(name, at + 1)) {
        const std::size_t value = before.find_first_not_of(" \t\r\n:", at + name.size());
        if (value != std::string::npos && before.compare(value, declared.size(), declared) == 0)
            places.push_back(value);
    }
    if (places.size() != 1)
        return after;
    const std::string changed = std::string(before).replace(places.front(), declared.size(), Json(range).dump());
    return objectIn(changed) == objectIn(after) ? changed : after;
}

/// What there is to be tried, best first.
Result<std::vector<ConflictRemedy>> findRemedies(const NpmInstallPorts& npm, const std::string& key,
                                                 const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = key + ":conflict";
    effect.intent = {{"action", "read_conflict"}};
    effect.act = [&](std::stop_token) -> Result<Json> {
        const auto log = npm.npm->log(context.run, key + ":install");
        const auto manifest = npm.npm->manifest(context.run);
        if (!log || !manifest)
            return log ? manifest.error() : log.error();
        Json list = Json::array();
        for (const ConflictRemedy& remedy : conflictRemedies(*log, *manifest))
            list.push_back({{"package", remedy.package},
                            {"range", remedy.range},
                            {"declared", remedy.declared},
                            {"clash", remedy.clash}});
        return Json{{"remedies", std::move(list)}};
    };
    const auto seen = context.effects.perform(effect);
    if (!seen)
        return seen.error();
    std::vector<ConflictRemedy> remedies;
    for (const Json& one : fieldOr<Json>(*seen, "remedies", Json::array()))
        remedies.push_back({text(one, "package"), text(one, "range"), text(one, "declared"), text(one, "clash")});
    remedies.resize(std::min(remedies.size(), kMostTries));
    return remedies;
}

NpmCall updateCall(const ConflictRemedy& remedy, const std::string& key)
{
    NpmCall call;
    call.key = key;
    call.arguments = {"install", remedy.package + "@" + remedy.range, "--package-lock-only"};
    if (remedy.declared.starts_with('~')) // as the project has it
        call.arguments.emplace_back("--save-prefix=~");
    else if (remedy.declared.find_first_not_of("0123456789.") == std::string::npos)
        call.arguments.emplace_back("--save-exact");
    call.keepsLockfile = true;
    call.keepsManifest = true;
    return call;
}

/// The range that the manifest has then; empty where it is the same, or where something else has changed in it.
Result<std::string> performManifestCheck(const NpmInstallPorts& npm, const ConflictRemedy& remedy,
                                         const std::string& key, const graph::NodeContext& context)
{
    graph::Effect effect;
    effect.key = key;
    effect.intent = {{"action", "compare_manifests"}};
    effect.act = [&](std::stop_token) -> Result<Json> {
        const auto before = npm.npm->manifest(context.run);
        const auto after = npm.npm->healedManifest(context.run);
        if (!before || !after)
            return before ? after.error() : before.error();
        Json expected = objectIn(*before);
        const Json now = objectIn(*after);
        std::string range;
        for (const char* kind : {"dependencies", "devDependencies", "optionalDependencies"}) {
            if (text(fieldOr<Json>(expected, kind, Json::object()), remedy.package).empty())
                continue;
            range = text(fieldOr<Json>(now, kind, Json::object()), remedy.package);
            expected[kind][remedy.package] = range;
        }
        return Json{{"range", expected == now && range != remedy.declared ? range : std::string()}};
    };
    const auto seen = context.effects.perform(effect);
    return seen ? Result<std::string>(text(*seen, "range")) : seen.error();
}

/// What came of one try.
struct Tried {
    bool isSuspicious = false;
    std::string range; // that helps; empty: none
};

Result<Tried> tryRemedy(const NpmInstallPorts& npm, const graph::State& bench, const ConflictRemedy& remedy,
                        const std::string& key, const std::string& number, const graph::NodeContext& context)
{
    const auto updated
        = performCall(npm, updateCall(remedy, key + ":update-" + number), SafetyClass::Workspace, context);
    if (!updated || updated->exitCode != 0)
        return updated ? Result<Tried>(Tried{}) : updated.error();
    const auto suspicious = performInspection(npm, key + ":checksums-" + number, context);
    if (!suspicious || !suspicious->empty())
        return suspicious ? Result<Tried>(Tried{.isSuspicious = true, .range = {}}) : suspicious.error();
    auto range = performManifestCheck(npm, remedy, key + ":manifest-" + number, context);
    if (!range || range->empty())
        return range ? Result<Tried>(Tried{}) : range.error();
    const auto verified
        = performCall(npm, cleanInstall(bench, key + ":verify-" + number, false), SafetyClass::Workspace, context);
    if (!verified)
        return verified.error();
    return Tried{.isSuspicious = false, .range = verified->exitCode == 0 ? *std::move(range) : std::string()};
}

ci::ChangeOffer offerOf(const graph::State& state, const Json& project, const ConflictRemedy& remedy,
                        const std::string& range, const Json& comparison)
{
    ci::ChangeOffer offer = offerFor(state, "dependency");
    offer.title = (remedy.isPin() ? "Pin " : "Update ") + remedy.package + " to " + range;
    offer.text = "npm cannot install the project at " + offer.commit + ": " + tableCell(remedy.clash)
        + " cannot be had beside what is there. In `" + pathOf(project, "package.json") + "`, "
        + tableCell(remedy.package) + " is " + tableCell(range) + " now, and was " + tableCell(remedy.declared)
        + ". A clean install with it has passed, with lifecycle scripts off; the pipeline of this request runs the "
          "tests.\n\n";
    if (comparison.is_object())
        offer.text += packageTable(comparison);
    return offer;
}

Result<OfferedFix> offerTried(const SelfHealingPorts& ports, const NpmInstallPorts& npm, const graph::State& state,
                              const graph::State& bench, const ConflictRemedy& remedy, const std::string& range,
                              const std::string& key, const graph::NodeContext& context)
{
    const auto comparison = performOffer(npm, bench, key + ":compare", context);
    if (!comparison)
        return comparison.error();
    const Json project = fieldOr<Json>(bench, "project", Json::object());
    const auto files = [&](const std::stop_token&) -> Result<std::vector<ci::ChangedFile>> {
        const auto before = ports.npm->manifest(context.run);
        const auto manifest = ports.npm->healedManifest(context.run);
        auto lockfile = ports.npm->healedLockfile(context.run);
        if (!before || !manifest || !lockfile)
            return !before ? before.error() : manifest ? lockfile.error() : manifest.error();
        std::vector<ci::ChangedFile> changed{
            {pathOf(project, "package.json"), manifestWith(*before, *manifest, remedy, range)}};
        if (!lockfile->empty())
            changed.push_back({pathOf(project, text(project, "lockfile")), *std::move(lockfile)});
        return changed;
    };
    return openRequest(ports, offerOf(state, project, remedy, range, *comparison), files, key, context);
}

Result<OfferedFix> tryAll(const SelfHealingPorts& ports, const NpmInstallPorts& npm, const graph::State& state,
                          graph::State bench, const std::string& key, const graph::NodeContext& context)
{
    const auto remedies = findRemedies(npm, key, context);
    if (!remedies)
        return remedies.error();
    if (remedies->empty())
        return notMade({ErrorCode::InvalidInput,
                        "npm fails here at " + text(state, "commit")
                            + ", but names no dependency of the project that another version of would help"});
    bench["rewritten"] = true;
    for (std::size_t i = 0; i < remedies->size(); ++i) {
        const auto tried = tryRemedy(npm, bench, (*remedies)[i], key, std::to_string(i), context);
        if (!tried)
            return tried.error();
        if (tried->isSuspicious)
            return failed("security");
        if (!tried->range.empty())
            return offerTried(ports, npm, state, bench, (*remedies)[i], tried->range, key, context);
    }
    return failed("fix_failed");
}

} // namespace

Result<OfferedFix> offerDependency(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                                   const graph::NodeContext& context)
{
    return mendProject(ports, state, key, context, [&](const NpmInstallPorts& npm, FailingProject failing) {
        return tryAll(ports, npm, state, std::move(failing.bench), key, context);
    });
}

} // namespace signalbox::agents
