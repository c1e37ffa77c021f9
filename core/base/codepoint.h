// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 read strictly, and the names of characters that a reader cannot see.
//
// Source  RFC 3629; Unicode 15, characters of bidirectional control and default-ignorable code points
#pragma once

#include <cstddef>
#include <string_view>

namespace signalbox {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0; // in bytes; 0: not UTF-8
};

/// The first character of `text`, which is not empty. No overlong forms, surrogates or values above U+10FFFF.
CodePoint decodeCodePoint(std::string_view text);

bool isUtf8(std::string_view text);

/// "ZWSP", "RLO" and the like; empty for a character that shows or takes up room.
std::string_view invisibleName(char32_t value);

} // namespace signalbox
