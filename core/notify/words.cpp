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
constexpr std::array<Naming, 8> kNamings{{{"class", "Failure"},
                                          {"cause", "Cause"},
                                          {"job", "Job"},
                                          {"fix", "Fix"},
                                          {"risk", "Risk"},
                                          {"branch", "Branch"},
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
    const std::string line = message.line.empty() ? "Every line" : message.line;
    const std::string ask = message.detail("ask");
    switch (message.event) {
    case Event::ApprovalWaits:
        return ask == "escalation" ? about + " failed and waits for a person"
                                   : about + " waits for a decision" + (ask.empty() ? "" : ": " + ask);
    case Event::ApprovalClosed: return about + " waits for nobody any more";
    case Event::PolicyBroken: return "Policy broken: " + about;
    case Event::Healed: return about + " is healed";
    case Event::Failed: return "The agent that looks after " + about + " failed";
    case Event::Held: return line + " is held by " + message.detail("by");
    case Event::Released: return line + " is released by " + message.detail("by");
    case Event::ConnectionLost: return line + " cannot be looked at";
    case Event::ConnectionBack: return line + " is looked at again";
    case Event::Trial: break;
    }
    return "A test from Signalbox";
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

const char* countedAs(Event event)
{
    switch (event) {
    case Event::ApprovalWaits: return "waiting for a person";
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
    Words words{.title = oneLine(titleOf(message)), .facts = {}, .link = {}};
    if (const std::string broken = oneLine(brokenBy(message)); !broken.empty())
        words.facts.push_back({"Decision", broken});
    for (const Naming& naming : kNamings) {
        const std::string value = oneLine(message.detail(naming.detail));
        if (!value.empty())
            words.facts.push_back({naming.name, value});
    }
    if (message.event == Event::ApprovalWaits && message.until)
        words.facts.push_back({"Decide by", formatUtc(*message.until)});
    words.facts.push_back({"At", formatUtc(message.at)});
    if (!message.place.empty())
        words.link = links + message.place;
    return words;
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
