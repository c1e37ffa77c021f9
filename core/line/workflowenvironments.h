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

struct WorkflowEnvironments {
    std::vector<std::string> names; // each once, in order
    bool areAll = true; // false: others are known only when it runs, or stand in another file, or it cannot be read
};

WorkflowEnvironments environmentsIn(std::string_view workflow);

} // namespace signalbox::line
