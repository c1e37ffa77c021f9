// SPDX-License-Identifier: GPL-3.0-or-later
// Writes events of a run, in the transaction of what they tell.
//
// Thread  the store thread
// Errors  Io
#pragma once

#include "core/graph/journal.h"
#include "core/store/connection.h"

#include <vector>

namespace signalbox::store {

/// An event with its data as text, made on the caller's thread so that the writer only binds it.
struct EventText {
    std::string type;
    std::string node;
    UtcTime at;
    std::int64_t checkpoint = 0;
    std::string data;
};

EventText eventText(const graph::Event& event, std::int64_t checkpoint);

/// The run's row counts these events already.
Result<void> appendEvents(Connection& connection, RunId run, const std::vector<EventText>& events);

} // namespace signalbox::store
