// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows and signalboxctl prints, as values read from the store.
// A figure on a screen and the same figure in --json come from these.
//
// Units   times are UTC; shares 0 to 1
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/policyrules.h"
#include "core/base/time.h"
#include "core/ci/cisystem.h"
#include "core/gate/approval.h"
#include "core/gate/hold.h"
#include "core/graph/drawing.h"
#include "core/graph/origin.h"
#include "core/record/auditchain.h"
#include "core/record/knowledge.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::host {

enum class RunState : std::uint8_t { Queued, Running, Waiting, Sleeping, Succeeded, Failed, Cancelled };

std::string_view runStateName(RunState state); // "queued", "running", …
inline bool isTerminal(RunState state)
{
    return state >= RunState::Succeeded;
}

/// One agent run, with the pipeline facts that its state holds.
struct RunSummary {
    RunId id;
    std::string agent; // "self-healing"
    std::string line;
    RunState state = RunState::Queued;
    std::string step; // the node that runs, waits or ran last
    int checkpoints = 0;
    int attempts = 1; // of the pipeline run that it looks after
    UtcTime startedAt;
    std::optional<UtcTime> finishedAt;
    std::string number; // of the pipeline run: "3"
    std::string branch;
    std::string commit;
    std::string trigger;
    std::string
        outcome; // "healed", "retried", "escalated", "green", "waits" for a person there; empty while it is open
    std::string failureClass;
    std::string fix; // the action tried last
    std::string job; // the one that failed first; empty: none has
    std::string rootCause; // its first line
    std::int64_t rootCauseLine = 0;
    std::optional<ApprovalId> approval; // the open or last one
    std::string failure; // why the run itself failed
    std::optional<graph::Origin> origin; // of a fork
    bool rehearsal = false; // a fork that does nothing: the record of the original answers
};

/// Part of an outage: another run asks a person for this one, too.
inline bool followsOutage(const RunSummary& run)
{
    return run.state == RunState::Sleeping && run.outcome == "escalated";
}

/// Whether runs of the agent can be forked and replayed: those that Runtime::rehearsable() knows.
inline bool isForkable(std::string_view agent)
{
    return agent == "self-healing";
}

struct CheckpointRow {
    std::int64_t number = 0; // 0 is the start
    UtcTime at;
    std::vector<std::string> nodes; // those whose updates made it; empty at the start
};

struct EventRow {
    std::int64_t seq = 0;
    UtcTime at;
    std::string type; // as in CLI.md
    std::string node;
    std::int64_t checkpoint = 0; // the last one written before it
    Json data;
};

/// One fix that the agent tried.
struct TriedFix {
    std::string action;
    std::string safety;
    int attempt = 0; // of the pipeline run that it started
    std::string outcome; // "passed", "failed"; empty while it runs
    Milliseconds took{0};
};

/// What events that are not held add up to.
struct EarlierEvents {
    struct Node {
        int visits = 0; // finished ones
        int position = 0; // of the last one in the run, from 1
        std::optional<Milliseconds> took{}; // the last one
        bool open = false; // it has started or waits, and has not finished
    };
    struct Edge {
        std::string from, to, label;
        auto operator<=>(const Edge&) const = default;
    };

    std::int64_t count = 0; // 0: the run is held from its start
    int visits = 0; // of all nodes
    std::map<std::string, Node> nodes;
    std::map<Edge, int> taken;
    std::map<std::string, int> effects; // done, by their safety
};

/// A run, or that part of a long one which was asked for.
struct RunDetail {
    RunSummary summary;
    graph::Drawing drawing;
    std::vector<CheckpointRow> checkpoints;
    std::vector<EventRow> events; // a part, between checkpoints: see RunPart
    EarlierEvents earlier;
    bool later = false; // there are events after those held
    std::vector<ci::Job> jobs; // of the newest attempt; empty where the CI system has lost the run
    std::vector<TriedFix> tried;
    int maxAttempts = 0;
    Json state; // of the newest checkpoint
};

/// A new run from a checkpoint of another.
struct ForkRequest {
    RunId run;
    std::int64_t checkpoint = 0;
    Json patch; // of the state: RFC 7386
    bool live = false; // else a rehearsal
};

struct Forked {
    RunId run;
    std::vector<std::string> newChannels; // of the patch, that the original has never had
};

/// Where the log of a job lies: its bytes do not pass through the door.
struct LogPlace {
    std::string job;
    int attempt = 1;
    std::filesystem::path file; // redacted when it was written
    std::vector<std::int64_t> rootCause; // line numbers, the cause first
};

using gate::Hold;

/// What a list of the store holds, and what of it cannot be read.
template <typename Value, typename Id>
struct Readable {
    std::vector<Value> values;
    std::vector<Id> unreadable;
};

/// A change of some run: `now` is empty when the run is gone.
struct RunDelta {
    RunId id;
    std::optional<RunSummary> now;
};

/// As many runs are loaded at first; older ones in parts as large.
inline constexpr int kNewestRuns = 500;

/// Runs older than one, newest first, as far as they can be read.
struct OlderRuns {
    RunId before;
    std::vector<RunSummary> runs;
    RunId oldest; // that was looked at; as `before` where there was none
    bool hasMore = false; // there are older ones
};

/// A part of the audit log, newest first.
struct AuditPart {
    std::vector<record::AuditRecord> records;
    std::int64_t total = 0; // records in the whole log
};

/// The policy of a line, and where it comes from.
struct PolicyView {
    std::string line;
    std::filesystem::path file; // signalbox.yaml
    std::string branch; // from which it is read
    bool hasFile = false; // else the defaults are in force
    std::string fault; // of the file; the last accepted policy is in force
    PolicyRules inForce;
    std::vector<std::string> looser; // what the file would loosen, and a person has not approved yet
    std::string acceptedBy; // empty: none was accepted yet
    std::optional<UtcTime> acceptedAt{};
    int actionsLastHour = 0;
};

/// Values to set in a line's signalbox.yaml, such as {"retries_per_run", "5"} or {"autonomy.retry", "ask"}.
struct PolicyEdit {
    std::string line;
    std::vector<std::pair<std::string, std::string>> values;
    std::string reason;
};

/// What an edit makes of the file.
struct PolicyOffer {
    PolicyEdit edit;
    std::string before, after; // the whole text
    std::vector<std::string> looser; // than what is in force: a person has to approve it once it is merged
    std::string digest; // of before and after
    std::string branch; // on which it is proposed
};

/// Where everything is, how large, and how long it is kept.
struct StorageView {
    std::filesystem::path store, workspaceFile, logs,
        audit; // logs: of the local CI; audit: the heads outside the store
    std::int64_t storeBytes = 0;
    std::int64_t logBytes = 0;
    std::int64_t runs = 0;
    std::int64_t checkpoints = 0;
    std::int64_t records = 0; // of the audit log
    int keepCheckpointsDays = 0; // 0: for ever
};

/// What goes where checkpoints are taken out of runs that ended longer ago than this.
struct PruningOffer {
    int days = 0;
    std::int64_t runs = 0;
    std::int64_t checkpoints = 0;
    std::int64_t bytes = 0;
};

/// Records after one up to another; 0: to the newest.
struct AuditSpan {
    std::int64_t after = 0;
    std::int64_t last = 0;
};

struct AuditExport {
    std::filesystem::path file; // its ending says how: .jsonl, .json, .csv
    std::optional<std::int64_t> provenUpTo{}; // the chain breaks behind this record: two files
};

/// Why no policy lets agents act on their own with a fix.
enum class AutoLock : std::uint8_t { None, PullRequest, AlwaysAsks, PolicyAsks, PolicyForbids };

/// A failure signature, and the fix that goes with it.
struct PatternKey {
    std::string signature;
    std::string fix;
    auto operator<=>(const PatternKey&) const = default;
};

struct KnowledgeRow {
    std::string signature;
    std::string failureClass;
    std::string fix;
    int tried = 0;
    int worked = 0;
    UtcTime lastSeen;
    int seen = 0; // runs here that failed with the signature
    std::optional<RunId> firstTry{}; // of the fix, here; nothing: it was imported
    record::PatternSwitch autonomy = record::PatternSwitch::Auto;
    AutoLock lock = AutoLock::None; // of auto
};

inline PatternKey patternOf(const KnowledgeRow& row)
{
    return {row.signature, row.fix};
}

/// A run that failed with a signature, and how one fix did in it.
struct EvidenceRow {
    RunId run;
    std::string line;
    std::string number; // of the pipeline run; empty: it is not known any more
    RunState state = RunState::Queued;
    UtcTime at;
    std::optional<bool> worked{}; // nothing: the fix was not tried, or has not ended
    Milliseconds healTime{0};
    std::optional<record::Judgement> judged{}; // by a person
};

/// A file of knowledge, and what taking it over would change.
struct ImportOffer {
    std::filesystem::path file;
    std::string digest; // of the file that was looked at
    record::ImportPlan plan;
};

} // namespace signalbox::host
