// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githubpulls.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::net {

namespace {

ci::OfferedChange changeIn(const Json& json, const std::string& branch)
{
    return {.number = fieldOr<std::int64_t>(json, "number", 0),
            .page = fieldOr<std::string>(json, "html_url", {}),
            .branch = branch,
            .isOpen = fieldOr<std::string>(json, "state", {}) == "open",
            .isMerged = !fieldOr<std::string>(json, "merged_at", {}).empty()};
}

std::string ownerOf(const GitHubPlace& place)
{
    return place.repository.substr(0, place.repository.find('/'));
}

std::string shaIn(const Json& json)
{
    return fieldOr<std::string>(json, "sha", {});
}

bool changesWorkflow(const ci::ChangeOffer& change)
{
    return std::ranges::any_of(change.files,
                               [](const auto& file) { return file.path.starts_with(".github/workflows/"); });
}

/// GitHub answers 404 to a token that may change files, but no workflow.
Error withWorkflows(Error error)
{
    if (error.code == ErrorCode::NotFound || error.code == ErrorCode::InvalidInput)
        error = {ErrorCode::InvalidInput,
                 error.detail + "; a change of a workflow needs the permission Workflows: read and write"};
    return error;
}

} // namespace

Result<std::string> GitHubPulls::definitionOf(const ci::RunRef& run, const std::stop_token& stop)
{
    auto github = api(run.line);
    if (!github)
        return github.error();
    const auto json = github->read(
        {.path = "/actions/runs/" + run.number, .about = "run " + run.number + " of " + github->place().repository},
        stop);
    if (!json)
        return json.error();
    const std::string path = fieldOr<std::string>(*json, "path", {});
    return path.substr(0, path.find('@')); // what follows is a branch
}

Result<GitHubApi> GitHubPulls::api(const std::string& line) const
{
    auto place = m_placeOf(line);
    if (!place)
        return place.error();
    return GitHubApi(m_client, *std::move(place));
}

Result<std::optional<ci::OfferedChange>> GitHubPulls::find(const std::string& line, const std::string& branch,
                                                           const std::stop_token& stop)
{
    auto github = api(line);
    return github ? find(*github, branch, stop) : Result<std::optional<ci::OfferedChange>>(github.error());
}

Result<std::optional<ci::OfferedChange>> GitHubPulls::find(GitHubApi& api, const std::string& branch,
                                                           const std::stop_token& stop) const
{
    const std::string about = "the pull request of branch " + branch + " of " + api.place().repository;
    const auto answer = api.call(
        {.path = "/pulls?state=all&per_page=1&head=" + ownerOf(api.place()) + ":" + branch, .about = about}, stop);
    if (!answer)
        return answer.error();
    const auto list = parseJson(answer->body);
    if (!list || !list->is_array())
        return Error{ErrorCode::Network, api.place().api + " answers for " + about + " with what is no list"};
    return list->empty() ? std::optional<ci::OfferedChange>() : changeIn(list->front(), branch);
}

Result<ci::OfferedChange> GitHubPulls::offer(const ci::ChangeOffer& change, const std::stop_token& stop)
{
    auto github = api(change.because.line);
    if (!github)
        return github.error();
    const auto before = find(*github, change.branch, stop);
    if (!before)
        return before.error();
    if (*before && !(*before)->isOpen)
        return endedOffer(**before);
    if (const auto made = makeBranch(*github, change, stop); !made)
        return made.error();
    if (*before)
        return **before;
    const std::string run
        = webOf(github->place().api) + "/" + github->place().repository + "/actions/runs/" + change.because.number;
    const auto opened = github->read(
        {.path = "/pulls",
         .about = "a pull request from " + change.branch + " to " + change.base + " of " + github->place().repository,
         .method = "POST",
         .body = dumpJson({{"title", change.title},
                           {"head", change.branch},
                           {"base", change.base},
                           {"body", change.text + "\n\nThe run that failed: " + run}})},
        stop);
    if (opened)
        return changeIn(*opened, change.branch);
    const auto after = find(*github, change.branch, stop); // it may have been opened all the same
    return after && *after ? Result<ci::OfferedChange>(**after) : opened.error();
}

Result<void> GitHubPulls::makeBranch(GitHubApi& api, const ci::ChangeOffer& change, const std::stop_token& stop) const
{
    const std::string about = "branch " + change.branch + " of " + api.place().repository;
    const GitHubApi::Request look{.path = "/git/ref/heads/" + change.branch, .about = about};
    if (const auto known = api.read(look, stop); known || known.error().code != ErrorCode::NotFound)
        return known ? checkBranch(api, change, *known, stop) : Result<void>(known.error());
    const auto commit = makeCommit(api, change, stop);
    if (!commit)
        return commit.error();
    const auto made = api.call({.path = "/git/refs",
                                .about = about,
                                .method = "POST",
                                .body = dumpJson({{"ref", "refs/heads/" + change.branch}, {"sha", *commit}})},
                               stop);
    if (made)
        return {};
    const auto known = api.read(look, stop); // it may have been made all the same
    return known ? checkBranch(api, change, *known, stop) : Result<void>(made.error());
}

/// Whoever may push could have made one of that name: nothing is offered for ours that is not.
Result<void> GitHubPulls::checkBranch(GitHubApi& api, const ci::ChangeOffer& change, const Json& branch,
                                      const std::stop_token& stop) const
{
    const std::string about = "branch " + change.branch + " of " + api.place().repository;
    const auto commit = api.read(
        {.path = "/git/commits/" + shaIn(fieldOr<Json>(branch, "object", Json::object())), .about = about}, stop);
    if (!commit)
        return commit.error();
    const auto tree = makeTree(api, change, stop);
    if (!tree)
        return tree.error();
    const Json parents = fieldOr<Json>(*commit, "parents", Json::array());
    const bool isOurs = shaIn(fieldOr<Json>(*commit, "tree", Json::object())) == *tree && parents.size() == 1
        && shaIn(parents.front()) == change.commit;
    return isOurs ? Result<void>() : branchOfOthers(about);
}

Result<std::string> GitHubPulls::modeOf(GitHubApi& api, const std::string& path, std::string tree,
                                        const std::stop_token& stop) const
{
    for (std::string_view rest = path;; rest.remove_prefix(rest.find('/') + 1)) {
        const auto listed
            = api.read({.path = "/git/trees/" + tree, .about = path + " of " + api.place().repository}, stop);
        if (!listed)
            return listed.error();
        const std::string name(rest.substr(0, rest.find('/')));
        const Json entries = fieldOr<Json>(*listed, "tree", Json::array());
        const auto entry = std::find_if(entries.begin(), entries.end(),
                                        [&](const Json& one) { return fieldOr<std::string>(one, "path", {}) == name; });
        if (entry == entries.end())
            return std::string("100644");
        if (name.size() == rest.size())
            return fieldOr<std::string>(*entry, "mode", {});
        tree = shaIn(*entry);
    }
}

/// Of nothing that anybody sees before a branch leads there: made again, it is the same.
Result<std::string> GitHubPulls::makeTree(GitHubApi& api, const ci::ChangeOffer& change,
                                          const std::stop_token& stop) const
{
    const std::string about = "commit " + change.commit + " of " + api.place().repository;
    const auto parent = api.read({.path = "/git/commits/" + change.commit, .about = about}, stop);
    if (!parent)
        return parent.error();
    const std::string base = shaIn(fieldOr<Json>(*parent, "tree", Json::object()));
    Json files = Json::array();
    for (const ci::ChangedFile& file : change.files) {
        const auto mode = modeOf(api, file.path, base, stop);
        if (!mode)
            return mode;
        files.push_back({{"path", file.path}, {"mode", *mode}, {"type", "blob"}, {"content", file.content}});
    }
    const auto tree = api.read({.path = "/git/trees",
                                .about = change.files.front().path + " of " + api.place().repository,
                                .method = "POST",
                                .body = dumpJson({{"base_tree", base}, {"tree", std::move(files)}})},
                               stop);
    if (!tree)
        return changesWorkflow(change) ? withWorkflows(tree.error()) : tree.error();
    return shaIn(*tree);
}

Result<std::string> GitHubPulls::makeCommit(GitHubApi& api, const ci::ChangeOffer& change,
                                            const std::stop_token& stop) const
{
    const auto tree = makeTree(api, change, stop);
    if (!tree)
        return tree;
    const auto made = api.read(
        {.path = "/git/commits",
         .about = "a commit of " + api.place().repository,
         .method = "POST",
         .body = dumpJson({{"message", change.title}, {"tree", *tree}, {"parents", Json::array({change.commit})}})},
        stop);
    return made ? Result<std::string>(shaIn(*made)) : made.error();
}

} // namespace signalbox::net
