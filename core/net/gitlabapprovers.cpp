// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabapprovers.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::net {

bool isRefusal(const Error& error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound;
}

Result<GitLabAccount> accountOf(GitLabApi& api, const std::stop_token& stop)
{
    const auto json = api.read(
        {.path = "/user", .about = "the account of the token in " + api.place().tokenFrom, .isOfServer = true}, stop);
    if (!json)
        return isRefusal(json.error()) ? Result<GitLabAccount>(GitLabAccount()) : json.error();
    return GitLabAccount{fieldOr<std::int64_t>(*json, "id", 0), fieldOr<std::string>(*json, "username", {}),
                         fieldOr<bool>(*json, "is_admin", false)};
}

Result<std::optional<bool>> isNamed(GitLabApi& api, const GitLabAccount& account, const std::vector<GitLabRule>& rules,
                                    const std::stop_token& stop)
{
    using Answer = Result<std::optional<bool>>;
    if (account.id == 0 || rules.empty())
        return Answer(std::nullopt);
    if (account.isAdmin || std::ranges::find(rules, account.id, &GitLabRule::user) != rules.end())
        return Answer(true);
    const bool isByRole = std::ranges::any_of(rules, [](const GitLabRule& rule) { return rule.role > 0; });
    const bool isByGroup = std::ranges::any_of(rules, [](const GitLabRule& rule) { return rule.group > 0; });
    if (isByRole) {
        const auto member = api.read({.path = "/members/all/" + std::to_string(account.id),
                                      .about = account.name + " as a member of " + api.place().repository},
                                     stop);
        if (!member && !isRefusal(member.error()))
            return member.error();
        const int role = member ? static_cast<int>(fieldOr<std::int64_t>(*member, "access_level", 0)) : 0;
        if (std::ranges::any_of(rules, [role](const GitLabRule& rule) { return rule.role > 0 && rule.role <= role; }))
            return Answer(true);
    }
    return isByGroup ? Answer(std::nullopt) : Answer(false);
}

Result<std::optional<bool>> mayAuthorsApprove(GitLabApi& api, const std::stop_token& stop)
{
    const auto project = api.read({.path = "", .about = "project " + api.place().repository}, stop);
    if (!project)
        return project.error();
    const auto allowed = project->find("allow_pipeline_trigger_approve_deployment");
    const bool isTold = allowed != project->end() && allowed->is_boolean();
    return isTold ? std::optional(allowed->get<bool>()) : std::nullopt;
}

Result<std::optional<bool>> mayApprove(GitLabApi& api, const GitLabDeployment& deployment,
                                       const std::vector<GitLabRule>& rules, const std::stop_token& stop)
{
    const auto account = accountOf(api, stop);
    if (!account)
        return account.error();
    if (account->id != 0
        && std::ranges::find(deployment.approvals, account->name, &GitLabApproval::by) != deployment.approvals.end())
        return std::optional(false);
    if (account->id != 0 && account->name == deployment.user) {
        const auto allowed = mayAuthorsApprove(api, stop);
        if (!allowed || !allowed->value_or(true))
            return allowed;
    }
    return isNamed(api, *account, rules, stop);
}

Result<std::vector<GitLabRule>> deployersTo(GitLabApi& api, const std::string& environment, const std::stop_token& stop)
{
    const auto json = api.read({.path = "/protected_environments/" + escaped(environment),
                                .about = "protected environment " + environment + " of " + api.place().repository},
                               stop);
    if (!json)
        return isRefusal(json.error()) ? Result<std::vector<GitLabRule>>(std::vector<GitLabRule>()) : json.error();
    return gitlabRules(*json, "deploy_access_levels");
}

} // namespace signalbox::net
