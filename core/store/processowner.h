// SPDX-License-Identifier: GPL-3.0-or-later
// Names a process so that another one on the same machine can tell whether it still
// lives, even after its number has been given to a new process.
//
// Thread  any
// Disk    run.lease_owner: "machine:boot:namespace:pid:starttime"
// Source  proc(5): field 22 of /proc/PID/stat, /proc/sys/kernel/random/boot_id
#pragma once

#include <string>
#include <string_view>

namespace signalbox::store {

std::string thisProcess();

/// True only when that process certainly does not run any more. A process of another machine or another process
/// namespace may live: its lease has to expire.
bool isGone(std::string_view owner);

} // namespace signalbox::store
