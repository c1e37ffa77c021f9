// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/message.h"

#include "core/base/redaction.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace signalbox::notify {

namespace {

constexpr std::size_t kLongest = 600; // bytes of one text

constexpr std::array<std::string_view, 10> kEvents{
    "approval_waits", "approval_closed", "policy_broken",   "healed",          "failed",
    "held",           "released",        "connection_lost", "connection_back", "trial"};
constexpr std::array<std::string_view, 4> kKinds{"approval", "outcome", "hold", "connection"};
constexpr std::array<std::string_view, 4> kSeverities{"info", "warning", "error", "critical"};

template <typename Enum, std::size_t Count>
std::optional<Enum> named(const std::array<std::string_view, Count>& names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Enum>(found - names.begin()));
}

/// Not within a character.
std::string cut(std::string text)
{
    if (text.size() <= kLongest)
        return text;
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    text.resize(end);
    return text + "…";
}

std::string safe(const std::string& text)
{
    return cut(withoutSecrets(text)); // in this order: half a secret has no shape
}

} // namespace

std::string_view eventName(Event event)
{
    return kEvents[static_cast<std::size_t>(event)];
}

std::optional<Event> eventFromName(std::string_view name)
{
    return named<Event>(kEvents, name);
}

std::string_view kindName(Kind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kindFromName(std::string_view name)
{
    return named<Kind>(kKinds, name);
}

std::string_view severityName(Severity severity)
{
    return kSeverities[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severityFromName(std::string_view name)
{
    return named<Severity>(kSeverities, name);
}

std::string keyOf(const Message& message)
{
    return message.incident + "/" + std::string(eventName(message.event));
}

bool isEnd(Event event)
{
    return event == Event::ApprovalClosed || event == Event::Released || event == Event::ConnectionBack;
}

bool isOf(const Message& message, Kind kind)
{
    switch (message.event) {
    case Event::ApprovalWaits:
    case Event::ApprovalClosed:
        return kind == Kind::Approval || (kind == Kind::Outcome && message.detail("ask") == "escalation");
    case Event::PolicyBroken: return kind == Kind::Approval;
    case Event::Healed:
    case Event::Failed: return kind == Kind::Outcome;
    case Event::Held:
    case Event::Released: return kind == Kind::Hold;
    case Event::ConnectionLost:
    case Event::ConnectionBack: return kind == Kind::Connection;
    case Event::Trial: break;
    }
    return false; // it is sent to the one that is tried out
}

Json toJson(const Message& message)
{
    Json about = Json::object();
    for (const auto& [name, value] : message.about)
        about[name] = safe(value);
    Json json{{"event", eventName(message.event)},
              {"severity", severityName(message.severity)},
              {"incident", message.incident},
              {"at", formatUtc(message.at)},
              {"since", formatUtc(message.since)},
              {"until", message.until ? Json(formatUtc(*message.until)) : Json()},
              {"line", safe(message.line)},
              {"subject", safe(message.subject)},
              {"place", message.place},
              {"about", std::move(about)}};
    for (const std::string& line : message.lines)
        json["lines"].push_back(safe(line));
    return json;
}

Result<Message> messageFromJson(const Json& json)
{
    const auto text = [&json](const char* name) { return fieldOr<std::string>(json, name, {}); };
    const auto event = eventFromName(text("event"));
    const auto severity = severityFromName(text("severity"));
    const auto at = parseUtc(text("at"));
    const auto since = parseUtc(text("since"));
    if (!event || !severity || !at || !since)
        return Error{ErrorCode::InvalidInput, "a message without event, severity, at or since"};
    Message message{.event = *event,
                    .severity = *severity,
                    .incident = text("incident"),
                    .at = *at,
                    .since = *since,
                    .until = {},
                    .line = text("line"),
                    .subject = text("subject"),
                    .place = text("place"),
                    .about = {}};
    if (const auto until = parseUtc(text("until")))
        message.until = *until;
    for (const Json& line : fieldOr<Json>(json, "lines", Json::array())) {
        if (line.is_string())
            message.lines.push_back(line.get<std::string>());
    }
    const Json about = fieldOr<Json>(json, "about", Json::object());
    for (const auto& [name, value] : about.items()) {
        if (value.is_string())
            message.about.emplace(name, value.get<std::string>());
    }
    return message;
}

} // namespace signalbox::notify
