// SPDX-License-Identifier: GPL-3.0-or-later
// A store of an older format, and the migration that makes it new: enough rows that both
// take many writes.
//
// Thread  that of the test
#pragma once

#include "core/store/migrations.h"

#include <string>

namespace signalbox::test {

void makeOldStore(const std::string& path);
Result<void> migrateOldStore(const std::string& path);

/// "old" or "new" where everything in it is; else what is amiss.
std::string ageOf(const std::string& path);

} // namespace signalbox::test
