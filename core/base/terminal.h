// SPDX-License-Identifier: GPL-3.0-or-later
// Where terminal control sequences begin and end in text.
//
// Source  ECMA-48 (CSI, OSC, DCS and the two-byte escapes), xterm's use of BEL to end an OSC
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signalbox {

/// The length in bytes of the terminal sequence that begins at the first byte of `text`; 0 where none does,
/// or where it is not finished on this line.
std::size_t terminalSequenceLength(std::string_view text);

/// Appends `text` to `out` without its terminal sequences. Line ends stay where they are.
void appendWithoutTerminalSequences(std::string_view text, std::string& out);

} // namespace signalbox
