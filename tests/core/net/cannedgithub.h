// SPDX-License-Identifier: GPL-3.0-or-later
// A GitHub whose answers are laid down beforehand, by request; what it is asked is kept.
#pragma once

#include "core/net/githubci.h"

#include <map>

namespace signalbox::test {

class SetClock final : public Clock {
public:
    UtcTime now() const override { return at; }
    UtcTime at = UtcTime(std::chrono::seconds(1'800'000'000));
};

inline net::HttpAnswer answered(int status, std::string body = {}, net::HttpFields fields = {})
{
    return {.status = status, .fields = std::move(fields), .body = std::move(body)};
}

inline std::string outcome(const Result<void>& done)
{
    return done ? "done" : std::string(codeName(done.error().code)) + ": " + done.error().detail;
}

struct CannedGitHub {
    static constexpr const char* kApi = "https://github.acme.com/api/v3";

    std::map<std::string, std::vector<net::HttpAnswer>> script; // by "GET /actions/runs/7"; the last answer stays
    std::vector<net::HttpCall> asked;
    SetClock clock;
    net::HttpClient client{[this](const net::HttpCall& call, const std::stop_token&) -> Result<net::HttpAnswer> {
                               asked.push_back(call);
                               auto& answers = script[placeOf(call)];
                               if (answers.empty())
                                   return Error{ErrorCode::Network, "cut"};
                               net::HttpAnswer answer = answers.front();
                               if (answers.size() > 1)
                                   answers.erase(answers.begin());
                               if (answer.status == 0)
                                   return Error{ErrorCode::Network, "cut"};
                               if (call.sink && answer.status == 200)
                                   call.sink(std::exchange(answer.body, {}));
                               return answer;
                           },
                           clock, [](const net::HttpClient::Told&) {}};
    net::GitHubPlace place{.api = kApi, .repository = "acme/shop", .token = "t0ken-of-acme", .tokenFrom = "GH_TOKEN"};
    net::GitHubCi ci{{client, clock, [this](const std::string&) -> Result<net::GitHubPlace> { return place; }}};

    static std::string placeOf(const net::HttpCall& call)
    {
        constexpr std::string_view base = "https://github.acme.com/api/v3/repos/acme/shop";
        return call.method + " " + (call.url.starts_with(base) ? call.url.substr(base.size()) : call.url);
    }

    int count(const std::string& what) const
    {
        int times = 0;
        for (const net::HttpCall& call : asked)
            times += placeOf(call).starts_with(what) ? 1 : 0;
        return times;
    }

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
                                      : R"(,"status":"completed","completed_at":"2027-01-15T07:05:00Z","conclusion":")"
                           + conclusion + "\"}");
        }
        script["GET /actions/runs/7/attempts/" + std::to_string(attempt) + "/jobs?per_page=100"]
            = {answered(200, R"({"total_count":1,"jobs":[)" + list + "]}")};
    }
};

} // namespace signalbox::test
