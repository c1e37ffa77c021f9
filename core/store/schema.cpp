// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered list of migrations. Append only: what has been released is never edited.
#include "core/store/migrations.h"

namespace signalbox::store {

namespace {

constexpr std::string_view kFirst[] = {
    // One row an agent run. `frontier` is set once it differs from that of the newest checkpoint.
    R"(CREATE TABLE run (
        id INTEGER PRIMARY KEY, subject TEXT UNIQUE, agent TEXT NOT NULL, graph_version INTEGER NOT NULL,
        line TEXT NOT NULL, state TEXT NOT NULL, step TEXT NOT NULL DEFAULT '', durability TEXT NOT NULL,
        origin TEXT NOT NULL, failure TEXT NOT NULL DEFAULT '', facts TEXT NOT NULL DEFAULT '{}',
        checkpoint INTEGER NOT NULL DEFAULT 0, waits INTEGER NOT NULL DEFAULT 0, events INTEGER NOT NULL DEFAULT 0,
        frontier TEXT, created_at INTEGER NOT NULL, started_at INTEGER, finished_at INTEGER,
        cancel_asked INTEGER NOT NULL DEFAULT 0, lease_owner TEXT NOT NULL DEFAULT '',
        lease_until INTEGER NOT NULL DEFAULT 0, fence INTEGER NOT NULL DEFAULT 0, changed_seq INTEGER NOT NULL))",
    R"(CREATE INDEX run_changed ON run (changed_seq))",
    R"(CREATE INDEX run_due ON run (changed_seq) WHERE state = 'queued')",
    R"(CREATE INDEX run_leased ON run (lease_owner, lease_until) WHERE lease_owner <> '')",
    R"(CREATE INDEX run_line ON run (line, id))",

    R"(CREATE TABLE checkpoint (
        run INTEGER NOT NULL REFERENCES run (id), number INTEGER NOT NULL, at INTEGER NOT NULL,
        whole INTEGER NOT NULL, waits INTEGER NOT NULL, nodes TEXT NOT NULL, frontier TEXT NOT NULL,
        state TEXT NOT NULL, PRIMARY KEY (run, number)))",

    R"(CREATE TABLE event (
        run INTEGER NOT NULL REFERENCES run (id), seq INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL,
        node TEXT NOT NULL, checkpoint INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (run, seq)) WITHOUT ROWID)",

    R"(CREATE TABLE effect (
        run INTEGER NOT NULL REFERENCES run (id), key TEXT NOT NULL, safety TEXT NOT NULL, node TEXT NOT NULL,
        intent TEXT NOT NULL, finished INTEGER NOT NULL, failed INTEGER NOT NULL, result TEXT NOT NULL,
        round INTEGER NOT NULL, begun_at INTEGER NOT NULL, ended_at INTEGER, PRIMARY KEY (run, key)) WITHOUT ROWID)",
    R"(CREATE INDEX effect_begun ON effect (begun_at) WHERE safety <> 'observe')",

    R"(CREATE TABLE approval (
        id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run (id), token TEXT NOT NULL, node TEXT NOT NULL,
        kind TEXT NOT NULL, line TEXT NOT NULL, request TEXT NOT NULL, state TEXT NOT NULL,
        evidence_hash TEXT NOT NULL, asked_at INTEGER NOT NULL, deadline INTEGER NOT NULL, on_deadline TEXT NOT NULL,
        effective_at INTEGER, closed_at INTEGER))",
    R"(CREATE INDEX approval_run ON approval (run, token))",
    R"(CREATE INDEX approval_deadline ON approval (deadline) WHERE closed_at IS NULL)",
    R"(CREATE INDEX approval_closed ON approval (closed_at) WHERE closed_at IS NOT NULL)",
    R"(CREATE INDEX approval_effective ON approval (effective_at) WHERE effective_at IS NOT NULL AND closed_at IS NULL)",

    R"(CREATE TABLE decision (
        approval INTEGER NOT NULL REFERENCES approval (id), number INTEGER NOT NULL, verdict TEXT NOT NULL,
        person TEXT NOT NULL, reason TEXT NOT NULL, evidence_hash TEXT NOT NULL, choice TEXT NOT NULL,
        at INTEGER NOT NULL, effective_at INTEGER NOT NULL, taken_back INTEGER NOT NULL DEFAULT 0, key TEXT,
        PRIMARY KEY (approval, number), UNIQUE (approval, key)) WITHOUT ROWID)",

    // A row a wait, gone once its run has gone on. `answer` NULL beside `answered_at`: shut because the run ended.
    R"(CREATE TABLE wait (
        run INTEGER NOT NULL REFERENCES run (id), token TEXT NOT NULL, node TEXT NOT NULL, at INTEGER, event TEXT,
        approval INTEGER REFERENCES approval (id), answer TEXT, answered_at INTEGER,
        PRIMARY KEY (run, token)) WITHOUT ROWID)",
    R"(CREATE INDEX wait_at ON wait (at) WHERE at IS NOT NULL AND answered_at IS NULL)",
    R"(CREATE INDEX wait_event ON wait (event) WHERE event IS NOT NULL AND answered_at IS NULL)",

    R"(CREATE TABLE hold (
        id INTEGER PRIMARY KEY, line TEXT NOT NULL, person TEXT NOT NULL, reason TEXT NOT NULL, since INTEGER NOT NULL,
        released_at INTEGER, released_by TEXT, released_why TEXT))",
    R"(CREATE UNIQUE INDEX hold_line ON hold (line) WHERE released_at IS NULL)",

    R"(CREATE TABLE knowledge (
        signature TEXT NOT NULL, fix TEXT NOT NULL, class TEXT NOT NULL, tried INTEGER NOT NULL,
        worked INTEGER NOT NULL, heal_ms INTEGER NOT NULL, last_seen INTEGER NOT NULL,
        PRIMARY KEY (signature, fix)) WITHOUT ROWID)",
    R"(CREATE INDEX knowledge_seen ON knowledge (last_seen))",
    R"(CREATE TABLE outcome (
        run INTEGER NOT NULL, attempt INTEGER NOT NULL, signature TEXT NOT NULL, fix TEXT NOT NULL,
        worked INTEGER NOT NULL, heal_ms INTEGER NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (run, attempt, fix)) WITHOUT ROWID)",
    R"(CREATE TABLE occurrence (
        signature TEXT NOT NULL, run INTEGER NOT NULL, class TEXT NOT NULL, line TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (signature, run)) WITHOUT ROWID)",
};

// What tallyRun() adds for each run, here for all that have finished before.
#define SIGNALBOX_FILL_DAYS(LINE, AGENT, WHICH)                                                                        \
    "INSERT INTO run_day SELECT " LINE ", " AGENT ", finished_at / 86400000, COUNT(*),"                                \
    " SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END), SUM(CASE WHEN state = 'cancelled' THEN 1 ELSE 0 END),"        \
    " SUM(CASE WHEN json_extract(facts, '$.outcome') = 'healed' THEN 1 ELSE 0 END),"                                   \
    " SUM(CASE WHEN json_extract(facts, '$.outcome') = 'retried' THEN 1 ELSE 0 END),"                                  \
    " SUM(CASE WHEN json_extract(facts, '$.outcome') = 'escalated' THEN 1 ELSE 0 END),"                                \
    " SUM(COALESCE(json_extract(facts, '$.attempt'), 1)), SUM(finished_at - COALESCE(started_at, created_at)),"        \
    " MAX(finished_at - COALESCE(started_at, created_at)) FROM run WHERE finished_at IS NOT NULL" WHICH                \
    " GROUP BY 1, 2, 3"
constexpr std::string_view kDays[] = {
    R"(CREATE TABLE run_day (
        line TEXT NOT NULL, agent TEXT NOT NULL, day INTEGER NOT NULL, runs INTEGER NOT NULL, failed INTEGER NOT NULL,
        cancelled INTEGER NOT NULL, healed INTEGER NOT NULL, retried INTEGER NOT NULL, escalated INTEGER NOT NULL,
        attempts INTEGER NOT NULL, duration_ms INTEGER NOT NULL, longest_ms INTEGER NOT NULL,
        PRIMARY KEY (line, agent, day)) WITHOUT ROWID)",
    SIGNALBOX_FILL_DAYS("line", "agent", " AND line <> ''"),
    SIGNALBOX_FILL_DAYS("line", "''", " AND line <> ''"),
    SIGNALBOX_FILL_DAYS("''", "agent", ""),
    SIGNALBOX_FILL_DAYS("''", "''", ""),
};
#undef SIGNALBOX_FILL_DAYS

// Append-only for everybody who asks the store politely; whoever edits the file is found out by the chain.
constexpr std::string_view kAudit[] = {
    R"(CREATE TABLE audit (
        number INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
        subject TEXT NOT NULL, line TEXT NOT NULL, reason TEXT NOT NULL, evidence_hash TEXT NOT NULL,
        data TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL))",
    R"(CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END)",
    R"(CREATE TRIGGER audit_kept BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END)",
};

constexpr std::string_view kPolicies[] = {
    R"(CREATE TABLE policy (
        line TEXT PRIMARY KEY, rules TEXT NOT NULL, accepted_by TEXT NOT NULL, accepted_at INTEGER NOT NULL)
        WITHOUT ROWID)",
    R"(CREATE TABLE action (
        run INTEGER NOT NULL, key TEXT NOT NULL, line TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (run, key)) WITHOUT ROWID)",
    R"(CREATE INDEX action_line ON action (line, at))",
    // Failures of one signature: hits are counted, and three at once open an outage, which further ones join.
    R"(CREATE TABLE hit (
        signature TEXT NOT NULL, run INTEGER NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (signature, run)) WITHOUT ROWID)",
    R"(CREATE TABLE outage (
        id INTEGER PRIMARY KEY, signature TEXT NOT NULL, class TEXT NOT NULL, lead INTEGER NOT NULL,
        opened_at INTEGER NOT NULL, closed_at INTEGER, decision TEXT))",
    R"(CREATE UNIQUE INDEX outage_open ON outage (signature) WHERE closed_at IS NULL)",
    R"(CREATE INDEX outage_signature ON outage (signature, closed_at))",
    R"(CREATE TABLE outage_run (
        run INTEGER NOT NULL, outage INTEGER NOT NULL REFERENCES outage (id), at INTEGER NOT NULL,
        PRIMARY KEY (run, outage)) WITHOUT ROWID)",
    R"(CREATE INDEX outage_runs ON outage_run (outage))",
    R"(CREATE TABLE feedback (
        run INTEGER PRIMARY KEY, signature TEXT NOT NULL, verdict TEXT NOT NULL, note TEXT NOT NULL,
        person TEXT NOT NULL, at INTEGER NOT NULL, changes TEXT NOT NULL))",
    R"(CREATE INDEX feedback_signature ON feedback (signature))",
};

// A checkpoint stands in its key's order and nowhere else: half the pages that a superstep writes.
constexpr std::string_view kCheckpointsByKey[] = {
    R"(CREATE TABLE checkpoint_by_key (
        run INTEGER NOT NULL REFERENCES run (id), number INTEGER NOT NULL, at INTEGER NOT NULL,
        whole INTEGER NOT NULL, waits INTEGER NOT NULL, nodes TEXT NOT NULL, frontier TEXT NOT NULL,
        state TEXT NOT NULL, PRIMARY KEY (run, number)) WITHOUT ROWID)",
    R"(INSERT INTO checkpoint_by_key (run, number, at, whole, waits, nodes, frontier, state)
        SELECT run, number, at, whole, waits, nodes, frontier, state FROM checkpoint ORDER BY run, number)",
    R"(DROP TABLE checkpoint)",
    R"(ALTER TABLE checkpoint_by_key RENAME TO checkpoint)",
};

/// Forks: what they were forked from, and how they act.
constexpr std::string_view kForks[] = {
    "ALTER TABLE run ADD COLUMN origin_run INTEGER",
    "ALTER TABLE run ADD COLUMN origin_checkpoint INTEGER",
    "ALTER TABLE run ADD COLUMN acting TEXT NOT NULL DEFAULT 'live'",
};

/// The newest request of a run stands in its row: a list of runs shows it for each.
constexpr std::string_view kNewestApprovals[] = {
    "ALTER TABLE run ADD COLUMN approval INTEGER",
    "UPDATE run SET approval = (SELECT MAX(approval.id) FROM approval WHERE approval.run = run.id)"
    " WHERE id IN (SELECT run FROM approval)",
};

// What one transaction tells of a run stands in one row of `event` from here on; older rows hold one event each, and
// are read as well. Checkpoints are taken out of runs that have ended long ago: which forks are made of a run is looked
// up, and so are the ended runs that have all of theirs.
constexpr std::string_view kPruning[] = {
    "ALTER TABLE run ADD COLUMN pruned_at INTEGER",
    "CREATE INDEX run_origin ON run (origin_run, origin_checkpoint) WHERE origin_run IS NOT NULL",
    "CREATE INDEX run_ended ON run (finished_at) WHERE finished_at IS NOT NULL AND pruned_at IS NULL",
};

// Runs of a line stand side by side in its lists: those that have ended with all that a list reads, as their rows lie
// far apart and hardly change any more; those that go on only by name, so that a step writes no more than it did.
constexpr std::string_view kRunsOfALine[] = {
    "CREATE INDEX run_open ON run (line, id) WHERE finished_at IS NULL",
    "CREATE INDEX run_over ON run (line, id, subject, agent, graph_version, state, step, durability, acting, failure,"
    " facts, checkpoint, created_at, started_at, finished_at, cancel_asked, lease_owner, changed_seq, approval,"
    " origin_run, origin_checkpoint) WHERE finished_at IS NOT NULL",
    "DROP INDEX run_line",
};

/// A person says of each pattern how far agents may go with it.
constexpr std::string_view kSwitches[] = {
    "ALTER TABLE knowledge ADD COLUMN autonomy TEXT NOT NULL DEFAULT 'auto'",
};

// What a superstep tells stands in the row of its checkpoint from here on, as `event` would hold it: a step writes a
// page less. What has no checkpoint stands in `event`, and so does what older rows hold.
constexpr std::string_view kToldSteps[] = {
    "ALTER TABLE checkpoint ADD COLUMN seq INTEGER",
    "ALTER TABLE checkpoint ADD COLUMN events TEXT",
};

// What webhooks have delivered: stored before it is answered, taken up once.
constexpr std::string_view kDeliveries[] = {
    R"(CREATE TABLE delivery (
        number INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL, event TEXT NOT NULL,
        received_at INTEGER NOT NULL, bytes INTEGER NOT NULL, notice TEXT NOT NULL, state TEXT NOT NULL,
        UNIQUE (source, id)))",
    R"(CREATE INDEX delivery_waiting ON delivery (number) WHERE state = 'waiting')",
};

// When a person first looked at a request that had ended without one. What is older counts as seen.
constexpr std::string_view kSeen[] = {
    "ALTER TABLE approval ADD COLUMN seen_at INTEGER",
    "UPDATE approval SET seen_at = closed_at WHERE closed_at IS NOT NULL",
};

// What people elsewhere are to be told: news that nobody has addressed yet, and the outbox, in which a message stands
// once for each receiver until some days after it was taken.
constexpr std::string_view kOutbox[] = {
    "CREATE TABLE news (number INTEGER PRIMARY KEY, message TEXT NOT NULL)",
    R"(CREATE TABLE outbox (
        number INTEGER PRIMARY KEY, receiver TEXT NOT NULL, message TEXT NOT NULL, written_at INTEGER NOT NULL,
        state TEXT NOT NULL, due_at INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, batch INTEGER,
        owner TEXT NOT NULL DEFAULT '', begun_at INTEGER, again INTEGER NOT NULL DEFAULT 0,
        alone INTEGER NOT NULL DEFAULT 0, taken_at INTEGER, fault TEXT NOT NULL DEFAULT ''))",
    R"(CREATE INDEX outbox_open ON outbox (receiver, number) WHERE state <> 'taken')",
    R"(CREATE INDEX outbox_taken ON outbox (taken_at) WHERE state = 'taken')",
    R"(CREATE TABLE receiver (
        name TEXT PRIMARY KEY, failures INTEGER NOT NULL DEFAULT 0, not_before INTEGER NOT NULL DEFAULT 0,
        paced_until INTEGER NOT NULL DEFAULT 0, fault TEXT NOT NULL DEFAULT '', taken_at INTEGER) WITHOUT ROWID)",
    // Lines on servers that cannot be looked at, and servers that do not answer.
    R"(CREATE TABLE connection (
        line TEXT PRIMARY KEY, lost_at INTEGER NOT NULL, why TEXT NOT NULL, told INTEGER NOT NULL DEFAULT 0)
        WITHOUT ROWID)",
};

// What the language model was asked, what it cost, and its answer for an equal prompt.
constexpr std::string_view kModelCalls[] = {
    R"(CREATE TABLE model_call (
        number INTEGER PRIMARY KEY, at INTEGER NOT NULL, run INTEGER NOT NULL, line TEXT NOT NULL, model TEXT NOT NULL,
        prompt_hash TEXT NOT NULL, answer TEXT NOT NULL DEFAULT '', tokens_in INTEGER NOT NULL DEFAULT 0,
        tokens_out INTEGER NOT NULL DEFAULT 0, cost_micro_usd INTEGER NOT NULL))",
    "CREATE INDEX model_call_prompt ON model_call (prompt_hash, model, number)",
    "CREATE INDEX model_call_at ON model_call (at, cost_micro_usd)",
};

// What was seen of a line on a server when it was looked at last.
constexpr std::string_view kLooks[] = {
    "CREATE TABLE look (line TEXT PRIMARY KEY, newest TEXT NOT NULL, open TEXT NOT NULL) WITHOUT ROWID",
};

// Which program looks at a line on a server, and can.
constexpr std::string_view kWatchers[] = {
    "CREATE TABLE watcher (line TEXT PRIMARY KEY, owner TEXT NOT NULL) WITHOUT ROWID",
};

} // namespace

std::span<const Migration> schema()
{
    static constexpr Migration kAll[] = {{1, kFirst},
                                         {2, kDays},
                                         {3, kAudit},
                                         {4, kPolicies},
                                         {5, kCheckpointsByKey},
                                         {6, kForks},
                                         {7, kNewestApprovals},
                                         {8, kPruning},
                                         {9, kRunsOfALine},
                                         {10, kSwitches},
                                         {11, kToldSteps},
                                         {12, kDeliveries},
                                         {13, kSeen},
                                         {14, kOutbox},
                                         {15, kModelCalls},
                                         {16, kLooks},
                                         {17, kWatchers}};
    return kAll;
}

} // namespace signalbox::store
