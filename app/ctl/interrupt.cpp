// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/interrupt.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace signalbox::ctl {

namespace {

// A signal handler reaches nothing but globals.
std::atomic<bool> signalCame = false;
std::array<int, 2> wakeUp{-1, -1}; // a pipe: its reading end, its writing end
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void remember(int)
{
    const int before = errno;
    signalCame = true;
    static_cast<void>(!::write(wakeUp[1], "", 1)); // a full pipe wakes as well
    errno = before;
}

} // namespace

void catchInterrupts()
{
    if (::pipe2(wakeUp.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // out of descriptors: the signals keep ending the program at once
    struct sigaction action = {};
    action.sa_handler = remember;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool interrupted()
{
    return signalCame;
}

int interruptDescriptor()
{
    return wakeUp[0];
}

} // namespace signalbox::ctl
