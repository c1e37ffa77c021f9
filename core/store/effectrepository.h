// SPDX-License-Identifier: GPL-3.0-or-later
// What runs did to the outside world.
//
// Thread  any but the store thread
// Errors  Io
#pragma once

#include "core/graph/journal.h"
#include "core/store/database.h"

#include <optional>
#include <string>

namespace signalbox::store {

class EffectRepository {
public:
    explicit EffectRepository(Database& database) : m_database(database) { }

    Result<std::optional<graph::EffectRecord>> find(RunId run, const std::string& key);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
