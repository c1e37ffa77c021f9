// SPDX-License-Identifier: GPL-3.0-or-later
// A GitLab whose answers are laid down beforehand.
#pragma once

#include "core/net/gitlabci.h"
#include "tests/core/net/cannedforge.h"

namespace signalbox::test {

/// One try of a job; the times are minutes and seconds after seven o'clock.
struct CannedTry {
    int id = 0;
    std::string name;
    std::string status = "failed";
    std::string created = "00:00"; // "05:30"
    std::string started = {}; // empty: it never did
    std::string finished = {};
    std::string more = {}; // members: R"(,"allow_failure":true)"
};

struct CannedGitLab : CannedForge {
    static constexpr const char* kApi = "https://gitlab.acme.com/api/v4";
    static constexpr const char* kBase = "https://gitlab.acme.com/api/v4/projects/acme%2Fweb%2Fshop";
    static constexpr const char* kPipeline = "GET /pipelines/7";
    static constexpr const char* kJobs = "GET /pipelines/7/jobs?include_retried=true&per_page=100";

    CannedGitLab() : CannedForge(kBase) { }

    net::ForgePlace place{
        .api = kApi, .repository = "acme/web/shop", .token = "t0ken-of-acme", .tokenFrom = "GITLAB_TOKEN"};
    net::GitLabCi ci{{.client = client,
                      .placeOf = [this](const std::string&) -> Result<net::ForgePlace> { return place; },
                      .pause = Milliseconds(1)}};

    static std::string at(const std::string& time)
    {
        return time.empty() ? "null" : "\"2027-01-15T07:" + time + ".000Z\"";
    }

    static net::HttpAnswer pipelineAt(const std::string& status, const std::string& finished = "05:00",
                                      const std::string& more = {})
    {
        return answered(200,
                        R"({"id":7,"ref":"feature/a/b","sha":"6113728f","source":"push","user":{"username":"mona"},)"
                        R"("tag":false,"started_at":"2027-01-15T07:00:00.000Z","status":")"
                            + status + R"(","finished_at":)" + at(finished) + more + "}");
    }

    static net::HttpAnswer jobsAt(const std::vector<CannedTry>& tries)
    {
        std::string list;
        for (const CannedTry& one : tries)
            list += (list.empty() ? "" : ",") + std::string(R"({"id":)") + std::to_string(one.id) + R"(,"name":")"
                + one.name + R"(","status":")" + one.status + R"(","created_at":)" + at(one.created)
                + R"(,"started_at":)" + at(one.started) + R"(,"finished_at":)" + at(one.finished) + one.more + "}";
        return answered(200, "[" + list + "]");
    }

    /// The pipeline as it was with `tries` of its one job "test", each of which took a minute.
    void standsAt(int tries, const std::string& status)
    {
        std::vector<CannedTry> jobs;
        for (int nth = 0; nth < tries; ++nth) {
            const bool isLast = nth + 1 == tries;
            const std::string minute = "0" + std::to_string(2 * nth);
            const bool goesOn = isLast && status == "running";
            jobs.push_back({.id = 100 + nth,
                            .name = "test",
                            .status = isLast ? status : "failed",
                            .created = minute + ":00",
                            .started = minute + ":00",
                            .finished = goesOn ? "" : minute + ":59"});
        }
        script[kJobs] = {jobsAt(jobs)};
        script[kPipeline] = {pipelineAt(status, "0" + std::to_string(2 * tries - 1) + ":00")};
    }
};

} // namespace signalbox::test
