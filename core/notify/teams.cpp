// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/bodies.h"
#include "core/notify/words.h"

#include <nlohmann/json.hpp>

namespace signalbox::notify {

namespace {

/// Text runs, unlike text blocks, take nothing for markup: a log may hold anything.
Json line(const std::string& bold, const std::string& text, const char* size = "default")
{
    Json runs = Json::array();
    if (!bold.empty())
        runs.push_back({{"type", "TextRun"}, {"text", bold}, {"weight", "bolder"}, {"size", size}});
    if (!text.empty())
        runs.push_back({{"type", "TextRun"}, {"text", text}});
    return {{"type", "RichTextBlock"}, {"inlines", std::move(runs)}};
}

void addOne(Json& body, const Words& words)
{
    body.push_back(line(words.title, {}, "large"));
    for (const Fact& fact : words.facts)
        body.push_back(line(fact.name + ": ", fact.value));
    if (!words.link.empty() && !isWebLink(words.link))
        body.push_back(line(words.button + ": ", words.link));
}

void addMany(Json& body, const Carried& carried, const std::string& links)
{
    body.push_back(line(titleOf(carried.messages), {}, "large"));
    body.push_back(line({}, summaryOf(carried.messages)));
    for (std::size_t at = 0; at < carried.messages.size() && at < kMostTold; ++at) {
        const Words words = wordsFor(carried.messages[at], links);
        body.push_back(line({}, words.title + (words.link.empty() ? "" : " (" + words.link + ")")));
    }
    if (carried.messages.size() > kMostTold)
        body.push_back(line({}, "and " + std::to_string(carried.messages.size() - kMostTold) + " more"));
}

} // namespace

std::string teamsBody(const Carried& carried, const std::string& links)
{
    Json body = Json::array();
    Json actions = Json::array();
    if (carried.messages.size() == 1) {
        const Words words = wordsFor(carried.messages.front(), links);
        addOne(body, words);
        if (isWebLink(words.link)) // it opens no others
            actions.push_back({{"type", "Action.OpenUrl"}, {"title", words.button}, {"url", words.link}});
    } else {
        addMany(body, carried, links);
    }
    if (carried.again)
        body.push_back(line({}, kSentAgain));
    Json card{{"$schema", "http://adaptivecards.io/schemas/adaptive-card.json"},
              {"type", "AdaptiveCard"},
              {"version", "1.4"},
              {"body", std::move(body)}};
    if (!actions.empty())
        card["actions"] = std::move(actions);
    const Json attachment{{"contentType", "application/vnd.microsoft.card.adaptive"},
                          {"contentUrl", nullptr},
                          {"content", std::move(card)}};
    return dumpJson({{"type", "message"}, {"attachments", Json::array({attachment})}});
}

} // namespace signalbox::notify
