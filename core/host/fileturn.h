// SPDX-License-Identifier: GPL-3.0-or-later
// Whose turn it is to change a file of the workspace, where several programs may.
//
// Thread  any; waits up to 30 s for another program
// Errors  Io: another one keeps it, or nothing can be written there
#pragma once

#include "core/base/result.h"

#include <QLockFile>

#include <filesystem>
#include <memory>

namespace signalbox::host {

/// It ends with the lock.
Result<std::unique_ptr<QLockFile>> turnAt(const std::filesystem::path& file);

} // namespace signalbox::host
