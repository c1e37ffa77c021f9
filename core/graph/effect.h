// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever touches the outside world: stored as an intent before the act and as a
// result after it, so that nothing is done twice after a crash.
//
// Thread  the thread of the node that performs it
// Disk    (run, key) identifies an effect for ever; a cycle puts its round into the key
// Errors  those of the act; Conflict where the run's durability cannot hold an intent. Where nobody can tell
//         whether an act happened, the step ends and the run waits for a person.
#pragma once

#include "core/base/json.h"
#include "core/base/safety.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <stop_token>
#include <string>

namespace signalbox::graph {

/// What really happened to an intent without a result.
struct Reconciled {
    enum class Fate : std::uint8_t { Done, NotDone, Unknown };
    Fate fate = Fate::Unknown;
    Json result; // of a Done act
};

struct Effect {
    std::string key; // unique in its run
    SafetyClass safety = SafetyClass::Observe;
    Json intent; // what is about to be done, for people: {"action": "rerun_failed_jobs", …}
    /// Answers Cancelled when the token broke it off: then nobody knows yet what happened.
    std::function<Result<Json>(std::stop_token)> act;
    /// Asked for an intent without a result. Absent: the outcome counts as unknown.
    std::function<Result<Reconciled>(std::stop_token)> reconcile;
};

/// The only way from a node to the outside world.
class Effects {
public:
    virtual ~Effects() = default;

    /// The stored result of this key, or the act's. An act that failed has its error stored and given again, too.
    virtual Result<Json> perform(const Effect& effect) = 0;

    /// Whether perform() would answer from the record: asked before a look that may find nothing worth keeping yet.
    virtual Result<bool> isRecorded(const Effect& effect) = 0;
};

} // namespace signalbox::graph
