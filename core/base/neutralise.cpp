// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redaction.h"
#include "core/base/terminal.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace signalbox {

namespace {

struct Invisible {
    char32_t first;
    char32_t last;
    std::string_view name;
};

// Source: Unicode 15, characters of bidirectional control and default-ignorable code points.
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

constexpr std::array<std::string_view, 32> kControls{
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS",  "HT", "LF",  "VT",  "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"};

struct Decoded {
    char32_t value = 0;
    std::size_t length = 0; // 0: not UTF-8
};

/// Strict: no overlong forms, surrogates or values above U+10FFFF (RFC 3629).
Decoded decode(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned first = byte(0);
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

void box(std::string_view name, std::string& out)
{
    out.push_back('[');
    out.append(name);
    out.push_back(']');
}

void appendCodePoint(const Decoded& point, std::string_view text, std::string& out)
{
    if (point.value >= 0x80 && point.value < 0xa0) {
        std::array<char, 12> name{};
        std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(point.value));
        box(name.data(), out);
        return;
    }
    const auto at = std::ranges::find_if(
        kInvisible, [&](const Invisible& range) { return point.value >= range.first && point.value <= range.last; });
    if (at != kInvisible.end())
        box(at->name, out);
    else
        out.append(text.substr(0, point.length));
}

void appendControl(char c, std::string& out)
{
    const auto value = static_cast<unsigned char>(c);
    if (c == '\n' || c == '\t' || (value >= 0x20 && value < 0x7f))
        out.push_back(c);
    else
        box(value == 0x7f ? std::string_view("DEL") : kControls[value], out);
}

} // namespace

std::string neutralise(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        std::size_t length = terminalSequenceLength(text);
        if (length == 0 && text.starts_with("\r\n")) {
            length = 1; // a line end of Windows is no deception
        } else if (length == 0 && static_cast<unsigned char>(text.front()) < 0x80) {
            appendControl(text.front(), out);
            length = 1;
        } else if (length == 0) {
            const Decoded point = decode(text);
            length = std::max<std::size_t>(point.length, 1);
            if (point.length == 0)
                out.append("\xef\xbf\xbd"); // U+FFFD
            else
                appendCodePoint(point, text, out);
        }
        text.remove_prefix(length);
    }
    return out;
}

} // namespace signalbox
