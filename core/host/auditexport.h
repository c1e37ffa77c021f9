// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log as JSON, record by record, and as a file of JSON Lines.
//
// Thread  any but the store thread; blocks on I/O
// Errors  Io, which names the file or the store
#pragma once

#include "core/base/json.h"
#include "core/store/auditlog.h"

#include <filesystem>
#include <functional>

namespace signalbox::host {

Json auditJson(const record::AuditRecord& record);

/// Every record, oldest first, page after page, so that a long log needs no memory.
Result<void> eachAuditRecord(store::Database& database, const std::function<void(const record::AuditRecord&)>& tell);

/// Takes the place of `file` once it is whole.
Result<void> exportAudit(store::Database& database, const std::filesystem::path& file);

} // namespace signalbox::host
