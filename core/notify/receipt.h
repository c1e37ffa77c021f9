// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a call to a receiver.
//
// Thread  any: a value
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string>

namespace signalbox::notify {

/// Later: it was certainly not taken. Unknown: nobody can say. Refused: the receiver takes others, but not this.
enum class Reception : std::uint8_t { Taken, Later, Unknown, Refused };

struct Receipt {
    Reception reception = Reception::Unknown;
    std::string why; // it was not taken; free of secrets
    std::optional<UtcTime> notBefore = {}; // the receiver wants to be left alone until then
};

} // namespace signalbox::notify
