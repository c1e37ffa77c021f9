// SPDX-License-Identifier: GPL-3.0-or-later
// A GitHub whose answers are laid down beforehand.
#pragma once

#include "core/net/githubci.h"
#include "tests/core/net/cannedforge.h"

namespace signalbox::test {

struct CannedGitHub : CannedForge {
    static constexpr const char* kApi = "https://github.acme.com/api/v3";
    static constexpr const char* kBase = "https://github.acme.com/api/v3/repos/acme/shop";

    CannedGitHub() : CannedForge(kBase) { }

    net::GitHubPlace place{.api = kApi, .repository = "acme/shop", .token = "t0ken-of-acme", .tokenFrom = "GH_TOKEN"};
    net::GitHubCi ci{{client, clock, [this](const std::string&) -> Result<net::GitHubPlace> { return place; }}};

    void standsAt(int attempt, const std::string& status, const std::string& conclusion = {})
    {
        script["GET /actions/runs/7"] = {runAt(attempt, status, conclusion)};
    }

    static net::HttpAnswer runAt(int attempt, const std::string& status, const std::string& conclusion = {})
    {
        return answered(
            200,
            R"({"id":7,"head_branch":"feature/a/b","head_sha":"6113728f","event":"push","actor":{"login":"mona"},)"
            R"("run_started_at":"2027-01-15T07:00:00Z","updated_at":"2027-01-15T07:05:00Z","run_attempt":)"
                + std::to_string(attempt) + R"(,"status":")" + status + R"(","conclusion":)"
                + (conclusion.empty() ? "null" : "\"" + conclusion + "\"") + "}");
    }

    /// Jobs "name:conclusion" of an attempt; the first has id 100.
    void hasJobs(int attempt, const std::vector<std::pair<std::string, std::string>>& jobs)
    {
        std::string list;
        int id = 100;
        for (const auto& [name, conclusion] : jobs) {
            list += (list.empty() ? "" : ",") + std::string(R"({"id":)") + std::to_string(id++) + R"(,"name":")" + name
                + R"(","run_attempt":)" + std::to_string(attempt)
                + (conclusion.empty() ? R"(,"status":"in_progress","conclusion":null})"
                                      : R"(,"status":"completed","started_at":"2027-01-15T06:55:00Z",)"
                                        R"("completed_at":"2027-01-15T07:05:00Z","conclusion":")"
                           + conclusion + "\"}");
        }
        script["GET /actions/runs/7/attempts/" + std::to_string(attempt) + "/jobs?per_page=100"]
            = {answered(200, R"({"total_count":1,"jobs":[)" + list + "]}")};
    }
};

} // namespace signalbox::test
