// SPDX-License-Identifier: GPL-3.0-or-later
// The disk fails under a run at one of its acts after the other. The engine says what
// happened, and once the disk is sound the run ends as if it always had been.
//
// Thread  that of the test
#pragma once

#include "tests/durability/faultydisk.h"

#include <QString>

#include <string>

namespace signalbox::test {

struct FaultSweep {
    std::string scenario;
    DiskAct act = DiskAct::Write;
    DiskFault fault = DiskFault::Fails;
    bool lasts = false; // until somebody has been told; else once
    int step = 1; // from one act to the next that fails

    /// What went wrong, empty: nothing.
    QString run();

    int faults = 0; // runs under which the disk failed
    int told = 0; // of those, where somebody was told
};

} // namespace signalbox::test
