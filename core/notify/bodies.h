// SPDX-License-Identifier: GPL-3.0-or-later
// What a call carries, in the form in which each kind of receiver takes it.
//
// Thread  any: pure
// Source  Slack: https://api.slack.com/reference/block-kit; Teams: https://adaptivecards.io/schemas/adaptive-card.json
//         in a message of an incoming webhook; PagerDuty: Events API v2; Alertmanager: its API v2, postableAlerts;
//         mail: RFC 5322, 2045 and 2047
#pragma once

#include "core/notify/receiver.h"

namespace signalbox::notify {

/// One call. Redacted before.
struct Carried {
    std::vector<Message> messages; // the oldest first; never empty; for PagerDuty one
    bool again = false; // it may have reached the receiver before
};

/// Names the call: the same when it is sent again. Letters and digits.
std::string callId(const Carried& carried);

std::string slackBody(const Carried& carried, const std::string& links);
std::string teamsBody(const Carried& carried, const std::string& links);
std::string pagerDutyBody(const Message& message, const std::string& links, const std::string& routingKey);
std::string alertmanagerBody(const Carried& carried, const std::string& links);
std::string webhookBody(const Carried& carried, const std::string& links);
/// With its header; lines end as mail has it.
std::string mailText(const Carried& carried, const Receiver& receiver);

/// Said of what may have come before.
inline constexpr const char* kSentAgain
    = "Sent again: no answer came the first time, so this may have reached you before.";

/// Of a call with several messages, so many are told one by one.
inline constexpr std::size_t kMostTold = 20;

} // namespace signalbox::notify
