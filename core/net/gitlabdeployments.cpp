// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabdeployments.h"

#include "core/base/redaction.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace signalbox::net {

namespace {

constexpr std::size_t kMostCommits = 30; // that are named
constexpr std::size_t kMostPaths = 100; // likewise
constexpr std::size_t kMostReleases = 10; // likewise
constexpr std::size_t kLongestText = 2'000; // bytes of what a person has written there
constexpr std::string_view kRejected = "deployment_rejected";
constexpr std::array<std::string_view, 6> kStarted{"pending", "preparing", "waiting_for_resource",
                                                   "running", "canceling", "success"};

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

Json inside(const Json& json, std::string_view key)
{
    return fieldOr<Json>(json, key, Json::object());
}

/// Words of people, made harmless.
std::string written(const std::string& words)
{
    return withoutSecrets(words.substr(0, kLongestText));
}

GitLabApproval approvalIn(const Json& json)
{
    return {.by = text(inside(json, "user"), "username"),
            .approved = text(json, "status") == "approved",
            .comment = written(text(json, "comment"))};
}

GitLabRule ruleIn(const Json& json)
{
    GitLabRule rule{.user = fieldOr<std::int64_t>(json, "user_id", 0),
                    .group = fieldOr<std::int64_t>(json, "group_id", 0),
                    .name = text(json, "access_level_description"),
                    .needed = static_cast<int>(fieldOr<std::int64_t>(json, "required_approvals", 0))};
    if (rule.user == 0 && rule.group == 0) // those have a role besides
        rule.role = static_cast<int>(fieldOr<std::int64_t>(json, "access_level", 0));
    return rule;
}

/// Those that are given without a rule stand apart from those that are given under one.
void readApprovals(const Json& json, GitLabDeployment& out)
{
    const auto add = [&out](const Json& list) {
        for (const Json& one : list) {
            GitLabApproval approval = approvalIn(one);
            const bool isKnown = std::ranges::any_of(out.approvals, [&](const GitLabApproval& known) {
                return known.by == approval.by && known.approved == approval.approved
                    && known.comment == approval.comment;
            });
            if (!isKnown)
                out.approvals.push_back(std::move(approval));
        }
    };
    add(fieldOr<Json>(json, "approvals", Json::array()));
    for (const Json& rule : fieldOr<Json>(inside(json, "approval_summary"), "rules", Json::array())) {
        out.rules.push_back(ruleIn(rule));
        out.needed += out.rules.back().needed;
        add(fieldOr<Json>(rule, "deployment_approvals", Json::array()));
    }
}

/// Added and removed lines of a unified diff.
std::pair<std::int64_t, std::int64_t> linesOf(std::string_view diff)
{
    std::int64_t added = 0;
    std::int64_t removed = 0;
    bool isInside = false; // a hunk: file names stand before it
    while (!diff.empty()) {
        isInside |= diff.starts_with("@@");
        added += isInside && diff.front() == '+' ? 1 : 0;
        removed += isInside && diff.front() == '-' ? 1 : 0;
        const auto end = diff.find('\n');
        diff.remove_prefix(end == std::string_view::npos ? diff.size() : end + 1);
    }
    return {added, removed};
}

std::string changeOf(const Json& diff)
{
    if (fieldOr<bool>(diff, "new_file", false))
        return "added";
    if (fieldOr<bool>(diff, "deleted_file", false))
        return "removed";
    return fieldOr<bool>(diff, "renamed_file", false) ? "renamed" : "modified";
}

} // namespace

bool GitLabGateJob::isStarted() const
{
    const bool hasFailed = status == "failed" && failureReason != kRejected; // there may have been no runner for it
    return hasBegun || hasFailed || std::ranges::find(kStarted, status) != kStarted.end();
}

bool GitLabGateJob::isRefused() const
{
    return !isStarted() && (status == "canceled" || status == "failed");
}

GitLabGateJob gitlabGateJob(const Json& json)
{
    return {.id = fieldOr<std::int64_t>(json, "id", 0),
            .name = text(json, "name"),
            .status = text(json, "status"),
            .failureReason = text(json, "failure_reason"),
            .user = text(inside(json, "user"), "username"),
            .createdAt = text(json, "created_at"),
            .mayFail = fieldOr<bool>(json, "allow_failure", false),
            .hasBegun = !text(json, "started_at").empty()};
}

GitLabDeployment gitlabDeployment(const Json& json)
{
    GitLabDeployment out;
    out.id = fieldOr<std::int64_t>(json, "id", 0);
    out.environment = text(inside(json, "environment"), "name");
    out.status = text(json, "status");
    out.user = text(inside(json, "user"), "username");
    out.job = gitlabGateJob(inside(json, "deployable"));
    out.missing = static_cast<int>(fieldOr<std::int64_t>(json, "pending_approval_count", 0));
    readApprovals(json, out);
    if (out.rules.empty())
        out.needed = out.missing + static_cast<int>(std::ranges::count_if(out.approvals, &GitLabApproval::approved));
    return out;
}

std::vector<GitLabRule> gitlabRules(const Json& json, std::string_view member)
{
    std::vector<GitLabRule> rules;
    for (const Json& one : fieldOr<Json>(json, member, Json::array()))
        rules.push_back(ruleIn(one));
    return rules;
}

std::vector<ci::GateReviewer> reviewersIn(const std::vector<GitLabRule>& rules)
{
    std::vector<ci::GateReviewer> reviewers;
    for (const GitLabRule& rule : rules)
        reviewers.push_back({.name = rule.name, .isTeam = rule.user == 0});
    return reviewers;
}

std::vector<ci::GateReview> gitlabReviews(const GitLabGateJob& job, const GitLabDeployment* deployment)
{
    const std::string environment = deployment ? deployment->environment : job.name;
    const std::string gate = std::to_string(job.id);
    std::vector<ci::GateReview> reviews;
    if (deployment) {
        for (const GitLabApproval& one : deployment->approvals)
            reviews.push_back({environment, one.approved, one.by, one.comment, gate});
    }
    const bool isRejected = std::ranges::any_of(reviews, [](const auto& review) { return !review.approved; });
    if (job.isStarted())
        reviews.push_back({environment, true, job.user, {}, gate});
    else if (job.isRefused() && !isRejected)
        reviews.push_back({environment, false, {}, {}, gate});
    return reviews;
}

ci::GateChanges gitlabChanges(const Json& comparison)
{
    ci::GateChanges changes;
    const Json commits = fieldOr<Json>(comparison, "commits", Json::array());
    const Json diffs = fieldOr<Json>(comparison, "diffs", Json::array());
    changes.commits = static_cast<std::int64_t>(commits.size());
    changes.files = static_cast<std::int64_t>(diffs.size());
    changes.isCounted = !fieldOr<bool>(comparison, "compare_timeout", false);
    for (auto at = commits.rbegin(); at != commits.rend() && changes.newest.size() < kMostCommits; ++at)
        changes.newest.push_back({.commit = text(*at, "id"),
                                  .title = written(text(*at, "title")),
                                  .author = written(text(*at, "author_name"))});
    for (const Json& diff : diffs) {
        if (changes.paths.size() == kMostPaths)
            break;
        const auto [added, removed] = linesOf(text(diff, "diff"));
        changes.paths.push_back(
            {.path = text(diff, "new_path"), .status = changeOf(diff), .additions = added, .deletions = removed});
    }
    return changes;
}

std::vector<ci::PastRelease> gitlabPast(const Json& deployments)
{
    std::vector<ci::PastRelease> past;
    for (const Json& one : deployments) {
        if (past.size() == kMostReleases)
            break;
        const std::string status = text(one, "status");
        const auto conclusion = status == "success" ? ci::Conclusion::Success
            : status == "failed"                    ? ci::Conclusion::Failure
            : status == "canceled"                  ? ci::Conclusion::Cancelled
                                                    : ci::Conclusion::None;
        const auto at = parseUtc(text(one, "created_at"));
        if (conclusion != ci::Conclusion::None)
            past.push_back({text(one, "sha"), conclusion, at ? std::optional(*at) : std::nullopt});
    }
    return past;
}

} // namespace signalbox::net
