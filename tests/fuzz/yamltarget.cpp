// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/gitlabjobs.h"
#include "core/line/linefile.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <set>
#include <string>

namespace signalbox::fuzz {

namespace {

void checkJobs(const std::vector<line::JobSpec>& jobs)
{
    std::set<std::string> before;
    for (const line::JobSpec& job : jobs) {
        const auto known = [&](const std::string& name) { return before.contains(name); };
        require(std::ranges::all_of(job.needs, known), "a job comes after what it needs");
        require(before.insert(job.name).second, "a job stands once");
    }
}

/// As a .gitlab-ci.yml, and as what gitlab-ci-local made of one.
void checkGitLab(std::string_view bytes)
{
    constexpr std::string_view kList = "[\n{\"name\":\"a\",\"stage\":\"test\",\"when\":\"on_success\"},"
                                       "{\"name\":\"b\",\"stage\":\"build\",\"when\":\"always\",\"needs\":[]}]";
    const auto included = line::localIncludes(bytes);
    if (const auto* files = std::get_if<std::vector<std::string>>(&included))
        require(std::ranges::none_of(*files, [](const std::string& file) { return file.starts_with('/'); }),
                "an included file is one of the repository");
    const auto read = line::readGitLabJobs({.list = kList, .expanded = bytes, .file = bytes});
    if (const auto* jobs = std::get_if<std::vector<line::JobSpec>>(&read))
        checkJobs(*jobs);
}

} // namespace

void yaml(std::string_view bytes)
{
    checkGitLab(bytes);
    const auto read = line::readLineFile(bytes);
    if (const auto* file = std::get_if<line::LineFile>(&read)) {
        checkJobs(file->jobs);
        return;
    }
    const auto& faults = std::get<std::vector<line::Fault>>(read);
    require(!faults.empty(), "what is refused has a fault");
    const auto lines = std::ranges::count(bytes, '\n') + 1;
    for (const line::Fault& fault : faults)
        require(fault.line >= 0 && fault.line <= lines && !fault.what.empty(), "a fault names a line of the file");
}

} // namespace signalbox::fuzz
