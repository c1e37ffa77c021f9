// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log as a chain: each record holds the hash of the one before, so that a
// change, a loss, an insertion or another order shows, with the place.
//
// Thread  any: pure
// Disk    the encoding under auditHash() is part of the format: see core/store/schema.md
// Source  SPEC 18
#pragma once

#include "core/base/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox::record {

/// Who did what to what, and why. Text is redacted before it becomes an entry.
struct AuditEntry {
    UtcTime at;
    std::string actor; // a person, or "agent:NAME", or "signalbox"
    std::string action; // "approval_decided", "effect_intent", "held", …
    std::string subject; // "approval 12", "run 3 effect fix:1:rerun", "policy of parser"
    std::string line; // empty: of no line, or of all
    std::string reason;
    std::string evidenceHash; // that a decision is bound to
    std::string data = "{}"; // JSON, for what has no field
};

struct AuditRecord {
    std::int64_t number = 0; // from 1, without gaps
    AuditEntry entry;
    std::string previous; // hash of the record before
    std::string hash;
    bool reasonHidden = false; // from whom it is read for; its reason is empty here
};

/// The hash before the first record.
inline constexpr std::string_view kChainStart = "0000000000000000000000000000000000000000000000000000000000000000";

/// A record's fields as they are stored, in the order of the format: number, at, actor, action, subject, line, reason,
/// evidence_hash, data, previous.
using AuditFields = std::array<std::string, 10>;
AuditFields auditFields(const AuditRecord& record);

/// BLAKE2b-256 over "signalbox-audit-1" and each field as "LENGTH:BYTES,", in hex.
std::string auditHash(const AuditFields& fields);

/// How far the chain is known outside the store.
struct AuditHead {
    std::int64_t count = 0;
    std::string hash; // of record `count`
    std::string first; // hash of record 1
    std::int64_t since = 0; // records that were there when it was begun: whether some are missing, it cannot tell
};

/// What audit verify answers.
struct AuditVerdict {
    bool ok = true;
    std::int64_t records = 0;
    std::optional<std::int64_t> firstBad; // number of the first record that is wrong or missing
    bool endProven = false; // a signed head from outside the store has seen them all, stands at or before the end, fits
    std::int64_t proven = 0; // records up to that head
    std::string why; // of !ok, or of !endProven; a word: "changed", "missing", "order", "cut", "rewritten", "no_head",
                     // "head_damaged", "head_late"
    std::int64_t notProven = 0; // records behind the break, the first bad one counted where it was not itself changed
    std::int64_t headSince = 0; // of "head_late": the head's `since`
    std::string stored{}, computed{}; // the two hashes of which the first bad record should have one
};

/// Walks a chain from its first record to its last.
class ChainCheck {
public:
    /// `head`: from outside the store, its signature checked.
    explicit ChainCheck(std::optional<AuditHead> head) : m_head(std::move(head)) { }

    void add(const AuditFields& fields, std::string_view hash);
    AuditVerdict finish() const;

private:
    struct Hashes {
        std::string_view stored, computed;
    };
    void fail(std::int64_t number, std::string_view why, const Hashes& hashes = {});

    std::optional<AuditHead> m_head;
    std::string m_last{kChainStart};
    AuditVerdict m_verdict;
};

} // namespace signalbox::record
