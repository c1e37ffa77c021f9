// SPDX-License-Identifier: GPL-3.0-or-later
// Pipelines and their jobs as GitLab's REST API tells them, as values of the port. A pipeline is the run.
//
// GitLab knows no attempts: a job that is retried gets a new id, and the old one is kept. An attempt begins here with a
// retry that is made while nothing else of the pipeline goes on; what is retried meanwhile, by GitLab itself or with
// it, belongs to it. So any retry of a pipeline that has ended begins the next one, whoever makes it, and any program
// counts the same.
//
// Thread  any: pure
// Errors  Network for what is no pipeline or no job of GitLab
// Source  https://docs.gitlab.com/api/pipelines/, https://docs.gitlab.com/api/jobs/
#pragma once

#include "core/base/json.h"
#include "core/ci/cisystem.h"

#include <vector>

namespace signalbox::net {

/// A run without its jobs. Its attempt is 0: they tell it.
Result<ci::Run> gitlabRun(const Json& json, const std::string& line);

struct GitLabJob {
    std::int64_t id = 0;
    ci::Job job;
    int ran = 1; // in this attempt; its failure is one of every later attempt until it is retried
    bool isNewest = true; // of its name
    bool isDue = false; // it runs, or waits for a runner alone
    UtcTime createdAt;
};

struct GitLabJobs {
    std::vector<GitLabJob> tries; // of all jobs, by their ids
    int attempt = 1; // the newest
    std::optional<UtcTime> begun; // the newest, where it is not the first

    /// The try that tells of this job in this attempt; null: there is none.
    const GitLabJob* find(const std::string& name, int in) const;
};

/// From the list with the retried ones. A failure that is allowed is none: such a job counts as passed.
Result<GitLabJobs> gitlabJobs(const std::vector<Json>& list);

/// The run as of its newest attempt. A pipeline is held that waits for a manual job, with nothing else due: it has failed
/// where one of its jobs has. A pipeline that says that it has ended before that began, or whose jobs go on, has
/// not heard of it yet.
void addJobs(ci::Run& run, const GitLabJobs& jobs);

} // namespace signalbox::net
