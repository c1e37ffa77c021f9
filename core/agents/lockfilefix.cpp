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

Result<OfferedFix> writtenAndOffered(const SelfHealingPorts& ports, const NpmInstallPorts& npm,
                                     const graph::State& state, FailingProject failing, const std::string& key,
                                     const graph::NodeContext& context)
{
    if (text(failing.project, "lockfile").empty())
        return notMade({ErrorCode::InvalidInput,
                        text(state, "line") + " has no lockfile at " + text(state, "commit")
                            + ", so there is none to write anew; commit one"});
    const auto made = writeAnew(npm, failing.bench, key, context);
    if (!made)
        return made.error();
    if (*made != "made")
        return OfferedFix{"failed", *made == "suspicious" ? "security" : "fix_failed", {}, {}};
    failing.bench["rewritten"] = true;
    const auto comparison = performOffer(npm, failing.bench, key + ":compare", context);
    if (!comparison)
        return comparison.error();
    const auto after
        = performCall(npm, cleanInstall(failing.bench, key + ":verify", false), SafetyClass::Workspace, context);
    if (!after)
        return after.error();
    if (after->exitCode != 0 || !comparison->is_object()) // it fails all the same, or is the same
        return OfferedFix{"failed", "fix_failed", {}, {}};
    const std::string path = pathOf(failing.project, text(failing.project, "lockfile"));
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
    return mendProject(ports, state, key, context, [&](const NpmInstallPorts& npm, FailingProject failing) {
        return writtenAndOffered(ports, npm, state, std::move(failing), key, context);
    });
}

} // namespace signalbox::agents
