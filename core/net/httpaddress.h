// SPDX-License-Identifier: GPL-3.0-or-later
// The address that a person names to listen to, and what to say where that cannot be done.
//
// Thread  any: pure
// Errors  InvalidInput: not HOST:PORT; Network: it cannot be listened to
#pragma once

#include "core/base/result.h"

#include <system_error>

namespace signalbox::net {

struct HttpAddress {
    std::string host; // digits: "127.0.0.1", "::1"
    std::uint16_t port = 0;
};

/// Of "127.0.0.1:5000", "[::1]:5000" or "localhost:5000": names besides that one are none.
Result<HttpAddress> httpAddress(const std::string& text);

Error noAddress(const std::string& text);
Error cannotListen(const std::string& text, std::error_code why);

} // namespace signalbox::net
