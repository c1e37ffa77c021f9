// SPDX-License-Identifier: GPL-3.0-or-later
// A stable 256-bit fingerprint of bytes, as 64 lower-case hex digits.
//
// Source  BLAKE2b with a 32-byte output (RFC 7693), from libsodium
#pragma once

#include <string>
#include <string_view>

namespace signalbox {

std::string digestHex(std::string_view bytes);

} // namespace signalbox
