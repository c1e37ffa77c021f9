// SPDX-License-Identifier: GPL-3.0-or-later
// Calls that carry messages to receivers by HTTP, and what their answers say.
//
// Thread  any: pure
// Errors  InvalidInput: what the variable holds is no address, or would be sent without TLS; never tells what it holds
// Source  SPEC 13; https://developer.pagerduty.com/docs/send-alert-event (answers of Events API v2)
#pragma once

#include "core/base/result.h"
#include "core/net/httpcall.h"
#include "core/notify/bodies.h"
#include "core/notify/receipt.h"

namespace signalbox::net {

/// What the variables of a receiver hold.
struct MessageSecrets {
    std::string target; // the address; of PagerDuty the routing key
    std::string signing; // of a webhook; empty: it is not signed
};

Result<HttpCall> messageCall(const notify::Receiver& receiver, const MessageSecrets& secrets,
                             const notify::Carried& carried, UtcTime now);

/// What is wrong with the server that a receiver names itself; empty: nothing, or it names none.
std::string serverFault(const notify::Receiver& receiver);

/// `host`: as it may be told. `left`: whether anything of the call has left this machine.
notify::Receipt messageReceipt(const Result<HttpAnswer>& answer, const std::string& host, bool left);

/// The server of an address, as it may be told.
std::string hostOf(const std::string& url);
/// Whether "localhost:8080" and the like is this machine.
bool isOnThisMachine(const std::string& host);

} // namespace signalbox::net
