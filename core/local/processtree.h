// SPDX-License-Identifier: GPL-3.0-or-later
// A process and everything that came from it.
//
// Thread  any
// Source  proc(5), prctl(2): PR_SET_CHILD_SUBREAPER
#pragma once

#include <sys/types.h>

#include <vector>

namespace signalbox::local {

/// The children of `root`, their children, and so on, as of now.
std::vector<pid_t> descendants(pid_t root);

/// Asks `root` and its descendants to end. The sandbox's own processes are passed over: they would take the job with
/// them before it could tidy up.
void askToEnd(pid_t root);

/// Kills `root`, its process group and its descendants.
void killTree(pid_t root);

/// For a process that adopts orphans: kills and collects all its descendants until none is left; gives up on those
/// that the kernel does not let go within ten seconds.
void killDescendants();

} // namespace signalbox::local
