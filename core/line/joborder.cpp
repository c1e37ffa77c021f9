// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/joborder.h"

#include <algorithm>
#include <map>
#include <set>

namespace signalbox::line {

namespace {

using Waiting = std::map<std::string, std::set<std::string>>; // job → what it still needs

/// Every job left waits for another one that is left, so that walking on must come round.
std::vector<std::string> walkRound(const Waiting& left, const std::string& first)
{
    std::vector<std::string> path{first};
    for (;;) {
        const std::string& next = *left.at(path.back()).begin();
        const auto seen = std::ranges::find(path, next);
        if (seen != path.end()) {
            std::vector<std::string> cycle(seen, path.end());
            cycle.push_back(next);
            return cycle;
        }
        path.push_back(next);
    }
}

Waiting waitingOf(const std::vector<JobSpec>& jobs)
{
    Waiting waiting;
    for (const JobSpec& job : jobs)
        waiting[job.name];
    for (const JobSpec& job : jobs) {
        for (const std::string& need : job.needs) {
            if (waiting.contains(need))
                waiting[job.name].insert(need);
        }
    }
    return waiting;
}

} // namespace

std::vector<std::string> orderByNeeds(std::vector<JobSpec>& jobs)
{
    Waiting waiting = waitingOf(jobs);
    std::vector<JobSpec> ordered;
    std::vector<JobSpec> left = jobs;
    while (!left.empty()) {
        const auto next = std::ranges::find_if(left, [&](const JobSpec& job) { return waiting[job.name].empty(); });
        if (next == left.end())
            return walkRound(waiting, left.front().name);
        waiting.erase(next->name);
        for (auto& [name, needs] : waiting)
            needs.erase(next->name);
        ordered.push_back(std::move(*next));
        left.erase(next);
    }
    jobs = std::move(ordered);
    return {};
}

} // namespace signalbox::line
