// SPDX-License-Identifier: GPL-3.0-or-later
// Workflow runs and their jobs as GitHub's REST API tells them, as values of the port.
//
// Thread  any: pure
// Errors  Network for what is no run or no job of GitHub
// Source  https://docs.github.com/en/rest/actions/workflow-runs, /workflow-jobs
#pragma once

#include "core/base/json.h"
#include "core/ci/cisystem.h"

#include <vector>

namespace signalbox::net {

/// A run without its jobs.
Result<ci::Run> githubRun(const Json& json, const std::string& line);

struct GitHubJob {
    std::int64_t id = 0;
    std::string named; // by GitHub; several jobs may be named so
    ci::Job job;
};

/// In the order in which GitHub lists them. Of jobs with one name, the second is called "name #2".
Result<std::vector<GitHubJob>> githubJobs(const std::vector<Json>& list);

/// What the run came to, from the outcome of each job: `continue-on-error` makes no failure a success, and a time limit
/// no cancelling.
ci::Conclusion outcomeOf(const ci::Run& run);

/// The keys of the caches that a job restored, from the lines that actions/cache and its like write.
class RestoredCaches {
public:
    void look(std::string_view line);
    const std::vector<std::string>& keys() const { return m_keys; }

private:
    std::vector<std::string> m_keys;
};

} // namespace signalbox::net
