// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log as a person may read it: where two decide, the first one's reason stays hidden from others until the
// second has decided. Window, commands and exports all read through here; the check of the chain does not.
//
// Thread  any but the store thread; blocks on I/O
// Errors  Io
// Source  DESIGN 4, four eyes
#pragma once

#include "core/host/views.h"
#include "core/store/database.h"

#include <functional>

namespace signalbox::host {

class AuditReading {
public:
    AuditReading(store::Database& database, std::string person) : m_database(database), m_person(std::move(person)) { }

    /// Newest first; `before` 0: from the newest.
    Result<AuditPart> part(std::int64_t before, int limit);
    /// Those after `after` up to `last`, 0: to the newest; oldest first, page after page, so that a long log needs no
    /// memory. Stops at the first error of `tell`.
    Result<void> each(std::int64_t after, std::int64_t last,
                      const std::function<Result<void>(const record::AuditRecord&)>& tell);

private:
    /// Asked after they were read: what was decided meanwhile may be shown.
    Result<void> hideReasons(std::vector<record::AuditRecord>& records);

    store::Database& m_database; // outlives this
    const std::string m_person;
};

} // namespace signalbox::host
