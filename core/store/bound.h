// SPDX-License-Identifier: GPL-3.0-or-later
// How a C++ value is bound to a statement: times as UTC milliseconds, nothing as NULL, text as it is.
//
// Thread     any: pure
// Ownership  text is not copied: it outlives the Bound
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace signalbox::store {

using Bound = std::variant<std::nullptr_t, std::int64_t, double, std::string_view>;

inline Bound bound(std::int64_t value)
{
    return value;
}
inline Bound bound(int value)
{
    return std::int64_t{value};
}
inline Bound bound(bool value)
{
    return std::int64_t{value};
}
inline Bound bound(double value)
{
    return value;
}
inline Bound bound(std::string_view value)
{
    return value.empty() ? std::string_view("") : value; // text without an address would be bound as NULL
}
inline Bound bound(const std::string& value)
{
    return bound(std::string_view(value));
}
inline Bound bound(const char* value)
{
    return bound(std::string_view(value));
}
inline Bound bound(UtcTime value)
{
    return toUnixMs(value);
}
inline Bound bound(Milliseconds value)
{
    return std::int64_t{value.count()};
}
inline Bound bound(RunId value)
{
    return value.value;
}
inline Bound bound(ApprovalId value)
{
    return value.value;
}
inline Bound bound(std::nullptr_t)
{
    return nullptr;
}

template <typename T>
Bound bound(const std::optional<T>& value)
{
    return value ? bound(*value) : nullptr;
}

} // namespace signalbox::store
