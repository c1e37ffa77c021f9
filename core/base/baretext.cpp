// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/baretext.h"

#include "core/base/codepoint.h"
#include "core/base/terminal.h"

#include <algorithm>

namespace signalbox {

namespace {

constexpr char kBackspace = '\b';

bool isControl(unsigned char c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
}

bool isUnseen(const CodePoint& point)
{
    const bool control = point.value >= 0x80 && point.value < 0xa0;
    const bool variation = point.value >= 0xfe00 && point.value <= 0xfe0f;
    return control || variation || !invisibleName(point.value).empty();
}

/// How many bytes at the start of `text` do not show; 0: its first character does.
std::size_t unseenLength(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) {
        const std::size_t sequence = terminalSequenceLength(text);
        return sequence > 0 ? sequence : isControl(first) ? 1 : 0;
    }
    const CodePoint point = decodeCodePoint(text);
    return point.length > 0 && isUnseen(point) ? point.length : 0;
}

} // namespace

bool mayHideBytes(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return isControl(byte) || byte >= 0x80;
    });
}

BareText bareText(std::string_view text, Backspace backspace)
{
    BareText bare;
    bare.text.reserve(text.size());
    bare.at.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t unseen = unseenLength(text.substr(at)); unseen > 0) {
            if (text[at] == kBackspace && backspace == Backspace::Erases && !bare.text.empty()) {
                bare.text.pop_back();
                bare.at.pop_back();
            }
            at += unseen;
            continue;
        }
        bare.text.push_back(text[at]);
        bare.at.push_back(at++);
    }
    return bare;
}

} // namespace signalbox
