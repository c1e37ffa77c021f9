// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/computercheck.h"

#include "core/host/runtime.h"
#include "core/local/gitlabcilocal.h"
#include "core/local/process.h"

namespace signalbox::host {

namespace {

namespace fs = std::filesystem;

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
    finding.ok = !error && there.available >= kNeededBytes;
    finding.detail
        = error ? error.message() : std::to_string(there.available >> 20) + " MiB free in " + folder.string();
    if (!error)
        finding.freeBytes = there.available;
    if (!finding.ok)
        finding.remedy = "free at least 512 MiB";
    return finding;
}

Finding supervisor()
{
    std::error_code error;
    const fs::path program = Runtime::supervisorProgram();
    const bool there = fs::exists(program, error);
    return {.check = "job supervisor",
            .ok = there,
            .needed = true,
            .detail = program.string() + (there ? "" : " is missing"),
            .remedy = there ? "" : "install Signalbox again: signalbox-job belongs beside signalboxctl"};
}

/// For a line without jobs of its own: what is missing is named, and how to install it.
Finding gitlabCiLocal()
{
    const auto program = local::GitLabCiLocal::find();
    Finding finding{.check = "gitlab-ci-local", .ok = false, .needed = false, .detail = {}, .remedy = {}};
    finding.ok = static_cast<bool>(program);
    if (program) {
        finding.detail = program->version().empty() ? "works" : program->version();
        return finding;
    }
    const std::string& what = program.error().detail;
    const std::size_t cut = what.rfind("; ");
    finding.detail = what.substr(0, cut);
    finding.remedy = what.substr(cut + 2) + "; a folder with signalbox.yaml needs none of it";
    return finding;
}

} // namespace

std::vector<Finding> checkComputer(const fs::path& folder)
{
    return {
        diskSpace(folder),
        program("git", {"git", "--version"}, true, "install git"),
        program("sandbox",
                {"bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--unshare-all", "true"}, false,
                "install bubblewrap; without it local jobs are marked not isolated"),
        program("compiler of the demo", {"c++", "--version"}, false, "install g++; the demo's parser line compiles"),
        program("npm", {"npm", "--version"}, false, "install npm and node; npm-heal runs them"),
        gitlabCiLocal(),
        supervisor()};
}

} // namespace signalbox::host
