// SPDX-License-Identifier: GPL-3.0-or-later
// A forge whose answers are laid down beforehand, by request; what it is asked is kept.
#pragma once

#include "core/net/httpclient.h"

#include <map>

namespace signalbox::test {

class SetClock final : public Clock {
public:
    UtcTime now() const override { return at; }
    UtcTime at = UtcTime(std::chrono::seconds(1'800'000'000));
};

inline net::HttpAnswer answered(int status, std::string body = {}, net::HttpFields fields = {})
{
    return {.status = status, .fields = std::move(fields), .body = std::move(body)};
}

inline std::string outcome(const Result<void>& done)
{
    return done ? "done" : std::string(codeName(done.error().code)) + ": " + done.error().detail;
}

struct CannedForge {
    explicit CannedForge(std::string of) : base(std::move(of)) { }

    const std::string base; // of the addresses in `script`
    std::map<std::string, std::vector<net::HttpAnswer>> script; // by "GET /actions/runs/7"; the last answer stays
    std::vector<net::HttpCall> asked;
    SetClock clock;
    net::HttpClient client{[this](const net::HttpCall& call, const std::stop_token&) { return answer(call); }, clock,
                           [](const net::HttpClient::Told&) {}};

    std::string asking(const net::HttpCall& call) const
    {
        return call.method + " " + (call.url.starts_with(base) ? call.url.substr(base.size()) : call.url);
    }

    int count(const std::string& what) const
    {
        int times = 0;
        for (const net::HttpCall& call : asked)
            times += asking(call).starts_with(what) ? 1 : 0;
        return times;
    }

    static constexpr int kTooSlow = -1; // a status: it is given up

    /// Status 0: there is none; what its body has comes before that.
    Result<net::HttpAnswer> answer(const net::HttpCall& call)
    {
        asked.push_back(call);
        auto& answers = script[asking(call)];
        if (answers.empty())
            return Error{ErrorCode::Network, "cut"};
        net::HttpAnswer answer = answers.front();
        if (answers.size() > 1)
            answers.erase(answers.begin());
        if (call.sink && (answer.status == 200 || answer.status == 0))
            call.sink(std::exchange(answer.body, {}));
        if (answer.status == 0)
            return Error{ErrorCode::Network, "cut"};
        if (answer.status == kTooSlow)
            return Error{ErrorCode::Timeout, "too slow"};
        return answer;
    }
};

} // namespace signalbox::test
