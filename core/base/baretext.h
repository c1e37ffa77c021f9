// SPDX-License-Identifier: GPL-3.0-or-later
// Text as a reader of it sees it: without what could stand inside a word and not show, such as colours, controls and
// zero-width characters. A secret that is broken by them is whole here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

struct BareText {
    std::string text;
    std::vector<std::size_t> at; // offset in the original of each byte of text
};

/// Whether `text` holds anything that bareText() could leave out, or that neutralise() could change.
/// Fast: for every line of a log.
bool mayHideBytes(std::string_view text);

/// What a backspace does to the character before it.
enum class Backspace : std::uint8_t { Keeps, Erases };

BareText bareText(std::string_view text, Backspace backspace);

} // namespace signalbox
