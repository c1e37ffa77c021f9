// SPDX-License-Identifier: GPL-3.0-or-later
// The audit table: appended to in the transaction of the fact itself, never changed.
//
// Thread  appendAudit(), auditEffect(): the store thread, inside a job; AuditRepository: any but the store thread
// Errors  Io
// Disk    schema.md, audit
#pragma once

#include "core/record/auditchain.h"
#include "core/store/changes.h"
#include "core/store/database.h"
#include "core/store/effectrows.h"

#include <functional>

namespace signalbox::store {

/// Who acts where no person and no agent does.
inline constexpr std::string_view kSystemActor = "signalbox";

/// Redacts the entry and hangs it on the end of the chain.
Result<void> appendAudit(Connection& connection, Changes& changes, record::AuditEntry entry);

/// The intent of an act above the class observe, or its result once it has `ended`. Called in the transaction that
/// stores either; looking leaves no record, and costs nothing.
Result<void> auditEffect(Connection& connection, Changes& changes, RunId run, const EffectText& effect, bool ended,
                         UtcTime now);

/// The first record of a chain, in a store that has none: where it begins is on record, too. In a transaction of its
/// own.
Result<void> beginAudit(Connection& connection, UtcTime now);

class AuditRepository {
public:
    explicit AuditRepository(Database& database) : m_database(database) { }

    /// Records after `number`, oldest first.
    Result<std::vector<record::AuditRecord>> list(std::int64_t after = 0, int limit = 1000);
    /// Records before `number`, newest first.
    Result<std::vector<record::AuditRecord>> listBefore(std::int64_t number, int limit);
    /// The newest record as a head; count 0 where there is none.
    Result<record::AuditHead> head();
    /// Hash of a record, or nothing.
    Result<std::optional<std::string>> hashOf(std::int64_t number);
    /// Walks the whole chain, in one snapshot and constant memory.
    Result<record::AuditVerdict> verify(const std::optional<record::AuditHead>& outside);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
