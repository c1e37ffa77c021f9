// SPDX-License-Identifier: GPL-3.0-or-later
// Identities of stored things. 0 means not stored yet.
#pragma once

#include <compare>
#include <cstdint>

namespace signalbox {

struct RunId {
    std::int64_t value = 0;
    auto operator<=>(const RunId&) const = default;
};

struct ApprovalId {
    std::int64_t value = 0;
    auto operator<=>(const ApprovalId&) const = default;
};

} // namespace signalbox
