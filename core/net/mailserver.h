// SPDX-License-Identifier: GPL-3.0-or-later
// Hands mail to a server by SMTP. TLS is verified, and asked for wherever the server is not this machine.
//
// Thread  any; blocks, and ends within 200 ms of a stop
// Errors  in the receipt, free of the password
// Source  libcurl 7.88, RFC 5321
#pragma once

#include "core/notify/receipt.h"

#include <stop_token>
#include <string>
#include <vector>

namespace signalbox::net {

struct Mail {
    std::string from; // addresses
    std::vector<std::string> to;
    std::string text; // with its header
};

/// What is wrong with the address of a server; empty: nothing.
std::string mailFault(const std::string& server);

/// `server`: "smtp://USER:PASSWORD@HOST:587", or "smtps://…:465".
notify::Receipt sendMail(const std::string& server, const Mail& mail, const std::stop_token& stop);

} // namespace signalbox::net
