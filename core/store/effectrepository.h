// SPDX-License-Identifier: GPL-3.0-or-later
// What runs did to the outside world, counted.
//
// Thread  any but the store thread
// Errors  Io
#pragma once

#include "core/store/database.h"

#include <string>

namespace signalbox::store {

class EffectRepository {
public:
    explicit EffectRepository(Database& database) : m_database(database) { }

    /// Acts above the class observe that runs of this line began at or after `since`.
    Result<int> actsSince(const std::string& line, UtcTime since);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
