// SPDX-License-Identifier: GPL-3.0-or-later
// The port that finds out what a token may do on its server, by calls that change nothing.
//
// Thread  any; tryAll() blocks, and answers within 200 ms of a stop
// Errors  Cancelled alone: whatever a server answers, or that it does not, is told of the right that was tried
#pragma once

#include "core/ci/right.h"

#include <functional>
#include <stop_token>

namespace signalbox::ci {

using RightSink = std::function<void(const TriedRight& right)>;

class Rights {
public:
    virtual ~Rights() = default;

    /// Each once, one after another, in the order of Right; those that need one that does not work are told untried.
    virtual Result<void> tryAll(const RightSink& tried, const std::stop_token& stop) = 0;
};

/// "sign_in".
std::string_view rightName(Right right);
/// "works".
std::string_view rightStateName(RightState state);

} // namespace signalbox::ci
