// SPDX-License-Identifier: GPL-3.0-or-later
// The inbox of webhook deliveries in table `delivery`. Each is stored once, however often it is sent, and taken up
// once, whoever dies when.
//
// Thread    any but the store thread; calls block on the writer
// Lifetime  shorter than the Database
// Errors    Io
#pragma once

#include "core/ci/delivery.h"
#include "core/store/database.h"

namespace signalbox::store {

struct DeliveryRow {
    std::int64_t number = 0; // in the order in which they came
    ci::Delivery delivery;
};

struct DeliveryCount {
    std::int64_t stored = 0;
    std::int64_t waiting = 0; // for an agent
};

class DeliveryRepository {
public:
    explicit DeliveryRepository(Database& database) : m_database(database) { }

    /// In one commit that survives a power loss. Answers with how many were new: of those known already the first one
    /// stays as it is.
    Result<int> keep(const std::vector<ci::Delivery>& deliveries);

    Result<DeliveryCount> count();
    /// When the last one about `repository` came; nothing where none of the newest is about it.
    Result<std::optional<UtcTime>> lastOf(const std::string& source, const std::string& repository);
    Result<std::optional<UtcTime>> lastOf(const std::string& source); // about whatever

    /// Those of `ids` that were never stored.
    Result<std::vector<std::string>> unknownOf(const std::string& source, const std::vector<std::string>& ids);

    /// The oldest of `source` that wait for an agent.
    Result<std::vector<DeliveryRow>> waiting(const std::string& source, int limit);

    /// Takes them up: what `act` writes and that they are done are one transaction, which survives a power loss.
    /// Answers with how many nobody else had taken; where there is none, `act` is not called. An error of `act` leaves
    /// all waiting.
    Result<int> takeUp(const std::vector<std::int64_t>& numbers, const Writer::Job& act);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
