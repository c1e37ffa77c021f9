// SPDX-License-Identifier: GPL-3.0-or-later
// What the interface has asked the engine for, until it is answered.
//
// Thread  any: a value
#pragma once

#include <compare>
#include <cstdint>

namespace signalbox::host {

struct RequestId {
    std::int64_t value = 0;
    auto operator<=>(const RequestId&) const = default;
};

} // namespace signalbox::host
