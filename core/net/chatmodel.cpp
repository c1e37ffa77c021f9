// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/chatmodel.h"

#include "core/base/redaction.h"
#include "core/net/messagecalls.h"

#include <nlohmann/json.hpp>

#include <QUrl>

#include <algorithm>

namespace signalbox::net {

namespace {

constexpr std::size_t kMostAnswer = 1ULL << 20; // bytes, with what surrounds the pieces of a stream
constexpr std::int64_t kMostTokens = 10'000'000; // that a server can be believed to have counted
constexpr std::size_t kMostSaid = 200; // bytes of what it says of itself
constexpr std::string_view kData = "data:";
constexpr std::string_view kDone = "[DONE]";

std::string bodyOf(const ChatPlace& place, const model::Prompt& prompt)
{
    // The service that named the field has another name for it now; others know the old one alone.
    const char* const most = hostOf(place.server) == "api.openai.com" ? "max_completion_tokens" : "max_tokens";
    const Json body = {
        {"model", place.model},
        {"messages",
         Json::array({{{"role", "system"}, {"content", prompt.system}}, {{"role", "user"}, {"content", prompt.user}}})},
        {"response_format",
         {{"type", "json_schema"},
          {"json_schema", {{"name", prompt.form}, {"strict", true}, {"schema", prompt.schema}}}}},
        {most, prompt.mostTokens},
        {"stream", true},
        {"stream_options", {{"include_usage", true}}}};
    return dumpJson(body);
}

std::string textOf(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

/// One piece of a stream, or the whole answer: `message` is its name for what is said.
void add(const Json& piece, std::string_view message, model::Reply& reply)
{
    if (std::string name = textOf(piece, "model"); !name.empty())
        reply.model = std::move(name);
    const Json usage = fieldOr<Json>(piece, "usage", Json::object());
    const auto counted = [&](const char* key) { return std::min(fieldOr<std::int64_t>(usage, key, 0), kMostTokens); };
    reply.tokens.in = std::max(reply.tokens.in, counted("prompt_tokens"));
    reply.tokens.out = std::max(reply.tokens.out, counted("completion_tokens"));
    const Json choices = fieldOr<Json>(piece, "choices", Json::array());
    if (!choices.is_array() || choices.empty())
        return;
    const Json said = fieldOr<Json>(choices.front(), message, Json::object());
    reply.text += textOf(said, "content");
    reply.refusal += textOf(said, "refusal");
    const std::string end = textOf(choices.front(), "finish_reason");
    if (end == "content_filter" && reply.refusal.empty())
        reply.refusal = "its server filtered the answer";
    reply.isCut = reply.isCut || end == "length";
}

/// Fit to be told, on one line.
std::string harmless(const std::string& said)
{
    return withoutSecrets(neutralise(said.substr(0, kMostSaid)));
}

Error noChat(const std::string& what)
{
    return {ErrorCode::Internal, "what came is no answer of a chat: " + harmless(what)};
}

/// What a server says of its refusal, if it is fit to be told.
std::string saidBy(const HttpAnswer& answer)
{
    const auto json = parseJson(answer.body);
    if (!json)
        return {};
    const Json error = fieldOr<Json>(*json, "error", Json());
    const std::string said = error.is_string() ? error.get<std::string>() : textOf(error, "message");
    return said.empty() ? said : ": " + harmless(said);
}

Error refusalOf(const HttpAnswer& answer, const ChatPlace& place)
{
    const std::string host = hostOf(place.server);
    const std::string said = saidBy(answer);
    switch (answer.status) {
    case 401:
    case 403: return {ErrorCode::InvalidInput, host + " refuses the key" + said + "; check " + place.keyFrom};
    case 404: return {ErrorCode::InvalidInput, host + " knows no model " + place.model + said};
    case 429: return {ErrorCode::Network, host + " is asked too often, or its money is spent" + said};
    default: break;
    }
    const bool isOurs = answer.status >= 400 && answer.status < 500;
    return {isOurs ? ErrorCode::InvalidInput : ErrorCode::Network,
            host + " answers " + std::to_string(answer.status) + said};
}

} // namespace

std::string faultOfServer(const std::string& url)
{
    const bool isPlain = url.starts_with("http://");
    const QUrl parsed(QString::fromStdString(url), QUrl::StrictMode);
    if ((!isPlain && !url.starts_with("https://")) || !parsed.isValid() || parsed.host().isEmpty())
        return "is no address, which begins with https://";
    if (!parsed.userInfo().isEmpty() || parsed.hasQuery() || parsed.hasFragment())
        return "has more than a host and a path; a key stands in a variable, not in the address";
    return isPlain && !isOnThisMachine(hostOf(url)) ? "would be asked without TLS; its address begins with https://"
                                                    : "";
}

Result<model::Reply> chatReply(std::string_view body)
{
    model::Reply reply;
    if (body.find_first_not_of(" \r\n\t") == std::string_view::npos)
        return noChat("nothing");
    if (const auto whole = parseJson(body)) {
        if (!fieldOr<Json>(*whole, "choices", Json()).is_array())
            return noChat("no choices");
        add(*whole, "message", reply);
        return reply;
    }
    bool isDone = false;
    while (!body.empty() && !isDone) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        std::string_view line = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (!line.starts_with(kData))
            continue; // comments keep a connection open
        line.remove_prefix(kData.size());
        const std::size_t from = std::min(line.find_first_not_of(' '), line.size());
        line = line.substr(from, line.find_last_not_of("\r ") + 1 - from);
        isDone = line == kDone;
        if (isDone)
            break;
        const auto piece = parseJson(line);
        if (!piece)
            return noChat("a piece of it is no JSON");
        if (const Json error = fieldOr<Json>(*piece, "error", Json()); !error.is_null())
            return noChat(error.is_string() ? error.get<std::string>() : textOf(error, "message"));
        add(*piece, "delta", reply);
    }
    return isDone ? Result<model::Reply>(std::move(reply)) : noChat("it ends in its midst");
}

Result<model::Reply> ChatModel::ask(const model::Prompt& prompt, const std::stop_token& stop)
{
    std::string body;
    HttpCall call{.method = "POST",
                  .url = m_place.server + "/chat/completions",
                  .fields = {{"Content-Type", "application/json"}, {"Accept", "text/event-stream"}},
                  .body = bodyOf(m_place, prompt),
                  .timeLimit = m_place.timeLimit,
                  .mostBytes = kMostAnswer,
                  .sink = [&](std::string_view piece) { body += piece; }};
    if (!m_place.key.empty())
        call.fields.emplace_back("Authorization", "Bearer " + m_place.key);
    const auto answer = m_client.call(call, stop);
    if (!answer)
        return answer.error();
    if (answer->isElsewhere || answer->status != 200)
        return refusalOf(*answer, m_place);
    return chatReply(body);
}

} // namespace signalbox::net
