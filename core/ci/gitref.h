// SPDX-License-Identifier: GPL-3.0-or-later
// Names of branches and commits as pushes tell them.
//
// Thread  any: pure
#pragma once

#include <string>
#include <string_view>

namespace signalbox::ci {

/// "feature/a/b" of "refs/heads/feature/a/b"; empty for a tag.
inline std::string branchOf(std::string_view ref)
{
    constexpr std::string_view kHeads = "refs/heads/";
    return ref.starts_with(kHeads) ? std::string(ref.substr(kHeads.size())) : std::string();
}

/// The commit that stands for none: a branch was made or deleted.
inline bool isNoCommit(std::string_view commit)
{
    return commit.find_first_not_of('0') == std::string_view::npos;
}

} // namespace signalbox::ci
