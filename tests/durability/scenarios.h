// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs whose runs are killed: each acts upon the world through effects, and ends in the
// same state whenever it is interrupted.
//
// Thread  any: made once, then immutable
#pragma once

#include "core/host/scheduler.h"
#include "tests/durability/journalpoint.h"
#include "tests/durability/world.h"

#include <QStringList>

namespace signalbox::test {

struct Outside {
    const World& world; // these outlive the graphs
    const Probe& probe; // of acts and of asking what has happened
};

/// "linear": an effect of every class but observe. "parallel", "fanout", "waiting", "retry". "unknowable": nobody can
/// tell whether its act happened.
host::GraphSet scenarios(const Outside& outside);

/// The input of a run of any of them.
Json scenarioInput();

} // namespace signalbox::test
