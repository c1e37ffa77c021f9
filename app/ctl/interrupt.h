// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the person wants the program to end: SIGINT or SIGTERM has come. A second one ends it at once.
//
// Thread  any
#pragma once

#include <stop_token>
#include <thread>

namespace signalbox::ctl {

/// Once, before anything else here.
void catchInterrupts();

bool interrupted();

/// Readable from the first interrupt on, for ever: to be waited for beside other descriptors, never read.
int interruptDescriptor();

/// A stop that is asked for by the first interrupt, for calls that block.
class InterruptStop {
public:
    InterruptStop();
    ~InterruptStop();
    InterruptStop(const InterruptStop&) = delete;
    InterruptStop& operator=(const InterruptStop&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    int m_over = -1; // readable once this ends
    std::jthread m_waiting;
};

} // namespace signalbox::ctl
