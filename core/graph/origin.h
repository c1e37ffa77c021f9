// SPDX-License-Identifier: GPL-3.0-or-later
// What a forked run was forked from.
//
// Thread  any: a value
#pragma once

#include "core/base/ids.h"

namespace signalbox::graph {

struct Origin {
    RunId run;
    std::int64_t checkpoint = 0;
    bool operator==(const Origin&) const = default;
};

} // namespace signalbox::graph
