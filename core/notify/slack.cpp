// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notify/bodies.h"
#include "core/notify/words.h"

#include <nlohmann/json.hpp>

namespace signalbox::notify {

namespace {

constexpr std::size_t kLongestHeader = 140; // bytes; Slack takes 150 characters
constexpr std::size_t kMostFields = 10; // of a section

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        default: out += c;
        }
    }
    return out;
}

Json markdown(std::string text)
{
    return {{"type", "mrkdwn"}, {"text", std::move(text)}};
}

Json plain(std::string text)
{
    return {{"type", "plain_text"}, {"text", std::move(text)}, {"emoji", false}};
}

Json header(const std::string& title)
{
    if (title.size() > kLongestHeader) // a section takes more
        return {{"type", "section"}, {"text", plain(title)}};
    return {{"type", "header"}, {"text", plain(title)}};
}

/// A button opens web pages only; any other link is written out.
Json linkBlock(const Words& words)
{
    if (!isWebLink(words.link))
        return {{"type", "context"}, {"elements", {markdown(words.button + ": <" + escaped(words.link) + ">")}}};
    return {{"type", "actions"},
            {"elements", {{{"type", "button"}, {"text", plain(words.button)}, {"url", words.link}}}}};
}

void addOne(Json& blocks, const Words& words)
{
    blocks.push_back(header(words.title));
    Json fields = Json::array();
    for (const Fact& fact : words.facts) {
        if (fields.size() < kMostFields)
            fields.push_back(plain(fact.name + ": " + fact.value)); // plain: a log may hold anything
    }
    blocks.push_back({{"type", "section"}, {"fields", std::move(fields)}});
    if (!words.link.empty())
        blocks.push_back(linkBlock(words));
}

void addMany(Json& blocks, const Carried& carried, const std::string& links)
{
    blocks.push_back(header(titleOf(carried.messages)));
    blocks.push_back({{"type", "section"}, {"text", plain(summaryOf(carried.messages))}});
    for (std::size_t at = 0; at < carried.messages.size() && at < kMostTold; ++at) {
        const Words words = wordsFor(carried.messages[at], links);
        std::string line = escaped(words.title);
        if (!words.link.empty())
            line += " <" + escaped(words.link) + ">";
        blocks.push_back({{"type", "section"}, {"text", markdown(std::move(line))}});
    }
    if (carried.messages.size() > kMostTold)
        blocks.push_back(
            {{"type", "context"},
             {"elements", {plain("and " + std::to_string(carried.messages.size() - kMostTold) + " more")}}});
}

} // namespace

std::string slackBody(const Carried& carried, const std::string& links)
{
    Json blocks = Json::array();
    const bool isOne = carried.messages.size() == 1;
    const Words first = wordsFor(carried.messages.front(), links);
    if (isOne)
        addOne(blocks, first);
    else
        addMany(blocks, carried, links);
    if (carried.again)
        blocks.push_back({{"type", "context"}, {"elements", {plain(kSentAgain)}}});
    const std::string text = isOne ? first.title : titleOf(carried.messages) + ": " + summaryOf(carried.messages);
    return dumpJson(
        {{"text", escaped(text)}, {"blocks", std::move(blocks)}}); // the text: for where no blocks are shown
}

} // namespace signalbox::notify
