// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/receiver.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace signalbox::notify {

namespace {

struct WayNames {
    std::string_view name;
    std::string_view variable;
};
constexpr std::array<WayNames, 6> kWays{{{"slack", "SLACK_WEBHOOK_URL"},
                                         {"teams", "TEAMS_WEBHOOK_URL"},
                                         {"pagerduty", "PAGERDUTY_ROUTING_KEY"},
                                         {"alertmanager", "ALERTMANAGER_URL"},
                                         {"webhook", "SIGNALBOX_NOTIFY_URL"},
                                         {"mail", "SMTP_URL"}}};

constexpr Milliseconds kFirstRest{500};
constexpr Milliseconds kLongestRest{std::chrono::minutes(10)};

bool opensIncidents(Way way)
{
    return way == Way::PagerDuty || way == Way::Alertmanager;
}

bool isAddress(const std::string& text)
{
    const auto at = text.find('@');
    const bool isPlain = std::ranges::all_of(text, [](unsigned char c) { return c > ' ' && c < 0x7F; })
        && text.find_first_of("<>,;:\"\\()") == std::string::npos;
    return isPlain && at != std::string::npos && at > 0 && at + 1 < text.size()
        && text.find('@', at + 1) == std::string::npos;
}

bool isVariableName(const std::string& name)
{
    return !name.empty()
        && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
        == std::string::npos;
}

Result<void> checkMail(const Receiver& receiver)
{
    if (receiver.way != Way::Mail)
        return {};
    if (!isAddress(receiver.from))
        return Error{ErrorCode::InvalidInput, "from is an address, such as signalbox@example.com"};
    if (receiver.to.empty() || !std::ranges::all_of(receiver.to, isAddress))
        return Error{ErrorCode::InvalidInput, "to is one or more addresses, such as release@example.com"};
    return {};
}

} // namespace

std::string_view wayName(Way way)
{
    return kWays[static_cast<std::size_t>(way)].name;
}

std::optional<Way> wayFromName(std::string_view name)
{
    const auto found = std::ranges::find(kWays, name, &WayNames::name);
    return found == kWays.end() ? std::nullopt : std::optional(static_cast<Way>(found - kWays.begin()));
}

std::string wayNames()
{
    std::string all;
    for (const WayNames& way : kWays)
        all += (all.empty() ? "" : ", ") + std::string(way.name);
    return all;
}

std::string_view usualVariable(Way way)
{
    return kWays[static_cast<std::size_t>(way)].variable;
}

bool takes(const Receiver& receiver, const Message& message)
{
    const bool isWanted = std::ranges::any_of(receiver.tells, [&message](Kind kind) { return isOf(message, kind); });
    const bool isOfAll = message.line.empty() && message.lines.empty(); // a hold of all lines
    const bool isOfLine
        = receiver.lines.empty() || isOfAll || std::ranges::any_of(receiver.lines, [&message](const std::string& line) {
              return line == message.line || std::ranges::find(message.lines, line) != message.lines.end();
          });
    if (!isWanted || !isOfLine)
        return false;
    if (message.event == Event::Healed)
        return !opensIncidents(receiver.way); // nothing is wrong
    if (message.event == Event::ApprovalClosed)
        return opensIncidents(receiver.way) || receiver.way == Way::Webhook;
    return true;
}

bool dropsRepeats(Way way)
{
    return opensIncidents(way);
}

Pace paceOf(Way way)
{
    switch (way) {
    case Way::PagerDuty: return {.burst = 60, .interval = std::chrono::seconds(1), .groupFrom = 0, .most = 1};
    case Way::Alertmanager:
    case Way::Webhook: return {.burst = 10, .interval = std::chrono::seconds(1), .groupFrom = 1, .most = 50};
    case Way::Slack:
    case Way::Teams:
    case Way::Mail: break;
    }
    return {.burst = 10, .interval = std::chrono::minutes(1), .groupFrom = 4, .most = 50};
}

Milliseconds restAfter(int failures)
{
    Milliseconds rest = kFirstRest;
    for (int past = 1; past < failures && rest < kLongestRest; ++past)
        rest += rest / 2;
    return std::min(rest, kLongestRest);
}

Json toJson(const Receiver& receiver)
{
    Json tells = Json::array();
    for (const Kind kind : receiver.tells)
        tells.push_back(kindName(kind));
    return {{"way", wayName(receiver.way)}, {"variable", receiver.variable}, {"secret", receiver.secret},
            {"tells", std::move(tells)},    {"lines", receiver.lines},       {"links", receiver.links},
            {"server", receiver.server},    {"from", receiver.from},         {"to", receiver.to}};
}

Result<Receiver> receiverFromJson(const Json& json)
{
    const auto text = [&json](const char* name) { return fieldOr<std::string>(json, name, {}); };
    const auto way = wayFromName(text("way"));
    if (!way)
        return Error{ErrorCode::InvalidInput, "way is one of " + wayNames()};
    Receiver receiver{.way = *way,
                      .variable = text("variable"),
                      .secret = text("secret"),
                      .tells = {},
                      .lines = fieldOr<std::vector<std::string>>(json, "lines", {}),
                      .links = fieldOr<std::string>(json, "links", kLinks),
                      .server = text("server"),
                      .from = text("from"),
                      .to = fieldOr<std::vector<std::string>>(json, "to", {})};
    for (const std::string& name : fieldOr<std::vector<std::string>>(json, "tells", {})) {
        const auto kind = kindFromName(name);
        if (!kind)
            return Error{ErrorCode::InvalidInput, "tells is of approval, outcome, hold and connection, not " + name};
        receiver.tells.insert(*kind);
    }
    if (receiver.tells.empty())
        return Error{ErrorCode::InvalidInput, "tells is one or more of approval, outcome, hold, connection"};
    if (!isVariableName(receiver.variable) || !(receiver.secret.empty() || isVariableName(receiver.secret)))
        return Error{ErrorCode::InvalidInput,
                     "variable and secret are names of variables, such as " + std::string(usualVariable(*way))
                         + ", never what they hold"};
    if (const auto mail = checkMail(receiver); !mail)
        return mail.error();
    return receiver;
}

} // namespace signalbox::notify
