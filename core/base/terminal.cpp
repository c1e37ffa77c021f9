// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/terminal.h"

namespace signalbox {

namespace {

constexpr char kEscape = '\x1b';
constexpr char kBell = '\x07';
constexpr std::size_t kLongestString = 8192; // of an OSC or DCS; a longer one is text that only looks like it

bool within(char c, int low, int high)
{
    const int value = static_cast<unsigned char>(c);
    return value >= low && value <= high;
}

/// After ESC [ : parameters, intermediates, one final byte.
std::size_t controlSequence(std::string_view text)
{
    std::size_t at = 2;
    while (at < text.size() && within(text[at], 0x30, 0x3f))
        ++at;
    while (at < text.size() && within(text[at], 0x20, 0x2f))
        ++at;
    return at < text.size() && within(text[at], 0x40, 0x7e) ? at + 1 : 0;
}

/// After ESC ] P X ^ _ : anything up to BEL or ESC \ on the same line. Any other ESC breaks it off, as in a terminal;
/// so a log of nothing but beginnings is read in linear time.
std::size_t stringSequence(std::string_view text)
{
    for (std::size_t at = 2; at < text.size() && at < kLongestString; ++at) {
        if (text[at] == kBell)
            return at + 1;
        if (text[at] == kEscape)
            return at + 1 < text.size() && text[at + 1] == '\\' ? at + 2 : 0;
        if (text[at] == '\n')
            return 0;
    }
    return 0;
}

} // namespace

std::size_t terminalSequenceLength(std::string_view text)
{
    if (text.size() < 2 || text[0] != kEscape)
        return 0;
    switch (text[1]) {
    case '[': return controlSequence(text);
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_': return stringSequence(text);
    default: break;
    }
    std::size_t at = 1;
    while (at < text.size() && within(text[at], 0x20, 0x2f))
        ++at;
    return at < text.size() && within(text[at], 0x30, 0x7e) ? at + 1 : 0;
}

void appendWithoutTerminalSequences(std::string_view text, std::string& out)
{
    while (!text.empty()) {
        const std::size_t escape = text.find(kEscape);
        out.append(text.substr(0, escape));
        if (escape == std::string_view::npos)
            return;
        text.remove_prefix(escape);
        const std::size_t length = terminalSequenceLength(text);
        if (length == 0)
            out.push_back(kEscape);
        text.remove_prefix(length == 0 ? 1 : length);
    }
}

} // namespace signalbox
