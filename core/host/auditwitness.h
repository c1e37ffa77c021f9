// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the end of the audit chain outside the store, signed, so that a cut tail or a
// chain made anew shows. Written after the commit: the store may be ahead of it by
// what a crash left between the two, never behind.
//
// Thread  any; blocks on a file lock that is held for milliseconds
// Disk    FOLDER/audit.key, which only the user can read; FOLDER/NAME.head, one JSON object, signed; NAME is made of
//         the store's path
// Errors  Conflict: the store's chain does not lead to the head; InvalidInput: key or head cannot be trusted; Io
#pragma once

#include "core/base/signing.h"
#include "core/store/auditlog.h"

#include <filesystem>

namespace signalbox::host {

class AuditWitness {
public:
    /// `folder`: the user's own, not the store's.
    AuditWitness(store::Database& database, std::filesystem::path folder);

    /// The store was made just now: a head of an earlier one at this path is put aside.
    Result<void> beginAnew();
    /// Moves the head to the newest record, where the chain leads from the one to the other.
    Result<void> advance();
    /// Walks the chain and holds its end against the head.
    Result<record::AuditVerdict> verify();

private:
    Result<std::optional<record::AuditHead>> readHead() const; // nothing: there is none
    Result<void> writeHead(const record::AuditHead& head) const;
    Result<std::optional<SigningKey>> readKey() const;
    Result<SigningKey> keyToSign() const; // makes one where there is none

    store::Database& m_database; // outlives this
    const std::filesystem::path m_folder;
    const std::filesystem::path m_head;
};

} // namespace signalbox::host
