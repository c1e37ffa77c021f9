// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are whole or not there: what a killed program leaves behind can always be read.
//
// Thread  any; the calls block on I/O
// Errors  NotFound, Conflict (the target exists), Io
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace signalbox::local {

/// "FOLDER/x: No space left on device", from errno.
Error ioError(const std::filesystem::path& path);

Result<std::string> readFile(const std::filesystem::path& path, std::size_t maxBytes);

/// The old content or the new, never a part; on the disk when it returns.
Result<void> replaceFile(const std::filesystem::path& path, std::string_view content);

/// As replaceFile(), without waiting for the disk: after a power failure it may have the old content, or none.
Result<void> swapFile(const std::filesystem::path& path, std::string_view content);

/// A new file, on the disk when it returns, in a folder that nobody looks into yet.
Result<void> createFile(const std::filesystem::path& path, std::string_view content);

/// Makes `path` and what leads to it.
Result<void> makeFolder(const std::filesystem::path& path);

/// Renames; Conflict where `to` exists already. Of several that try at once, one wins.
Result<void> publish(const std::filesystem::path& from, const std::filesystem::path& to);

/// Deletes without following links, through folders that were made read-only; nothing there is no error.
Result<void> removeTree(const std::filesystem::path& path);
bool removeTreeAt(int folder, const std::string& name); // errno says why not

/// A name in `folder` that nobody else uses: "FOLDER/.new-1234-1".
std::filesystem::path freshName(const std::filesystem::path& folder);

} // namespace signalbox::local
