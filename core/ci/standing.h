// SPDX-License-Identifier: GPL-3.0-or-later
// How something of a CI system stands, from its own words.
//
// Thread  any: values
#pragma once

#include "core/ci/cisystem.h"

namespace signalbox::ci {

struct Standing {
    std::optional<Phase> phase; // nothing: the status is not told
    Conclusion conclusion = Conclusion::None;
};

} // namespace signalbox::ci
