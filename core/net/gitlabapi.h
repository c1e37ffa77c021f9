// SPDX-License-Identifier: GPL-3.0-or-later
// GitLab's REST API about one project: on gitlab.com, or on a server of one's own by its base URL.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     as ForgeApi
// Source     https://docs.gitlab.com/api/rest/ (v4)
#pragma once

#include "core/net/forgeapi.h"

namespace signalbox::net {

/// "acme/shop", "acme/web/shop": groups and a name, of the characters that GitLab allows.
bool isProjectName(std::string_view name);

/// The API of a server that was named with or without it: "https://gitlab.acme.com/api/v4".
std::string gitlabApiOf(std::string address);

/// The pages and git repositories that belong to an API: "https://gitlab.acme.com".
std::string gitlabWebOf(const std::string& api);

class GitLabApi final : public ForgeApi {
public:
    static constexpr const char* kPublicApi = "https://gitlab.com/api/v4";

    GitLabApi(HttpClient& client, ForgePlace place) : ForgeApi(client, std::move(place)) { }

private:
    std::string_view name() const override { return "GitLab"; }
    std::string root() const override { return "/projects/" + escaped(place().repository); }
    HttpFields fields() const override;
    std::string_view tokenNeeded() const override { return "with the scope api: read_api is enough to look only"; }
    Error forbidden(const HttpAnswer& answer, const Request& request, const std::string& said) const override;
};

} // namespace signalbox::net
