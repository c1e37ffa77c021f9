// SPDX-License-Identifier: GPL-3.0-or-later
// What has happened that people elsewhere may want to know, written in the transaction of the fact itself. It stays in
// table news until OutboxRepository::distribute() has addressed it.
//
// Thread  the store thread, inside a job
// Errors  Io
// Disk    schema.md, news
#pragma once

#include "core/gate/approval.h"
#include "core/gate/hold.h"
#include "core/notify/message.h"
#include "core/store/changes.h"
#include "core/store/connection.h"

namespace signalbox::store {

Result<void> tell(Connection& connection, Changes& changes, const notify::Message& message);

/// A person is asked: `approval` as it stands in its row.
struct AskedPerson {
    ApprovalId id;
    const gate::Request& request;
    UtcTime askedAt;
};
Result<void> tellAsked(Connection& connection, Changes& changes, const AskedPerson& asked);
/// It is closed in this transaction.
Result<void> tellClosed(Connection& connection, Changes& changes, const AskedPerson& asked, UtcTime now);

/// A decision that was made in the CI system and goes against the policy; `breaks`: the rules, see agents::breaches().
struct MadeThere {
    std::string by; // "github:mona"
    std::string reason;
    const Json& breaks;
    UtcTime at;
};
Result<void> tellBroken(Connection& connection, Changes& changes, const AskedPerson& asked, const MadeThere& made);

/// A run has ended: that it healed something, or that it failed; else nothing.
Result<void> tellEnd(Connection& connection, Changes& changes, RunId run);

Result<void> tellHeld(Connection& connection, Changes& changes, const gate::Hold& hold);
Result<void> tellReleased(Connection& connection, Changes& changes, const gate::Hold& hold,
                          const gate::Release& release);

} // namespace signalbox::store
