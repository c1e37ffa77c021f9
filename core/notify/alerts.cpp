// SPDX-License-Identifier: GPL-3.0-or-later
// The receivers that keep incidents, and open and close them by a key: nothing sent twice is shown twice there.
#include "core/base/digest.h"
#include "core/notify/bodies.h"
#include "core/notify/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::notify {

namespace {

constexpr std::size_t kLongestKey = 255; // of PagerDuty
constexpr Milliseconds kOpen{std::chrono::hours(24 * 7)}; // what nothing closes
constexpr Milliseconds kHappened{std::chrono::hours(24)}; // once, and nothing ends it

std::string incidentKey(const Message& message)
{
    std::string key = "signalbox/" + message.incident;
    return key.size() <= kLongestKey ? key : "signalbox/" + digestHex(message.incident);
}

/// The same when the incident begins and when it ends.
const char* alertName(Event event)
{
    switch (event) {
    case Event::ApprovalWaits:
    case Event::ApprovalClosed: return "SignalboxApprovalWaits";
    case Event::PolicyBroken: return "SignalboxPolicyBroken";
    case Event::Healed: return "SignalboxHealed";
    case Event::Failed: return "SignalboxAgentFailed";
    case Event::Held:
    case Event::Released: return "SignalboxHeld";
    case Event::ConnectionLost:
    case Event::ConnectionBack: return "SignalboxConnectionLost";
    case Event::Trial: break;
    }
    return "SignalboxTrial";
}

UtcTime endOf(const Message& message)
{
    if (isEnd(message.event))
        return message.at;
    if (message.event == Event::Trial)
        return message.at + std::chrono::minutes(1);
    const bool isOnce = message.event == Event::Failed || message.event == Event::PolicyBroken;
    const Milliseconds open = isOnce ? kHappened : kOpen;
    return message.until.value_or(message.since + open);
}

Json alert(const Message& message, const std::string& links)
{
    const Words words = wordsFor(message, links);
    Json labels{{"alertname", alertName(message.event)},
                {"severity", severityName(message.severity)},
                {"incident", message.incident.empty() ? "trial" : message.incident},
                {"source", "signalbox"}};
    if (!message.line.empty())
        labels["line"] = message.line;
    std::string description;
    for (const Fact& fact : words.facts)
        description += (description.empty() ? "" : "\n") + fact.name + ": " + fact.value;
    Json out{{"labels", std::move(labels)},
             {"annotations", {{"summary", words.title}, {"description", description}}},
             {"startsAt", formatUtc(message.since)},
             {"endsAt", formatUtc(endOf(message))}};
    if (!words.link.empty())
        out["annotations"]["link"] = words.link;
    if (isWebLink(words.link))
        out["generatorURL"] = words.link;
    return out;
}

} // namespace

std::string pagerDutyBody(const Message& message, const std::string& links, const std::string& routingKey)
{
    Json body{{"routing_key", routingKey},
              {"event_action", isEnd(message.event) ? "resolve" : "trigger"},
              {"dedup_key", incidentKey(message)}};
    if (isEnd(message.event))
        return dumpJson(body);
    const Words words = wordsFor(message, links);
    Json details = Json::object();
    for (const Fact& fact : words.facts)
        details[fact.name] = fact.value;
    if (!words.link.empty() && !isWebLink(words.link))
        details["Link"] = words.link;
    body["payload"] = {{"summary", words.title},
                       {"source", message.line.empty() ? "signalbox" : message.line},
                       {"severity", severityName(message.severity)},
                       {"timestamp", formatUtc(message.at)},
                       {"class", eventName(message.event)},
                       {"custom_details", std::move(details)}};
    body["client"] = "Signalbox";
    if (isWebLink(words.link))
        body["links"] = Json::array({{{"href", words.link}, {"text", words.button}}});
    return dumpJson(body);
}

std::string alertmanagerBody(const Carried& carried, const std::string& links)
{
    Json alerts = Json::array();
    for (auto at = carried.messages.begin(); at != carried.messages.end(); ++at) {
        const bool isOutdated = std::any_of(at + 1, carried.messages.end(),
                                            [at](const Message& later) { return later.incident == at->incident; });
        if (!isOutdated)
            alerts.push_back(alert(*at, links));
    }
    return dumpJson(alerts);
}

} // namespace signalbox::notify
