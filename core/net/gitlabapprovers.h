// SPDX-License-Identifier: GPL-3.0-or-later
// Who may let a deployment of GitLab through, and whether whoever our token stands for is one of them.
//
// Thread     any; calls block
// Ownership  the API outlives each call
// Errors     as GitLabApi; what it refuses to tell is not known
// Source     https://docs.gitlab.com/api/users/, https://docs.gitlab.com/api/members/,
//            https://docs.gitlab.com/api/protected_environments/
#pragma once

#include "core/net/gitlabapi.h"
#include "core/net/gitlabdeployments.h"

namespace signalbox::net {

/// Nothing that another try mends.
bool isRefusal(const Error& error);

/// Whoever the token stands for; without an id where GitLab does not say.
struct GitLabAccount {
    std::int64_t id = 0;
    std::string name;
    bool isAdmin = false; // of the server: may approve anything
};

Result<GitLabAccount> accountOf(GitLabApi& api, const std::stop_token& stop);

/// Whether one of the rules names it, or its role, or it needs none; nothing where a group may.
Result<std::optional<bool>> isNamed(GitLabApi& api, const GitLabAccount& account, const std::vector<GitLabRule>& rules,
                                    const std::stop_token& stop);

/// Whether whoever has started a pipeline may approve its deployments; nothing where GitLab does not tell.
Result<std::optional<bool>> mayAuthorsApprove(GitLabApi& api, const std::stop_token& stop);

/// Whether the token may approve it. Each account approves once.
Result<std::optional<bool>> mayApprove(GitLabApi& api, const GitLabDeployment& deployment,
                                       const std::vector<GitLabRule>& rules, const std::stop_token& stop);

/// Who may deploy to a protected environment; nobody where it is not protected, or GitLab does not tell.
Result<std::vector<GitLabRule>> deployersTo(GitLabApi& api, const std::string& environment,
                                            const std::stop_token& stop);

} // namespace signalbox::net
