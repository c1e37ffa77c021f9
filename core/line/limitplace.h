// SPDX-License-Identifier: GPL-3.0-or-later
// Where the time limit of a job stands, or would stand, and a change of that one value.
//
// Thread  any: pure
// Errors  InvalidInput: why there is no such place, or no such change
#pragma once

#include "core/line/timelimit.h"
#include "core/line/yamltree.h"

namespace signalbox::line {

struct LimitPlace {
    PipelineFile file;
    YamlNode tree; // of the file
    std::vector<std::size_t> owner; // the way to the job or step in it: indices of items from the root
    std::string name; // "job test", "step Install of job test"
    std::string_view key; // "timeout-minutes"
    Milliseconds most{0}; // that its system takes
};

Result<LimitPlace> findLimit(std::span<const PipelineFile> files, PipelineDialect dialect, const PassedLimit& passed);

/// What stands there; null: nothing.
const YamlNode* limitAt(const LimitPlace& place);
std::string spotOf(const LimitPlace& place); // "ci.yml:12"

Result<RaisedLimit> replaceLimit(const LimitPlace& place, const std::string& value);
/// As the first thing that is said of its job.
Result<RaisedLimit> insertLimit(const LimitPlace& place, const std::string& value);

} // namespace signalbox::line
