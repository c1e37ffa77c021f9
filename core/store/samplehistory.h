// SPDX-License-Identifier: GPL-3.0-or-later
// Fills an empty store with a made-up year of finished runs and their events: the same rows for the same size.
//
// Thread  not the store thread; blocks until all is stored
// Errors  as the writer's
#pragma once

#include "core/store/database.h"

namespace signalbox::store {

struct HistorySize {
    std::int64_t runs = 100'000;
    int eventsARun = 10;
    int lines = 500;
};

inline constexpr std::int64_t kHistoryBeginsMs = 1'700'000'000'000;
inline constexpr std::int64_t kHistoryDays = 365;

std::string sampleLine(std::int64_t number); // "line-017"

Result<void> fillWithHistory(Database& database, const HistorySize& size);

} // namespace signalbox::store
