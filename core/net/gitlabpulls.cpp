// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabpulls.h"

#include <QByteArray>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::net {

namespace {

ci::OfferedChange changeIn(const Json& json, const std::string& branch)
{
    return {.number = fieldOr<std::int64_t>(json, "iid", 0),
            .page = fieldOr<std::string>(json, "web_url", {}),
            .branch = branch,
            .isOpen = fieldOr<std::string>(json, "state", {}) == "opened",
            .isMerged = fieldOr<std::string>(json, "state", {}) == "merged"};
}

/// A fork may have a branch of that name, too.
bool isOfFork(const Json& json)
{
    return fieldOr<std::int64_t>(json, "source_project_id", 0) != fieldOr<std::int64_t>(json, "target_project_id", 0);
}

} // namespace

Result<std::string> GitLabPulls::definitionOf(const ci::RunRef& run, const std::stop_token& stop)
{
    auto gitlab = api(run.line);
    if (!gitlab)
        return gitlab.error();
    const auto json = gitlab->read({.path = "", .about = "project " + gitlab->place().repository}, stop);
    if (!json)
        return json.error();
    const std::string path = fieldOr<std::string>(*json, "ci_config_path", {}); // null: the usual one
    return path.empty() ? std::string(".gitlab-ci.yml") : path;
}

Result<GitLabApi> GitLabPulls::api(const std::string& line) const
{
    auto place = m_placeOf(line);
    if (!place)
        return place.error();
    return GitLabApi(m_client, *std::move(place));
}

Result<std::optional<ci::OfferedChange>> GitLabPulls::find(const std::string& line, const std::string& branch,
                                                           const std::stop_token& stop)
{
    auto gitlab = api(line);
    return gitlab ? find(*gitlab, branch, stop) : Result<std::optional<ci::OfferedChange>>(gitlab.error());
}

Result<std::optional<ci::OfferedChange>> GitLabPulls::find(GitLabApi& api, const std::string& branch,
                                                           const std::stop_token& stop) const
{
    const auto newest
        = api.readAll({.path = "/merge_requests?state=all&order_by=created_at&sort=desc&per_page=100"
                               "&source_branch="
                           + escaped(branch),
                       .about = "the merge request of branch " + branch + " of " + api.place().repository},
                      nullptr, stop);
    if (!newest)
        return newest.error();
    for (const Json& json : *newest) {
        if (!isOfFork(json))
            return std::optional(changeIn(json, branch));
    }
    return std::optional<ci::OfferedChange>();
}

Result<ci::OfferedChange> GitLabPulls::offer(const ci::ChangeOffer& change, const std::stop_token& stop)
{
    auto gitlab = api(change.because.line);
    if (!gitlab)
        return gitlab.error();
    const auto before = find(*gitlab, change.branch, stop);
    if (!before)
        return before.error();
    if (*before && !(*before)->isOpen)
        return endedOffer(**before);
    if (const auto made = makeBranch(*gitlab, change, stop); !made)
        return made.error();
    if (*before)
        return **before;
    const std::string run
        = gitlabWebOf(gitlab->place().api) + "/" + gitlab->place().repository + "/-/pipelines/" + change.because.number;
    const auto opened = gitlab->read(
        {.path = "/merge_requests",
         .about = "a merge request from " + change.branch + " to " + change.base + " of " + gitlab->place().repository,
         .method = "POST",
         .body = dumpJson({{"title", change.title},
                           {"source_branch", change.branch},
                           {"target_branch", change.base},
                           {"remove_source_branch", true},
                           {"description", change.text + "\n\nThe pipeline that failed: " + run}})},
        stop);
    if (opened)
        return changeIn(*opened, change.branch);
    const auto after = find(*gitlab, change.branch, stop); // it may have been opened all the same
    return after && *after ? Result<ci::OfferedChange>(**after) : opened.error();
}

/// The branch begins with its commit: one request makes both, or neither.
Result<void> GitLabPulls::makeBranch(GitLabApi& api, const ci::ChangeOffer& change, const std::stop_token& stop) const
{
    const std::string about = "branch " + change.branch + " of " + api.place().repository;
    const GitLabApi::Request look{.path = "/repository/branches/" + escaped(change.branch), .about = about};
    if (const auto known = api.call(look, stop); known || known.error().code != ErrorCode::NotFound)
        return known ? checkBranch(api, change, stop) : Result<void>(known.error());
    Json actions = Json::array();
    for (const ci::ChangedFile& changed : change.files) {
        const auto file
            = api.call({.path = "/repository/files/" + escaped(changed.path) + "?ref=" + escaped(change.commit),
                        .about = changed.path + " of " + api.place().repository},
                       stop);
        if (!file && file.error().code != ErrorCode::NotFound)
            return file.error();
        actions.push_back(
            {{"action", file ? "update" : "create"}, {"file_path", changed.path}, {"content", changed.content}});
    }
    const auto made = api.call({.path = "/repository/commits",
                                .about = about,
                                .method = "POST",
                                .body = dumpJson({{"branch", change.branch},
                                                  {"start_sha", change.commit},
                                                  {"commit_message", change.title},
                                                  {"actions", std::move(actions)}})},
                               stop);
    if (made)
        return {};
    const auto known = api.call(look, stop); // it may have been made all the same
    return known ? checkBranch(api, change, stop) : Result<void>(made.error());
}

/// Whoever may push could have made one of that name: nothing is offered for ours that is not.
Result<void> GitLabPulls::checkBranch(GitLabApi& api, const ci::ChangeOffer& change, const std::stop_token& stop) const
{
    const std::string about = "branch " + change.branch + " of " + api.place().repository;
    const auto compared
        = api.read({.path = "/repository/compare?from=" + escaped(change.commit) + "&to=" + escaped(change.branch),
                    .about = about},
                   stop);
    if (!compared)
        return compared.error();
    const Json changed = fieldOr<Json>(*compared, "diffs", Json::array());
    bool isOurs
        = fieldOr<Json>(*compared, "commits", Json::array()).size() == 1 && changed.size() == change.files.size();
    for (std::size_t i = 0; isOurs && i < change.files.size(); ++i) {
        const ci::ChangedFile& file = change.files[i];
        isOurs = std::ranges::any_of(
            changed, [&](const Json& one) { return fieldOr<std::string>(one, "new_path", {}) == file.path; });
        const auto there
            = api.read({.path = "/repository/files/" + escaped(file.path) + "?ref=" + escaped(change.branch),
                        .about = file.path + " of " + about},
                       stop);
        if (!there && there.error().code != ErrorCode::NotFound)
            return there.error();
        const QByteArray content
            = there ? QByteArray::fromStdString(fieldOr<std::string>(*there, "content", {})) : QByteArray();
        isOurs = isOurs && there && QByteArray::fromBase64(content).toStdString() == file.content;
    }
    return isOurs ? Result<void>() : branchOfOthers(about);
}

} // namespace signalbox::net
