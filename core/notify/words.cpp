// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/words.h"

#include "core/base/redaction.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace signalbox::notify {

namespace {

struct Naming {
    const char* detail;
    const char* name;
};
constexpr std::array<Naming, 10> kNamings{{{"ask", "Asked"},
                                           {"class", "Failure"},
                                           {"cause", "Cause"},
                                           {"job", "Job"},
                                           {"fix", "Fix"},
                                           {"risk", "Risk"},
                                           {"branch", "Branch"},
                                           {"by", "By"},
                                           {"reason", "Reason"},
                                           {"why", "Why"}}};

constexpr std::string_view kOneOf = "one_of_"; // agents::breaches()

std::string oneLine(const std::string& text)
{
    std::string line = text;
    std::ranges::replace_if(
        line, [](unsigned char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return neutralise(line);
}

std::string titleOf(const Message& message)
{
    const std::string about = message.subject.empty() ? "Signalbox" : message.subject;
    const std::string line = message.line.empty() ? "every line" : message.line;
    const bool isEscalation = message.detail("ask") == "escalation";
    switch (message.event) {
    case Event::ApprovalWaits: return (isEscalation ? "Escalated: " : "Approval: ") + about;
    case Event::ApprovalClosed: return "Closed: " + about;
    case Event::PolicyBroken: return "Policy broken: " + about;
    case Event::Healed: return "Healed: " + about;
    case Event::Failed: return "Agent failed: " + about;
    case Event::Held: return "Held: " + line;
    case Event::Released: return "Released: " + line;
    case Event::ConnectionLost: return "No data: " + about;
    case Event::ConnectionBack: return "Data again: " + about;
    case Event::Trial: break;
    }
    return "A test from Signalbox";
}

/// COPY's; decisions are made where the evidence is.
const char* buttonOf(const Message& message)
{
    if (message.event == Event::ApprovalWaits)
        return "Review";
    return message.place.starts_with("run/") ? "Open run" : "Open";
}

/// "acme/shop, acme/api and 48 more".
std::string someOf(const std::vector<std::string>& lines)
{
    constexpr std::size_t kNamed = 5;
    std::string names;
    for (std::size_t at = 0; at < lines.size() && at < kNamed; ++at)
        names += (at == 0 ? "" : ", ") + lines[at];
    return lines.size() <= kNamed ? names : names + " and " + std::to_string(lines.size() - kNamed) + " more";
}

/// "github:mona let it through. The policy needs 2 approvers. They are the author."
std::string brokenBy(const Message& message)
{
    if (message.event != Event::PolicyBroken)
        return {};
    std::string sentences = message.detail("by") + " let it through.";
    std::istringstream rules(message.detail("breaks"));
    for (std::string rule; std::getline(rules, rule, ',');) {
        if (rule == "rejected_here")
            sentences += " It was rejected here.";
        else if (rule == "author")
            sentences += " They are its author.";
        else if (rule == "excluded")
            sentences += " They may not decide this.";
        else if (rule.starts_with(kOneOf))
            sentences += " The policy needs " + rule.substr(kOneOf.size()) + " approvers.";
    }
    return sentences;
}

/// By the title, or in the decision's own words.
bool isSaid(const Message& message, std::string_view detail)
{
    return (detail == "ask" && message.detail("ask") == "escalation")
        || (detail == "by" && message.event == Event::PolicyBroken);
}

const char* countedAs(Event event)
{
    switch (event) {
    case Event::ApprovalWaits: return "held for you";
    case Event::ApprovalClosed: return "decided";
    case Event::PolicyBroken: return "against the policy";
    case Event::Healed: return "healed";
    case Event::Failed: return "failed";
    case Event::Held: return "held";
    case Event::Released: return "released";
    case Event::ConnectionLost: return "out of sight";
    case Event::ConnectionBack: return "in sight again";
    case Event::Trial: break;
    }
    return "on trial";
}

} // namespace

Words wordsFor(const Message& message, const std::string& links)
{
    Words words{.title = oneLine(titleOf(message)), .facts = {}, .link = {}, .button = buttonOf(message)};
    if (const std::string broken = oneLine(brokenBy(message)); !broken.empty())
        words.facts.push_back({"Decision", broken});
    if (!message.lines.empty())
        words.facts.push_back({"Lines", oneLine(someOf(message.lines))});
    for (const Naming& naming : kNamings) {
        const std::string value = oneLine(message.detail(naming.detail));
        if (!value.empty() && !isSaid(message, naming.detail))
            words.facts.push_back({naming.name, value});
    }
    if (message.event == Event::ApprovalWaits && message.until)
        words.facts.push_back({"Decide by", formatUtc(*message.until)});
    words.facts.push_back({"At", formatUtc(message.at)});
    if (!message.place.empty())
        words.link = links + message.place;
    return words;
}

std::string titleOf(const std::vector<Message>& messages)
{
    const auto [first, last] = std::ranges::minmax(messages, {}, &Message::at);
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(last.at - first.at).count();
    return std::to_string(messages.size()) + " events in " + std::to_string(std::max<std::int64_t>(minutes, 1))
        + " min";
}

std::string summaryOf(const std::vector<Message>& messages)
{
    std::map<Event, int> counts;
    for (const Message& message : messages)
        ++counts[message.event];
    std::string summary;
    for (const auto& [event, count] : counts)
        summary += (summary.empty() ? "" : ", ") + std::to_string(count) + " " + countedAs(event);
    return summary;
}

bool isWebLink(std::string_view link)
{
    return link.starts_with("https://") || link.starts_with("http://");
}

} // namespace signalbox::notify
