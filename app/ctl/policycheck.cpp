// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/input.h"
#include "app/ctl/output.h"
#include "core/line/linefile.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::ctl {

namespace {

constexpr std::size_t kLimitBytes = 1 << 20; // no signalbox.yaml that a person wrote is near it

/// A fault of the file as a whole stands at its first line, so that every fault has the same shape.
int shownLine(const line::Fault& fault)
{
    return std::max(1, fault.line);
}

Exit reportFaults(const Invocation& asked, const std::string& path, const std::vector<line::Fault>& faults)
{
    Json errors = Json::array();
    for (const line::Fault& fault : faults) {
        printDiagnostic(path + ':' + std::to_string(shownLine(fault)) + ": " + fault.what);
        errors.push_back({{"line", shownLine(fault)}, {"what", fault.what}});
    }
    if (asked.json)
        printJson({{"file", path}, {"ok", false}, {"errors", errors}});
    return Exit::BadInput;
}

} // namespace

Exit policyCheck(const Invocation& asked)
{
    const std::string path = asked.arguments.empty() ? "signalbox.yaml" : asked.arguments.front();
    const auto text = readWhole(path, kLimitBytes);
    if (!text) {
        const bool cancelled = text.error().code == ErrorCode::Cancelled;
        return fail(cancelled ? Exit::Interrupted : Exit::BadInput, text.error().detail);
    }
    const auto read = line::readLineFile(*text);
    if (const auto* faults = std::get_if<std::vector<line::Fault>>(&read))
        return reportFaults(asked, path, *faults);
    const std::size_t jobs = std::get<line::LineFile>(read).jobs.size();
    if (asked.json)
        printJson({{"file", path}, {"ok", true}, {"errors", Json::array()}, {"jobs", jobs}});
    else
        printText(path + ": no faults, jobs: " + std::to_string(jobs) + '\n');
    return Exit::Done;
}

} // namespace signalbox::ctl
