// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/forges.h"

#include "core/net/githubapi.h"
#include "core/net/gitlabapi.h"

#include <algorithm>

namespace signalbox::host {

namespace {

std::string withoutSlash(std::string address)
{
    while (address.ends_with('/'))
        address.pop_back();
    return address;
}

} // namespace

const Forge* forgeOf(std::string_view provider)
{
    static const std::vector<Forge> forges{{.provider = "github",
                                            .isGitLab = false,
                                            .name = "GitHub",
                                            .publicApi = net::GitHubApi::kPublicApi,
                                            .exampleApi = "https://github.acme.com/api/v3",
                                            .addressVariable = "GITHUB_API_URL",
                                            .tokenVariables = {"GH_TOKEN", "GITHUB_TOKEN"},
                                            .repositoryForm = "OWNER/NAME, such as acme/shop",
                                            .runForm = ".../actions/runs/N",
                                            .gitUser = "x-access-token",
                                            .isRepository = net::isRepositoryName,
                                            .apiOf = withoutSlash,
                                            .webOf = net::webOf},
                                           {.provider = "gitlab",
                                            .isGitLab = true,
                                            .name = "GitLab",
                                            .publicApi = net::GitLabApi::kPublicApi,
                                            .exampleApi = "https://gitlab.acme.com/api/v4",
                                            .addressVariable = "GITLAB_URL",
                                            .tokenVariables = {"GITLAB_TOKEN"},
                                            .repositoryForm = "GROUP/PROJECT, such as acme/shop",
                                            .runForm = ".../-/pipelines/N",
                                            .gitUser = "oauth2",
                                            .isRepository = net::isProjectName,
                                            .apiOf = net::gitlabApiOf,
                                            .webOf = net::gitlabWebOf}};
    const auto found = std::ranges::find_if(forges, [&](const Forge& one) { return provider == one.provider; });
    return found == forges.end() ? nullptr : &*found;
}

} // namespace signalbox::host
