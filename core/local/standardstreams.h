// SPDX-License-Identifier: GPL-3.0-or-later
// Standard streams that whoever started this program has closed.
//
// Thread  the main one, before anything is opened
#pragma once

namespace signalbox::local {

/// Takes their numbers, lest the next file that is opened gets one and is written to as standard output. Reading from
/// them and writing to them fails, as before.
void reserveStandardStreams();

} // namespace signalbox::local
