// SPDX-License-Identifier: GPL-3.0-or-later
// A catalogue made ready to scan with: which expression of the set belongs to what.
#pragma once

#include "core/log/patternset.h"
#include "core/log/scanner.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace signalbox::log {

struct Catalogue::Compiled {
    enum class Owner : std::uint8_t { Pattern, Marker, Secret };

    struct Claim {
        Owner owner = Owner::Pattern;
        std::size_t index = 0; // of the pattern or marker
    };

    PatternSet set;
    std::string digest; // of the catalogue's text
    std::vector<Claim> claims; // one an expression
    std::shared_ptr<const ExpressionSet> expressions;
    bool fromBytes = false;
};

} // namespace signalbox::log
