// SPDX-License-Identifier: GPL-3.0-or-later
// What a token may do on GitHub. What would change something is asked of run 0, which there is none of, or without
// what it needs: GitHub looks at the permission of a fine-grained token or of an App before it looks for the run. Of a
// classic token and of its owner's role, it hides what it refuses; what they may is read from their scopes and from
// `permissions` of the repository.
//
// Thread     tryAll(): one at a time; blocks
// Ownership  the client outlives it
// Errors     as ci::Rights
// Source     https://docs.github.com/en/rest (X-GitHub-Api-Version 2022-11-28): users, apps/installations,
//            actions/workflow-runs, deployments/environments, pulls, git/refs, repos/webhooks;
//            .../rest/using-the-rest-api/troubleshooting-the-rest-api (X-Accepted-GitHub-Permissions)
#pragma once

#include "core/net/forgerights.h"
#include "core/net/githubapi.h"

namespace signalbox::net {

class GitHubRights final : public ForgeRights {
public:
    GitHubRights(HttpClient& client, ForgePlace place) : ForgeRights(m_github), m_github(client, std::move(place)) { }

private:
    ForgeApi::Request reaching() const override;
    void signIn(ci::TriedRight& tried) override;
    void readRuns(ci::TriedRight& tried) override;
    void readEnvironments(ci::TriedRight& tried) override;
    void rerunJobs(ci::TriedRight& tried) override;
    void openChanges(ci::TriedRight& tried) override;
    void openIssues(ci::TriedRight& tried) override;
    void reviewDeployments(ci::TriedRight& tried) override;
    void readReasons(ci::TriedRight& tried) override;
    void readWebhooks(ci::TriedRight& tried) override;
    std::string lackedIn(const HttpAnswer& answer, ci::Right right) const override;

    bool mayChange(ci::TriedRight& tried) const; // by its scopes, and its owner's role
    bool hasScope() const;
    bool hasHookScope() const;

    GitHubApi m_github;
    bool m_isApp = false; // a token of an installation, or of a workflow
    std::optional<std::string> m_scopes; // of a classic token
    bool m_isPrivate = false;
    bool m_mayPush = true; // whoever the token is of
};

/// "actions=write,contents=read" as "Actions: write, Contents: read".
std::string permissionWords(std::string_view field);

} // namespace signalbox::net
