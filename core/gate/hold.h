// SPDX-License-Identifier: GPL-3.0-or-later
// A hold: every automatic step, fix and promotion stops until a person releases it.
// Watching goes on, and automatic rollback stays armed.
//
// Thread  any: values
#pragma once

#include "core/base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::gate {

struct Hold {
    std::string line; // empty: everything
    std::string by;
    std::string reason;
    UtcTime since;
};

/// What ends a hold. The reason is required.
struct Release {
    std::string by;
    std::string reason;
    UtcTime at;
};

inline bool holds(const std::vector<Hold>& all, std::string_view line)
{
    for (const Hold& hold : all)
        if (hold.line.empty() || hold.line == line)
            return true;
    return false;
}

} // namespace signalbox::gate
