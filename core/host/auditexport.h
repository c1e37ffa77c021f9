// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log as files: JSON Lines, one JSON array, or CSV (RFC 4180).
//
// Thread  any but the store thread; blocks on I/O
// Errors  InvalidInput (no such format), Io, which names the file or the store
#pragma once

#include "core/base/json.h"
#include "core/host/auditreading.h"

#include <filesystem>

namespace signalbox::host {

enum class AuditFormat : std::uint8_t { JsonLines, Json, Csv };
std::optional<AuditFormat> auditFormatFromName(std::string_view name); // "jsonl", "json", "csv"
/// By what the file's name ends with: InvalidInput where that is none of them.
Result<AuditFormat> auditFormatOf(const std::filesystem::path& file);

/// A reason that is hidden still is null beside "reason_hidden": true, so its hash cannot be made from it yet.
Json auditJson(const record::AuditRecord& record);

/// Writes the records after `after` up to `last`, 0: to the newest, piece by piece.
Result<void> writeAudit(AuditReading reading, AuditFormat format, const AuditSpan& span,
                        const std::function<Result<void>(std::string_view)>& write);

/// Takes the place of the file once it is whole. Where the chain breaks, each part has a file of its own beside it:
/// NAME-proven and NAME-not-proven.
Result<void> exportAudit(const AuditReading& reading, const AuditExport& what);

} // namespace signalbox::host
