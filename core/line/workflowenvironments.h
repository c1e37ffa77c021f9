// SPDX-License-Identifier: GPL-3.0-or-later
// Where the jobs of a GitHub workflow deploy to, by its file.
//
// Thread  any: pure
// Source  https://docs.github.com/en/actions/writing-workflows/workflow-syntax-for-github-actions
//         (jobs.<job_id>.environment, jobs.<job_id>.uses)
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::line {

/// What is known only when it runs, or stands in another file.
inline constexpr std::string_view kAnyEnvironment = "*";

/// Each once, in order; kAnyEnvironment for what cannot be told, of a file that cannot be read too.
std::vector<std::string> environmentsIn(std::string_view workflow);

} // namespace signalbox::line
