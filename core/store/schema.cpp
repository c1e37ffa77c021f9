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

} // namespace

std::span<const Migration> schema()
{
    static constexpr Migration kAll[] = {{1, kFirst}};
    return kAll;
}

} // namespace signalbox::store
