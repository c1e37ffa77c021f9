// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a store's file before it is opened, without changing a byte of it.
//
// Thread  any
// Errors  InvalidInput (not a place for a store), Io (no folder, no rights, damaged, not ours, too new)
// Source  https://www.sqlite.org/fileformat.html section 1.3
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace signalbox::store {

/// The path in "PATH" or "sqlite:PATH".
Result<std::string> storePath(std::string_view place);

/// Whether the folder, the file and its header allow to open it; a missing or empty file does.
Result<void> checkFile(const std::string& path, int newestVersion);

Error tooNew(const std::string& path, std::int64_t version, int newestVersion);
Error notOurs(const std::string& path);

} // namespace signalbox::store
