// SPDX-License-Identifier: GPL-3.0-or-later
// Whom to tell, of what, and how often. Addresses and keys are secrets: a receiver names the variables that hold them.
//
// Thread  any: values
// Disk    the JSON form stands in the workspace's file, under the receiver's name
// Errors  InvalidInput: which field is wrong, and what it may be
#pragma once

#include "core/notify/message.h"

#include <set>
#include <string>
#include <vector>

namespace signalbox::notify {

enum class Way : std::uint8_t { Slack, Teams, PagerDuty, Alertmanager, Webhook, Mail };

std::string_view wayName(Way way); // "slack", "teams", "pagerduty", "alertmanager", "webhook", "mail"
std::optional<Way> wayFromName(std::string_view name);
/// Every name, for messages: "slack, teams, …".
std::string wayNames();
/// The variable that holds its address or key, unless told: "SLACK_WEBHOOK_URL".
std::string_view usualVariable(Way way);

/// Where a place of the console is opened, unless told.
inline constexpr const char* kLinks = "signalbox://";
/// Where events for PagerDuty go, unless told.
inline constexpr const char* kPagerDuty = "https://events.pagerduty.com";

struct Receiver {
    Way way = Way::Slack;
    std::string variable; // that holds the address; for PagerDuty the routing key
    std::string secret{}; // the variable with which a webhook is signed; empty: it is not
    std::set<Kind> tells; // never empty
    std::vector<std::string> lines{}; // empty: all
    std::string links = kLinks; // stands before a place of the console
    std::string server{}; // of PagerDuty; empty: kPagerDuty
    std::string from{}; // of mail
    std::vector<std::string> to{}; // of mail

    bool operator==(const Receiver&) const = default;
};

/// Whether this message is for it. What has ended is told again where it closes something that is open there.
bool takes(const Receiver& receiver, const Message& message);
/// Whether it drops what is sent twice, so that nothing need be marked.
bool dropsRepeats(Way way);

/// How much it is sent at once, and how often.
struct Pace {
    int burst = 1; // calls at once, after a rest
    Milliseconds interval{0}; // between calls from then on
    std::size_t groupFrom = 1; // so many messages that wait become one call; 0: each has its own
    std::size_t most = 1; // messages in a call
};
Pace paceOf(Way way);

/// Until it is tried again, after so many failures in a row.
Milliseconds restAfter(int failures);

Json toJson(const Receiver& receiver);
Result<Receiver> receiverFromJson(const Json& json);

} // namespace signalbox::notify
