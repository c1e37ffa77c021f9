// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/baretext.h"
#include "core/base/codepoint.h"
#include "core/base/redaction.h"
#include "core/base/terminal.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace signalbox {

namespace {

constexpr std::array<std::string_view, 32> kControls{
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS",  "HT", "LF",  "VT",  "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"};

void box(std::string_view name, std::string& out)
{
    out.push_back('[');
    out.append(name);
    out.push_back(']');
}

void appendCodePoint(const CodePoint& point, std::string_view text, std::string& out)
{
    if (point.value >= 0x80 && point.value < 0xa0) {
        std::array<char, 12> name{};
        std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(point.value));
        box(name.data(), out);
        return;
    }
    const std::string_view name = invisibleName(point.value);
    if (!name.empty())
        box(name, out);
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

void appendEscaped(char32_t value, std::string& out)
{
    std::array<char, 16> text{};
    if (value < 0x10000) {
        std::snprintf(text.data(), text.size(), "\\u%04x", static_cast<unsigned>(value));
    } else {
        const auto rest = static_cast<unsigned>(value - 0x10000);
        std::snprintf(text.data(), text.size(), "\\u%04x\\u%04x", 0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
    }
    out.append(text.data());
}

bool isDeceptive(char32_t value)
{
    return (value >= 0x7f && value < 0xa0) || !invisibleName(value).empty();
}

} // namespace

std::string neutralise(std::string_view text)
{
    if (!mayHideBytes(text))
        return std::string(text);
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
            const CodePoint point = decodeCodePoint(text);
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

std::string harmlessJson(std::string_view json)
{
    std::string out;
    out.reserve(json.size());
    while (!json.empty()) {
        const CodePoint point = decodeCodePoint(json);
        const std::size_t length = std::max<std::size_t>(point.length, 1);
        if (point.length == 0)
            out.append("\xef\xbf\xbd"); // U+FFFD
        else if (isDeceptive(point.value))
            appendEscaped(point.value, out);
        else
            out.append(json.substr(0, length));
        json.remove_prefix(length);
    }
    return out;
}

} // namespace signalbox
