// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/lockfilefix.h"

#include "core/agents/npmcalls.h"
#include "core/agents/npmfix.h"

#include <nlohmann/json.hpp>

namespace signalbox::agents {

namespace {

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

ci::ChangeOffer offerOf(const graph::State& state, const std::string& path, const Json& comparison)
{
    ci::ChangeOffer offer = offerFor(state, "lockfile");
    offer.title = "Write " + path + " anew";
    offer.text = "`npm ci` fails at " + offer.commit + ": `" + path
        + "` does not match `package.json`. It was written anew by `npm install --package-lock-only`, and a clean "
          "install with it has passed, with lifecycle scripts off. Nothing else is changed.\n\n"
        + packageTable(comparison);
    return offer;
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

Result<OfferedFix> madeAndOffered(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                                  const graph::NodeContext& context)
{
    NpmInstallPorts npm;
    npm.npm = ports.npm;
    const auto project = copyProject(ports, state, key, context);
    if (!project)
        return notMade(project.error());
    if (text(*project, "lockfile").empty())
        return OfferedFix{"",
                          "not_made",
                          {},
                          text(state, "line") + " has no lockfile at " + text(state, "commit")
                              + ", so there is none to write anew; commit one"};
    graph::State bench{{"project", *project}};
    const auto before = performCall(npm, cleanInstall(bench, key + ":install", false), SafetyClass::Workspace, context);
    if (!before)
        return before.error();
    if (before->exitCode == 0)
        return OfferedFix{
            "", "not_made", {}, "npm ci passes here at " + text(state, "commit") + " with the lockfile as it is"};
    const auto made = writeAnew(npm, bench, key, context);
    if (!made)
        return made.error();
    if (*made != "made")
        return OfferedFix{"failed", *made == "suspicious" ? "security" : "fix_failed", {}, {}};
    bench["rewritten"] = true;
    const auto comparison = performOffer(npm, bench, key + ":compare", context);
    if (!comparison)
        return comparison.error();
    const auto after = performCall(npm, cleanInstall(bench, key + ":verify", false), SafetyClass::Workspace, context);
    if (!after)
        return after.error();
    if (after->exitCode != 0 || !comparison->is_object()) // it fails all the same, or is the same
        return OfferedFix{"failed", "fix_failed", {}, {}};
    const std::string path = pathOf(*project, text(*project, "lockfile"));
    const auto files = [&](const std::stop_token&) -> Result<std::vector<ci::ChangedFile>> {
        auto lockfile = ports.npm->healedLockfile(context.run);
        if (!lockfile)
            return lockfile.error();
        return std::vector<ci::ChangedFile>{{path, *std::move(lockfile)}};
    };
    return openRequest(ports, offerOf(state, path, *comparison), files, key, context);
}

} // namespace

Result<OfferedFix> offerLockfile(const SelfHealingPorts& ports, const graph::State& state, const std::string& key,
                                 const graph::NodeContext& context)
{
    auto fix = madeAndOffered(ports, state, key, context);
    if (fix) // else it may go on where it was
        static_cast<void>(ports.npm->tidy(context.run)); // rubbish that stays is swept with that of other runs
    return fix;
}

} // namespace signalbox::agents
