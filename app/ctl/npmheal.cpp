// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/local/files.h"
#include "core/local/npmproject.h"
#include "core/local/npmsettings.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

namespace fs = std::filesystem;

Json orNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json toJson(const host::RunDetail& run)
{
    const host::RunSummary& summary = run.summary;
    Json tried = Json::array();
    for (const host::TriedFix& fix : run.tried)
        tried.push_back({{"strategy", fix.action}, {"outcome", orNull(fix.outcome)}});
    const Json project = fieldOr<Json>(run.state, "project", Json::object());
    const Json call = fieldOr<Json>(run.state, "call", Json::object());
    return {{"run", summary.id.value},
            {"folder", fieldOr<std::string>(run.state, "folder", {})},
            {"state", std::string(host::runStateName(summary.state))},
            {"outcome", orNull(summary.outcome)},
            {"class", orNull(summary.failureClass)},
            {"strategy", orNull(summary.fix)},
            {"attempts", summary.attempts},
            {"tried", std::move(tried)},
            {"flags", fieldOr<Json>(run.state, "flags", Json::array())},
            {"left_out", fieldOr<Json>(project, "left_out", Json::array())},
            {"isolated", fieldOr<bool>(call, "isolated", false)},
            {"approval", summary.approval ? Json(summary.approval->value) : Json()},
            {"failure", orNull(summary.failure)}};
}

std::string sentence(const host::RunSummary& run)
{
    if (run.outcome == "green")
        return "it installs, there is nothing to heal";
    if (run.outcome == "offered")
        return "a new lockfile is offered";
    return run.outcome.empty() ? std::string(host::runStateName(run.state)) : run.outcome;
}

std::string toText(const host::RunDetail& detail)
{
    const host::RunSummary& run = detail.summary;
    std::string text = run.line + ": " + sentence(run);
    if (!run.failureClass.empty())
        text += ", " + run.failureClass + (run.rootCause.empty() ? "" : " (" + run.rootCause + ")");
    for (const host::TriedFix& fix : detail.tried)
        text += ", " + fix.action + (fix.outcome.empty() ? "" : " " + fix.outcome);
    if (run.approval && !host::isTerminal(run.state))
        text += ", waits for a decision: approval " + std::to_string(run.approval->value);
    text += run.failure.empty() ? "" : ", " + run.failure;
    return text + ", run " + std::to_string(run.id.value) + "\n";
}

Exit statusOf(const host::RunSummary& run)
{
    if (run.outcome == "healed" || run.outcome == "green")
        return Exit::Done;
    const bool refused = run.failureClass == "npm_auth" || run.failureClass == "api_rate_limit";
    return refused && run.outcome == "escalated" ? Exit::OutsideFailed : Exit::Negative;
}

/// What a look at the files alone says of them; npm is not run.
std::string outlook(const fs::path& project)
{
    const std::string name = local::lockfileOf(project);
    if (name.empty())
        return "there is no lockfile";
    constexpr std::size_t kMaxBytes = 64 * 1024 * 1024;
    const auto text = local::readFile(project / name, kMaxBytes);
    const auto lockfile = text ? parseJson(*text) : Result<Json>(text.error());
    if (!lockfile || !lockfile->is_object())
        return name + " cannot be read: it would be regenerated in the copy, and offered";
    const auto manifest = local::readFile(project / "package.json", kMaxBytes);
    const auto wanted = manifest ? parseJson(*manifest) : Result<Json>(manifest.error());
    const Json packages = fieldOr<Json>(*lockfile, "packages", Json::object());
    const Json root = fieldOr<Json>(packages, "", Json::object());
    for (const char* map : {"dependencies", "devDependencies", "optionalDependencies"}) {
        if (!wanted || !packages.contains("")
            || fieldOr<Json>(*wanted, map, Json::object()) != fieldOr<Json>(root, map, Json::object()))
            return name + " does not match package.json: it would be regenerated in the copy, and offered";
    }
    return name + " matches package.json";
}

/// Nothing is run and nothing is stored.
Exit rehearse(const Invocation& asked, const std::string& folder)
{
    const auto project = local::npmProject(folder);
    if (!project)
        return fail(project.error());
    const auto size = local::copyProject(*project, {}, {});
    if (!size)
        return fail(size.error());
    const std::string install = local::lockfileOf(*project).empty() ? "npm install" : "npm ci";
    const std::string found = outlook(*project);
    if (asked.json)
        printJson({{"folder", project->string()},
                   {"would", "install"},
                   {"command", install + " --ignore-scripts"},
                   {"files", size->files},
                   {"bytes", size->bytes},
                   {"left_out", size->leftOut},
                   {"outlook", found}});
    else
        printText("Would copy " + std::to_string(size->files) + " files of " + project->string() + " and run " + install
                  + " --ignore-scripts in the copy; " + found + ".\n");
    return Exit::Done;
}

Exit heal(const Invocation& asked, Workplace& workplace, const std::string& folder)
{
    host::Runtime& runtime = workplace.runtime();
    const auto run = runtime.healNpm(folder);
    if (!run)
        return fail(run.error());
    const auto driven = workplace.driveUntil([&] { return rests(runtime, *run); });
    if (!driven)
        return fail(driven.error());
    const auto detail = runtime.queries().run(*run);
    if (!detail)
        return fail(detail.error());
    if (asked.json)
        printJson(toJson(*detail));
    else
        printText(toText(*detail));
    return statusOf(detail->summary);
}

} // namespace

Exit npmHeal(const Invocation& asked)
{
    const std::string folder = asked.arguments.front();
    if (asked.has("--dry-run"))
        return rehearse(asked, folder);
    if (const auto project = local::npmProject(folder); !project)
        return fail(project.error());
    if (!local::hasNpm())
        return fail(Exit::OutsideFailed, "npm is not on this machine; install it, for example the package npm");
    return withWorkplace(asked, [&](Workplace& workplace) { return heal(asked, workplace, folder); });
}

} // namespace signalbox::ctl
