// SPDX-License-Identifier: GPL-3.0-or-later
// The port through which the engine stores what a run does. One StepRecord is one
// transaction: checkpoint, events, waits and the run's row change together or not at all.
//
// Thread  any; calls block until the record is as durable as the run asks
// Errors  Conflict when the lease has passed to another worker; Io when the store cannot be written
#pragma once

#include "core/graph/checkpoint.h"
#include "core/graph/effect.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::graph {

/// None and Memory do not outlive the process and refuse effects above Observe; Normal survives a crash of the
/// program, Full a power loss.
enum class Durability : std::uint8_t { None, Memory, Normal, Full };

/// Queued: due. Running: leased by a worker. Waiting: for a person. Sleeping: for an event or a time.
enum class RunPhase : std::uint8_t { Queued, Running, Waiting, Sleeping, Succeeded, Failed, Cancelled };

struct Event {
    std::string type; // as in CLI.md
    std::string node; // empty: of the run
    UtcTime at;
    Json data = Json::object();
};

/// A wait that begins with this record.
struct NewWait {
    std::string token;
    std::string node;
    Wait wait;
};

struct StepRecord {
    const Checkpoint* checkpoint = nullptr; // always set: the present one
    bool isNew = false; // else only its frontier has changed
    std::vector<std::string> changed; // channels that differ from the checkpoint before
    Json difference; // the same as a JSON Patch of the state before; null: only `changed` is known
    RunPhase phase = RunPhase::Running;
    std::string step; // node that runs, waits or ran last
    std::string failure; // why it failed
    Json facts; // of the graph's fact channels; null: unchanged
    std::vector<Event> events;
    std::vector<NewWait> waits;
};

struct EffectRecord {
    std::string key;
    SafetyClass safety = SafetyClass::Observe;
    Json intent = Json();
    bool finished = false;
    bool failed = false; // finished with an error; `result` is {"code", "detail"}
    Json result = Json();
    int round = 1; // acts begun; above 1 after a person said that the act had not happened
    bool rehearsed = false; // answered from the record of another run, or not done at all
    bool begun = true; // false: a person is asked before its intent is stored
};

/// Live: does what it says. Asking: a fork that asks a person before each act above Observe, since what was decided
/// for the original does not hold for it. Rehearsal: a fork that acts on nothing above Observe; the record answers.
enum class Acting : std::uint8_t { Live, Asking, Rehearsal };

/// What the engine needs to know of a run that this worker has leased.
struct Lease {
    RunId run;
    std::int64_t fence = 0; // grows with each lease; a record with an older fence is refused
    Durability durability = Durability::Normal;
    Acting acting = Acting::Live;
    std::vector<RunId> record{}; // of a rehearsal: whose effects answer, the nearest first
};

class Journal {
public:
    virtual ~Journal() = default;

    virtual bool keepsEvents() const = 0; // false: events need not be made
    virtual Result<void> commit(const Lease& lease, StepRecord record) = 0;

    virtual Result<std::optional<EffectRecord>> findEffect(RunId run, const std::string& key) = 0;
    /// On disk when it returns, whatever the durability, for anything above Observe.
    virtual Result<void> storeIntent(const Lease& lease, const EffectRecord& effect, const std::string& node) = 0;
    virtual Result<void> storeResult(const Lease& lease, const EffectRecord& effect, const std::string& node) = 0;
};

} // namespace signalbox::graph
