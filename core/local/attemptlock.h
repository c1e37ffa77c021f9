// SPDX-License-Identifier: GPL-3.0-or-later
// Says whether an attempt's supervisor lives. The lock belongs to an open file, so that children made by fork() hold
// it too: it is free when the supervisor and all who act for it are gone, however they ended.
//
// Source  fcntl(2), open file description locks
#pragma once

#include "core/base/result.h"
#include "core/local/descriptor.h"

#include <filesystem>

namespace signalbox::local {

/// The lock, held until the descriptor closes; Conflict where somebody else holds it.
Result<Descriptor> takeLock(const std::filesystem::path& file);

/// The lock, once whoever holds it has let it go.
Result<Descriptor> awaitLock(const std::filesystem::path& file);

bool isLocked(const std::filesystem::path& file);

} // namespace signalbox::local
