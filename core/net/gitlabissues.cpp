// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabissues.h"

#include <nlohmann/json.hpp>

namespace signalbox::net {

Result<GitLabApi> GitLabIssues::api(const std::string& line) const
{
    auto place = m_placeOf(line);
    if (!place)
        return place.error();
    return GitLabApi(m_client, *std::move(place));
}

Result<std::vector<ForgeIssues::Issue>> GitLabIssues::open(const std::string& line, const std::stop_token& stop)
{
    auto gitlab = api(line);
    if (!gitlab)
        return gitlab.error();
    const auto list
        = gitlab->readAll({.path = std::string("/issues?state=opened&scope=all&per_page=100&labels=") + kLabel,
                           .about = "the issues of " + gitlab->place().repository},
                          nullptr, stop);
    if (!list)
        return list.error();
    std::vector<Issue> issues;
    for (const Json& json : *list)
        issues.push_back({.number = fieldOr<std::int64_t>(json, "iid", 0),
                          .page = fieldOr<std::string>(json, "web_url", {}),
                          .text = fieldOr<std::string>(json, "description", {})});
    return issues;
}

Result<ForgeIssues::Issue> GitLabIssues::create(const ci::IssueReport& report, const std::string& text,
                                                const std::stop_token& stop)
{
    auto gitlab = api(report.because.line);
    if (!gitlab)
        return gitlab.error();
    const auto made
        = gitlab->read({.path = "/issues",
                        .about = "an issue of " + gitlab->place().repository,
                        .method = "POST",
                        .body = dumpJson({{"title", report.title}, {"description", text}, {"labels", kLabel}})},
                       stop);
    if (!made)
        return made.error();
    return Issue{fieldOr<std::int64_t>(*made, "iid", 0), fieldOr<std::string>(*made, "web_url", {}), text};
}

/// They come newest first.
Result<std::vector<std::string>> GitLabIssues::remarks(const std::string& line, std::int64_t issue, UtcTime since,
                                                       const std::stop_token& stop)
{
    auto gitlab = api(line);
    if (!gitlab)
        return gitlab.error();
    const std::string number = std::to_string(issue);
    const auto list
        = gitlab->readAll({.path = "/issues/" + number + "/notes?order_by=created_at&sort=desc&per_page=100",
                           .about = "the notes on issue " + number + " of " + gitlab->place().repository},
                          nullptr, stop);
    if (!list)
        return list.error();
    std::vector<std::string> texts;
    for (const Json& json : *list)
        if (isSince(json, since))
            texts.push_back(fieldOr<std::string>(json, "body", {}));
    return texts;
}

Result<void> GitLabIssues::remark(const std::string& line, std::int64_t issue, const std::string& text,
                                  const std::stop_token& stop)
{
    auto gitlab = api(line);
    if (!gitlab)
        return gitlab.error();
    const std::string number = std::to_string(issue);
    const auto said = gitlab->call({.path = "/issues/" + number + "/notes",
                                    .about = "a note on issue " + number + " of " + gitlab->place().repository,
                                    .method = "POST",
                                    .body = dumpJson({{"body", text}})},
                                   stop);
    return said ? Result<void>() : Result<void>(said.error());
}

Result<std::string> GitLabIssues::linkTo(const ci::RunRef& run)
{
    const auto place = m_placeOf(run.line);
    if (!place)
        return place.error();
    return "The pipeline that failed: " + gitlabWebOf(place->api) + "/" + place->repository + "/-/pipelines/"
        + run.number;
}

} // namespace signalbox::net
