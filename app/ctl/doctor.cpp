// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/local/git.h"
#include "core/local/process.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace signalbox::ctl {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kEnoughSpaceBytes = 512ULL << 20;

struct Finding {
    std::string check;
    bool ok = false;
    bool needed = true; // else its absence only limits something
    std::string detail;
    std::string remedy; // empty where it is ok
};

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

Finding program(const std::string& check, const std::vector<std::string>& words, bool needed, const std::string& remedy)
{
    Finding finding{.check = check, .ok = false, .needed = needed, .detail = {}, .remedy = remedy};
    const auto result = local::runProcess({.arguments = words,
                                           .folder = fs::temp_directory_path(),
                                           .environment = local::allowedEnvironment(),
                                           .timeLimit = Milliseconds(5'000)},
                                          {});
    finding.ok = result && result->exitCode == 0;
    if (finding.ok)
        finding.remedy.clear();
    finding.detail = result ? firstLine(result->out.empty() ? result->err : result->out) : result.error().detail;
    if (finding.ok && finding.detail.empty())
        finding.detail = "works";
    return finding;
}

Finding diskSpace(const fs::path& folder)
{
    std::error_code error;
    const auto there = fs::space(folder, error);
    Finding finding{.check = "disk space", .ok = false, .needed = true, .detail = {}, .remedy = {}};
    finding.ok = !error && there.available >= kEnoughSpaceBytes;
    finding.detail
        = error ? error.message() : std::to_string(there.available >> 20) + " MiB free in " + folder.string();
    if (!finding.ok)
        finding.remedy = "free at least 512 MiB";
    return finding;
}

Finding line(host::Runtime& runtime, const std::string& name)
{
    Finding finding{.check = "line " + name, .ok = false, .needed = true, .detail = {}, .remedy = {}};
    const auto file = runtime.ci().lineFile(name, {});
    finding.ok = static_cast<bool>(file);
    finding.detail = file ? std::to_string(file->jobs.size()) + " jobs in signalbox.yaml" : file.error().detail;
    if (!finding.ok)
        finding.remedy = "mend the repository or its signalbox.yaml; signalboxctl policy check names every fault";
    return finding;
}

std::vector<Finding> examine(host::Runtime& runtime)
{
    std::vector<Finding> findings;
    const auto whole = runtime.database().check();
    findings.push_back({.check = "store",
                        .ok = static_cast<bool>(whole),
                        .needed = true,
                        .detail = whole ? runtime.workspace().store.string() + " is whole" : whole.error().detail,
                        .remedy = whole ? "" : "restore a backup; those of migrations stand beside the store"});
    findings.push_back(diskSpace(runtime.workspace().store.parent_path()));
    findings.push_back(program("git", {"git", "--version"}, true, "install git"));
    findings.push_back(program(
        "sandbox", {"bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--unshare-all", "true"}, false,
        "install bubblewrap; without it local jobs are marked not isolated"));
    findings.push_back(
        program("compiler of the demo", {"c++", "--version"}, false, "install g++; the demo's parser line compiles"));
    findings.push_back(program("npm", {"npm", "--version"}, false, "install npm and node; npm-heal runs them"));
    std::error_code error;
    const fs::path supervisor = host::Runtime::supervisorProgram();
    const bool there = fs::exists(supervisor, error);
    findings.push_back({.check = "job supervisor",
                        .ok = there,
                        .needed = true,
                        .detail = supervisor.string() + (there ? "" : " is missing"),
                        .remedy = there ? "" : "install Signalbox again: signalbox-job belongs beside signalboxctl"});
    for (const auto& [name, folder] : runtime.workspace().lines)
        findings.push_back(line(runtime, name));
    return findings;
}

} // namespace

Exit doctor(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const std::vector<Finding> findings = examine(workplace.runtime());
        Json json = Json::array();
        for (const Finding& finding : findings) {
            if (!asked.json)
                printText((finding.ok           ? "ok\t"
                               : finding.needed ? "FAILED\t"
                                                : "limited\t")
                          + finding.check + "\t" + finding.detail
                          + (finding.remedy.empty() ? "" : "\t" + finding.remedy) + "\n");
            json.push_back({{"check", finding.check},
                            {"ok", finding.ok},
                            {"needed", finding.needed},
                            {"detail", finding.detail},
                            {"remedy", finding.remedy.empty() ? Json() : Json(finding.remedy)}});
        }
        const bool good = std::ranges::all_of(findings, [](const Finding& f) { return f.ok || !f.needed; });
        if (asked.json)
            printJson({{"ok", good}, {"checks", json}});
        return good ? Exit::Done : Exit::Negative;
    });
}

} // namespace signalbox::ctl
