// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program (LD_PRELOAD), breaks the disk under its store as SIGNALBOX_DISK
// says, for example write:full:1:1000000.
#include "tests/durability/faultydisk.h"

#include <cstdlib>

namespace {

const bool kInstalled = [] {
    const char* const plan = std::getenv("SIGNALBOX_DISK");
    if (plan == nullptr)
        return false;
    signalbox::test::FaultyDisk::install();
    return signalbox::test::FaultyDisk::planFrom(plan);
}();

} // namespace
