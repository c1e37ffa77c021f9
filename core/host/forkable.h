// SPDX-License-Identifier: GPL-3.0-or-later
// Whether runs of an agent can be forked and replayed: its ports have onlookers, which read and do nothing.
//
// Thread  any
#pragma once

#include "core/agents/selfhealing.h"

#include <string_view>

namespace signalbox::host {

inline bool isForkable(std::string_view agent)
{
    return agent == agents::kSelfHealing;
}

} // namespace signalbox::host
