// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of GitHub that are a list, not an object.
//
// Thread  any; a call blocks
// Errors  as GitHubApi; Network where it is no list
#pragma once

#include "core/net/githubapi.h"

namespace signalbox::net {

Result<Json> readList(GitHubApi& api, const GitHubApi::Request& request, const std::stop_token& stop);

} // namespace signalbox::net
