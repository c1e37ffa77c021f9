// SPDX-License-Identifier: GPL-3.0-or-later
// A language model behind the chat interface that hosted services and local servers share.
//
// Thread     any; ask() blocks
// Ownership  the client outlives it
// Errors     as model::Language, each with the host and what to do; Internal where what comes is no answer of a chat
// Source     https://platform.openai.com/docs/api-reference/chat (chat completions, streamed, json_schema)
#pragma once

#include "core/model/language.h"
#include "core/net/httpclient.h"

namespace signalbox::net {

struct ChatPlace {
    std::string server; // "https://api.openai.com/v1"
    std::string key; // empty: none is sent
    std::string keyFrom; // where it comes from, for messages
    std::string model;
    Milliseconds timeLimit{30'000};
};

class ChatModel final : public model::Language {
public:
    ChatModel(HttpClient& client, ChatPlace place) : m_client(client), m_place(std::move(place)) { }

    Result<model::Reply> ask(const model::Prompt& prompt, const std::stop_token& stop) override;

private:
    HttpClient& m_client;
    const ChatPlace m_place;
};

/// Why an address cannot be a model's: no address, or one elsewhere without TLS; empty: it can.
std::string faultOfServer(const std::string& url);

/// What the pieces of a streamed answer say together, or an answer that came whole.
Result<model::Reply> chatReply(std::string_view body);

} // namespace signalbox::net
