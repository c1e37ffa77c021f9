// SPDX-License-Identifier: GPL-3.0-or-later
// What a token may do on GitLab. What would change something is asked of pipeline 0, which there is none of, or without
// what it needs: GitLab looks at the scope of the token before that. It looks at the role of whoever it is of only
// behind that, so that the role is asked for.
//
// Thread     tryAll(): one at a time; blocks
// Ownership  the client outlives it
// Errors     as ci::Rights
// Source     https://docs.gitlab.com/api/ (v4): users, personal_access_tokens, members, pipelines, environments,
//            merge_requests, deployments, project_webhooks; lib/api/api_guard.rb (insufficient_scope),
//            lib/api/ci/pipelines.rb
#pragma once

#include "core/net/forgerights.h"
#include "core/net/gitlabapi.h"

namespace signalbox::net {

class GitLabRights final : public ForgeRights {
public:
    GitLabRights(HttpClient& client, ForgePlace place) : ForgeRights(m_gitlab), m_gitlab(client, std::move(place)) { }

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

    void needDeveloper(ci::TriedRight& tried); // of what its scope is enough for

    GitLabApi m_gitlab;
    std::string m_user; // its number
    bool m_isAdmin = false;
    bool m_takesIssues = true; // the project
};

} // namespace signalbox::net
