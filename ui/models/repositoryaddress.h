// SPDX-License-Identifier: GPL-3.0-or-later
// What a person pastes for a repository: the address of its page, or that to clone it from.
//
// Thread  any: pure
#pragma once

#include <QString>

#include <optional>

namespace signalbox::ui {

struct RepositoryAddress {
    QString provider; // "github", "gitlab"; empty: the address does not tell
    QString server; // "https://git.acme.com:8443"; empty: the public one of the provider
    QString repository; // "acme/shop"; empty: the address names none
};

/// Of "https://github.com/acme/shop/tree/main", "git@gitlab.com:acme/web/shop.git", "github.com/acme/shop"; nothing:
/// that is no address. `isGitLab`: as chosen, where the address does not tell.
std::optional<RepositoryAddress> repositoryAddress(const QString& words, bool isGitLab);

/// Whether it is a name as the provider takes it: "acme/shop", with GitLab also "acme/web/shop".
bool isRepositoryName(const QString& name, bool isGitLab);

} // namespace signalbox::ui
