// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the person wants the program to end: SIGINT or SIGTERM has come. A second one ends it at once.
//
// Thread  any
#pragma once

namespace signalbox::ctl {

/// Once, before anything else here.
void catchInterrupts();

bool interrupted();

/// Readable from the first interrupt on, for ever: to be waited for beside other descriptors, never read.
int interruptDescriptor();

} // namespace signalbox::ctl
