// SPDX-License-Identifier: GPL-3.0-or-later
// How the value of a configured secret may stand in text: as it is, line by line, and as tools encode it.
//
// Source  RFC 4648 (base64, base64url), RFC 3986 (percent-encoding), RFC 8259 (escapes of JSON)
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

/// Every form of `secret`, each at least `shortest` bytes long; none twice.
std::vector<std::string> secretForms(std::string_view secret, std::size_t shortest);

} // namespace signalbox
