// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/descriptors.h"

#include <sys/resource.h>

#include <algorithm>

namespace signalbox::net {

namespace {
constexpr rlim_t kOthers = 192; // what else the program has open
constexpr std::size_t kUnknown = 512; // where the system does not tell
} // namespace

std::size_t roomForConnections(std::size_t wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return std::min(wanted, kUnknown);
    const rlim_t needed = std::min(limit.rlim_max, static_cast<rlim_t>(wanted) + kOthers);
    if (limit.rlim_cur < needed) {
        const rlimit raised{.rlim_cur = needed, .rlim_max = limit.rlim_max};
        if (::setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit.rlim_cur = needed;
    }
    const rlim_t room = limit.rlim_cur > 2 * kOthers ? limit.rlim_cur - kOthers : limit.rlim_cur / 2;
    return std::min(wanted, static_cast<std::size_t>(room));
}

} // namespace signalbox::net
