// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gitlabapi.h"

namespace signalbox::net {

namespace {

constexpr std::string_view kVersion = "/api/v4";
constexpr std::size_t kMostParts = 21; // twenty groups, and the project

/// What somebody else was quicker to do, or what goes on.
bool isTooLate(std::string_view message)
{
    return message.find("not retryable") != std::string_view::npos
        || message.find("not cancelable") != std::string_view::npos;
}

} // namespace

bool isProjectName(std::string_view name)
{
    std::size_t parts = 0;
    for (bool more = true; more; ++parts) {
        const auto slash = name.find('/');
        more = slash != std::string_view::npos;
        if (!isNamePart(name.substr(0, slash)))
            return false;
        name.remove_prefix(more ? slash + 1 : name.size());
    }
    return parts >= 2 && parts <= kMostParts;
}

std::string gitlabApiOf(std::string address)
{
    while (address.ends_with('/'))
        address.pop_back();
    return address.ends_with(kVersion) ? address : address + std::string(kVersion);
}

std::string gitlabWebOf(const std::string& api)
{
    return api.ends_with(kVersion) ? api.substr(0, api.size() - kVersion.size()) : api;
}

/// As a bearer, personal, project and group tokens are taken as those of OAuth are.
HttpFields GitLabApi::fields() const
{
    return {{"Accept", "application/json"}, {"Authorization", "Bearer " + place().token}};
}

Error GitLabApi::forbidden(const HttpAnswer&, const Request& request, const std::string& said) const
{
    const std::string quoted = said.empty() ? said : " (" + said + ")";
    if (isTooLate(said))
        return {ErrorCode::Conflict, request.about + ": GitLab refuses this now" + quoted};
    return {ErrorCode::InvalidInput,
            "the token in " + place().tokenFrom + " may not do this on " + place().repository + quoted
                + "; it needs the scope api, and the role Developer or more"};
}

} // namespace signalbox::net
