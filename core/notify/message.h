// SPDX-License-Identifier: GPL-3.0-or-later
// What people who look elsewhere are told: what happened, to what, and where the console shows it. Meaning only; words
// are found when it is sent.
//
// Thread  any: values
// Disk    names of events and severities, and the JSON form, stand in the tables news and outbox
// Source  SPEC 13
#pragma once

#include "core/base/json.h"
#include "core/base/time.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::notify {

enum class Event : std::uint8_t {
    ApprovalWaits, // a person is asked
    ApprovalClosed, // nobody is asked any more
    PolicyBroken, // somebody let through in the CI system what the policy does not
    Healed, // a pipeline passes again
    Failed, // an agent run could not go on
    Held,
    Released,
    ConnectionLost, // a line on a server, or a server, cannot be looked at
    ConnectionBack,
    Trial, // a person tries a receiver out
};

/// What a receiver chooses from.
enum class Kind : std::uint8_t { Approval, Outcome, Hold, Connection };

enum class Severity : std::uint8_t { Info, Warning, Error, Critical };

std::string_view eventName(Event event); // "approval_waits", …
std::optional<Event> eventFromName(std::string_view name);
std::string_view kindName(Kind kind); // "approval", …
std::optional<Kind> kindFromName(std::string_view name);
std::string_view severityName(Severity severity); // "info", …
std::optional<Severity> severityFromName(std::string_view name);

struct Message {
    Event event = Event::Trial;
    Severity severity = Severity::Info;
    std::string incident; // what begins or ends with it: "approval/7/1800000000000"; no two things have the same
    UtcTime at;
    UtcTime since; // when the incident began
    std::optional<UtcTime> until; // when it ends by itself: a deadline
    std::string line;
    std::vector<std::string> lines{}; // where it is of several
    std::string subject; // "parser #3"
    std::string place; // in the console: "approval/7", "run/12"; empty: nowhere in particular
    /// What else is known: ask, breaks, cause, class, fix, risk, by, reason, why, state.
    std::map<std::string, std::string> about;

    bool operator==(const Message&) const = default;

    std::string detail(const std::string& name) const // empty where it is not known
    {
        const auto found = about.find(name);
        return found == about.end() ? std::string() : found->second;
    }
};

/// Names the message: the same each time it is sent, and no other has it.
std::string keyOf(const Message& message);
/// Whether what its incident was about is over.
bool isEnd(Event event);
/// An escalation is a healing's outcome, and an approval that waits.
bool isOf(const Message& message, Kind kind);

/// Each text is redacted, and cut where it is long.
Json toJson(const Message& message);
Result<Message> messageFromJson(const Json& json);

} // namespace signalbox::notify
