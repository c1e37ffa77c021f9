// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two JSON values, as a JSON Patch of add, remove and replace.
//
// Thread  any: pure
// Errors  InvalidInput for what is no patch, or does not fit the value
// Disk    checkpoint.state (core/store/schema.md)
// Source  RFC 6902 (JSON Patch), RFC 6901 (JSON Pointer)
#pragma once

#include "core/base/json.h"

#include <string>
#include <string_view>

namespace signalbox {

/// "PATH/KEY", with KEY escaped.
std::string pointerTo(const std::string& path, std::string_view key);

/// One operation more; `operation` is "add" or "replace".
void appendOperation(Json& patch, const char* operation, std::string path, Json value);
void appendRemoval(Json& patch, std::string path);

/// Appends to the array `patch` what makes `after` of `before`, which stand at `path`. Neither is copied nor written
/// out as text; a value of which most has changed is replaced as a whole.
void appendDifference(Json& patch, const std::string& path, const Json& before, const Json& after);

/// After an error `value` is unspecified.
Result<void> applyPatch(Json& value, const Json& patch);

} // namespace signalbox
