// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox in table outbox: what receivers are sent, each message of it until its receiver took it, whoever dies
// when. A receiver gets its messages in their order, and one call at a time, whoever sends.
//
// Thread    any but the store thread; what changes blocks on the writer
// Lifetime  shorter than the Database
// Errors    Io
// Disk      schema.md, news and outbox
#pragma once

#include "core/notify/receipt.h"
#include "core/notify/receiver.h"
#include "core/store/database.h"

namespace signalbox::store {

using Receivers = std::map<std::string, notify::Receiver>; // by name

/// One message for one receiver.
struct OutboxRow {
    std::int64_t number = 0; // in the order in which they were written
    std::string receiver;
    notify::Message message;
    UtcTime writtenAt;
    int tries = 0; // that were begun
    bool again = false; // one of them may have reached it
    UtcTime dueAt; // not before
    std::string fault; // of the last try
};

/// What one call carries.
struct Batch {
    std::int64_t number = 0;
    std::string receiver;
    std::string owner; // who sends it
    std::vector<OutboxRow> rows; // the oldest first; never empty
    bool again = false; // the same may have reached the receiver before
};

/// How it stands with a receiver.
struct ReceiverStanding {
    std::string name;
    std::int64_t waiting = 0; // messages that it has not taken
    std::optional<UtcTime> oldest; // when the first of them was written
    int failures = 0; // in a row
    UtcTime notBefore; // not tried again before this
    std::string fault; // of the last failure, until something is taken; else why a message was refused that waits
    std::optional<UtcTime> takenAt; // the last time
};

class OutboxRepository {
public:
    OutboxRepository(Database& database, std::string owner) : m_database(database), m_owner(std::move(owner)) { }

    bool hasNews();
    /// Writes the news to each receiver that takes them, in one commit that survives a power loss. Answers with how
    /// many messages there are now for somebody.
    Result<int> distribute(const Receivers& receivers, UtcTime now);

    /// What was being sent by processes that are gone waits again; `ownToo`: what by this one, too, as it sends
    /// nothing.
    Result<void> reclaim(UtcTime now, bool ownToo);
    /// What the receiver is to be sent now, marked as being sent before it is: nothing where it is too early, where
    /// somebody sends to it, or nothing waits.
    Result<std::optional<Batch>> claim(const std::string& receiver, const notify::Pace& pace, UtcTime now);
    Result<void> settle(const Batch& batch, const notify::Receipt& receipt, const notify::Pace& pace, UtcTime now);
    /// When claim() may have something for it; nothing where nothing waits.
    Result<std::optional<UtcTime>> nextDue(const std::string& receiver, const notify::Pace& pace);

    Result<std::vector<OutboxRow>> waiting(const std::string& receiver, int limit); // the oldest first
    Result<std::vector<ReceiverStanding>> standings(); // of all that anything was ever written to, by name
    /// Forgets the receiver with all that waits for it; answers with how many messages those were.
    Result<int> drop(const std::string& receiver);

private:
    Database& m_database; // outlives this
    const std::string m_owner; // a process, by thisProcess()
};

} // namespace signalbox::store
