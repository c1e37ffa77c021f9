// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two JSON values: objects by key, lists by element.
//
// Thread     any: pure
// Ownership  the differences point into the two values, which outlive them
#pragma once

#include "core/base/json.h"

namespace signalbox {

struct JsonDifference {
    std::string path; // "fixes_tried[1].outcome"
    const Json* before = nullptr; // null: added
    const Json* after = nullptr; // null: removed
};

/// Null stands for no value; a list that came or went is told element by element. In order of the paths.
std::vector<JsonDifference> differences(const Json* before, const Json* after, const std::string& path = {});

/// "added", "removed" or "changed".
std::string_view changeName(const JsonDifference& difference);

/// [{"path", "change", "before", "after"}], with null for what is not there.
Json toJson(const std::vector<JsonDifference>& differences);

} // namespace signalbox
