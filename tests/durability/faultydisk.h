// SPDX-License-Identifier: GPL-3.0-or-later
// The disk as SQLite sees it, to be counted and to be broken: a VFS over the default one.
// Qt's driver uses the SQLite library of the system, so what is registered here serves it, too.
//
// Thread  any; one plan for the whole process
// Source  https://www.sqlite.org/vfs.html
#pragma once

#include <functional>
#include <optional>
#include <string_view>

namespace signalbox::test {

enum class DiskAct : unsigned char { Read, Write, Sync, Truncate, Open, Lock };
inline constexpr int kDiskActs = static_cast<int>(DiskAct::Lock) + 1;

enum class DiskFault : unsigned char {
    Fails, // an I/O error
    Short, // half of it is written, then there is no room
    Full, // no room
    Busy, // somebody else has it
    ReadOnly, // opened, but not for writing
    Kills, // the process is killed before it
    Tears // the process is killed with half of it written
};

class FaultyDisk {
public:
    /// Becomes the default VFS; before the first connection.
    static void install();

    /// From the `first` act of this kind (from 1) on, `times` of them fail. Counts begin anew.
    static void plan(DiskAct act, DiskFault fault, int first, int times = 1);
    /// As plan(), from "write:full:1:100"; false where that means nothing.
    static bool planFrom(std::string_view text);
    static void mend();

    static int count(DiskAct act); // since the last plan() or mend()
    static int failed(); // acts that have failed since the last plan()
    /// Called within each sync, before it; empty: nothing.
    static void whenSyncing(std::function<void()> call);
};

} // namespace signalbox::test
