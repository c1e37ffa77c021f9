// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/codepoint.h"

#include <algorithm>
#include <array>

namespace signalbox {

namespace {

struct Invisible {
    char32_t first;
    char32_t last;
    std::string_view name;
};

constexpr std::array kInvisible{
    Invisible{0x00ad, 0x00ad, "SHY"},  Invisible{0x034f, 0x034f, "CGJ"},   Invisible{0x061c, 0x061c, "ALM"},
    Invisible{0x115f, 0x1160, "HF"},   Invisible{0x180e, 0x180e, "MVS"},   Invisible{0x200b, 0x200b, "ZWSP"},
    Invisible{0x200c, 0x200c, "ZWNJ"}, Invisible{0x200d, 0x200d, "ZWJ"},   Invisible{0x200e, 0x200e, "LRM"},
    Invisible{0x200f, 0x200f, "RLM"},  Invisible{0x2028, 0x2028, "LS"},    Invisible{0x2029, 0x2029, "PS"},
    Invisible{0x202a, 0x202a, "LRE"},  Invisible{0x202b, 0x202b, "RLE"},   Invisible{0x202c, 0x202c, "PDF"},
    Invisible{0x202d, 0x202d, "LRO"},  Invisible{0x202e, 0x202e, "RLO"},   Invisible{0x2060, 0x2060, "WJ"},
    Invisible{0x2061, 0x2064, "IO"},   Invisible{0x2066, 0x2066, "LRI"},   Invisible{0x2067, 0x2067, "RLI"},
    Invisible{0x2068, 0x2068, "FSI"},  Invisible{0x2069, 0x2069, "PDI"},   Invisible{0x206a, 0x206f, "DEP"},
    Invisible{0x3164, 0x3164, "HF"},   Invisible{0xfeff, 0xfeff, "BOM"},   Invisible{0xffa0, 0xffa0, "HF"},
    Invisible{0xfff9, 0xfffb, "IAC"},  Invisible{0xe0000, 0xe007f, "TAG"}, Invisible{0xe0100, 0xe01ef, "VS"},
};

} // namespace

CodePoint decodeCodePoint(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned first = byte(0);
    if (first < 0x80)
        return {first, 1};
    const std::size_t length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    if (length == 0 || text.size() < length)
        return {};
    char32_t value = first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return {};
        value = (value << 6) | (byte(i) & 0x3fU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return {};
    return {value, length};
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const CodePoint next = decodeCodePoint(text);
        if (next.length == 0)
            return false;
        text.remove_prefix(next.length);
    }
    return true;
}

std::string_view invisibleName(char32_t value)
{
    const auto at = std::ranges::find_if(
        kInvisible, [&](const Invisible& range) { return value >= range.first && value <= range.last; });
    return at == kInvisible.end() ? std::string_view() : at->name;
}

} // namespace signalbox
