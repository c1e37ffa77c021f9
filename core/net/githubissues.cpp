// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubissues.h"

#include <nlohmann/json.hpp>

namespace signalbox::net {

namespace {
constexpr std::size_t kWholeSeconds = std::string_view("2026-11-22T13:00:00").size(); // as GitHub writes a time
}

Result<GitHubApi> GitHubIssues::api(const std::string& line) const
{
    auto place = m_placeOf(line);
    if (!place)
        return place.error();
    return GitHubApi(m_client, *std::move(place));
}

Result<std::vector<ForgeIssues::Issue>> GitHubIssues::open(const std::string& line, const std::stop_token& stop)
{
    auto github = api(line);
    if (!github)
        return github.error();
    const auto list = github->readAll({.path = std::string("/issues?state=open&per_page=100&labels=") + kLabel,
                                       .about = "the issues of " + github->place().repository},
                                      nullptr, stop);
    if (!list)
        return list.error();
    std::vector<Issue> issues;
    for (const Json& json : *list) {
        if (json.contains("pull_request")) // which are issues, too
            continue;
        issues.push_back({.number = fieldOr<std::int64_t>(json, "number", 0),
                          .page = fieldOr<std::string>(json, "html_url", {}),
                          .text = fieldOr<std::string>(json, "body", {})});
    }
    return issues;
}

Result<ForgeIssues::Issue> GitHubIssues::create(const ci::IssueReport& report, const std::string& text,
                                                const std::stop_token& stop)
{
    auto github = api(report.because.line);
    if (!github)
        return github.error();
    const auto made
        = github->read({.path = "/issues",
                        .about = "an issue of " + github->place().repository,
                        .method = "POST",
                        .body = dumpJson({{"title", report.title}, {"body", text}, {"labels", Json::array({kLabel})}})},
                       stop);
    if (!made)
        return made.error();
    return Issue{fieldOr<std::int64_t>(*made, "number", 0), fieldOr<std::string>(*made, "html_url", {}), text};
}

Result<std::vector<std::string>> GitHubIssues::remarks(const std::string& line, std::int64_t issue, UtcTime since,
                                                       const std::stop_token& stop)
{
    auto github = api(line);
    if (!github)
        return github.error();
    const std::string number = std::to_string(issue);
    const std::string from = formatUtc(since).substr(0, kWholeSeconds) + "Z";
    const auto list
        = github->readAll({.path = "/issues/" + number + "/comments?per_page=100&since=" + from,
                           .about = "the comments on issue " + number + " of " + github->place().repository},
                          nullptr, stop);
    if (!list)
        return list.error();
    std::vector<std::string> texts;
    for (const Json& json : *list) // since it was changed, perhaps
        if (isSince(json, since))
            texts.push_back(fieldOr<std::string>(json, "body", {}));
    return texts;
}

Result<void> GitHubIssues::remark(const std::string& line, std::int64_t issue, const std::string& text,
                                  const std::stop_token& stop)
{
    auto github = api(line);
    if (!github)
        return github.error();
    const std::string number = std::to_string(issue);
    const auto said = github->call({.path = "/issues/" + number + "/comments",
                                    .about = "a comment on issue " + number + " of " + github->place().repository,
                                    .method = "POST",
                                    .body = dumpJson({{"body", text}})},
                                   stop);
    return said ? Result<void>() : Result<void>(said.error());
}

Result<std::string> GitHubIssues::linkTo(const ci::RunRef& run)
{
    const auto place = m_placeOf(run.line);
    if (!place)
        return place.error();
    return "The run that failed: " + webOf(place->api) + "/" + place->repository + "/actions/runs/" + run.number;
}

} // namespace signalbox::net
