// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing JSON without exceptions.
//
// Errors  InvalidInput for text that is not JSON, a missing field, or a field of another type
#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

using Json = nlohmann::json;

Result<Json> parseJson(std::string_view text);

/// Compact text; bytes that are not UTF-8 become U+FFFD. Keys are sorted, so equal values give equal text.
std::string dumpJson(const Json& value);

/// The field `key` of `object` as T: bool, std::int64_t, double, std::string, Json, std::vector<std::string>.
template <typename T>
Result<T> field(const Json& object, std::string_view key);

/// As field(), with `fallback` where the field is missing, null or of another type.
template <typename T>
T fieldOr(const Json& object, std::string_view key, T fallback);

} // namespace signalbox
