// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a form as browsers encode it.
//
// Thread  any: pure
// Source  https://url.spec.whatwg.org/#application/x-www-form-urlencoded
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signalbox::net {

/// The decoded value of the first field of this name; nothing where there is none.
std::optional<std::string> formField(std::string_view form, std::string_view name);

} // namespace signalbox::net
