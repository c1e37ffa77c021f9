// SPDX-License-Identifier: GPL-3.0-or-later
// What a person pastes for a repository: the address of its page, or that to clone it from.
//
// Thread  any: pure
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signalbox::host {

struct RepositoryAddress {
    std::string provider; // "github", "gitlab"; empty: the address does not tell
    std::string server; // "https://git.acme.com:8443"; empty: the public one of the provider
    std::string repository; // "acme/shop"; empty: the address names none
};

/// Of "https://github.com/acme/shop/tree/main", "git@gitlab.com:acme/web/shop.git", "github.com/acme/shop"; nothing:
/// that is no address. `provider`: as chosen, where the address does not tell.
std::optional<RepositoryAddress> repositoryAddress(std::string_view words, std::string_view provider);

/// Whether it is a name as the provider takes it: "acme/shop", with GitLab also "acme/web/shop".
bool isRepositoryName(std::string_view provider, std::string_view name);

} // namespace signalbox::host
