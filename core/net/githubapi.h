// SPDX-License-Identifier: GPL-3.0-or-later
// GitHub's REST API about one repository: on github.com, or on an Enterprise server by its base URL.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     as ForgeApi
// Source     https://docs.github.com/en/rest (X-GitHub-Api-Version 2022-11-28)
#pragma once

#include "core/net/forgeapi.h"

namespace signalbox::net {

using GitHubPlace = ForgePlace;

/// "acme/shop": one owner and one name, of the characters that GitHub allows.
bool isRepositoryName(std::string_view name);

/// The pages and git repositories that belong to an API: "https://github.com", "https://github.acme.com".
std::string webOf(const std::string& api);

class GitHubApi final : public ForgeApi {
public:
    static constexpr const char* kPublicApi = "https://api.github.com"; // of an Enterprise server ".../api/v3"

    GitHubApi(HttpClient& client, GitHubPlace place) : ForgeApi(client, std::move(place)) { }

private:
    std::string_view name() const override { return "GitHub"; }
    std::string root() const override { return "/repos/" + place().repository; }
    HttpFields fields() const override;
    std::string_view tokenNeeded() const override { return "that may read its Actions, and write them to heal"; }
    Milliseconds writesApart() const override;
    Error forbidden(const HttpAnswer& answer, const Request& request, const std::string& said) const override;
};

} // namespace signalbox::net
