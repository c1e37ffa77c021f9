// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/standardstreams.h"

#include <fcntl.h>
#include <unistd.h>

namespace signalbox::local {

void reserveStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0) // the lowest free number is the one that open() gives
            static_cast<void>(::open("/dev/null", (stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) | O_CLOEXEC));
    }
}

} // namespace signalbox::local
