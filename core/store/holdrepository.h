// SPDX-License-Identifier: GPL-3.0-or-later
// Holds of everything or of a line.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  Conflict (held already, and by whom), NotFound (not held), InvalidInput (a release without a reason), Io
#pragma once

#include "core/gate/hold.h"
#include "core/store/database.h"

namespace signalbox::store {

class HoldRepository {
public:
    explicit HoldRepository(Database& database) : m_database(database) { }

    Result<std::vector<gate::Hold>> list(); // everything first, then by line
    Result<bool> isHeld(const std::string& line);
    Result<void> put(const gate::Hold& hold);
    Result<void> release(const std::string& line, const gate::Release& release);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
