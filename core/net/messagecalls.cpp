// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/messagecalls.h"

#include "core/base/digest.h"
#include "core/net/webhooksignature.h"

#include <algorithm>

namespace signalbox::net {

namespace {

using notify::Reception;
using notify::Way;

constexpr Milliseconds kTimeLimit{std::chrono::seconds(10)};
constexpr std::size_t kMostAnswer = 64ULL << 10; // bytes
constexpr std::string_view kPlain = "http://";
constexpr std::string_view kTls = "https://";

std::string withoutSlash(std::string text)
{
    while (text.ends_with('/'))
        text.pop_back();
    return text;
}

/// What is wrong with an address; empty: nothing.
std::string faultOf(Way way, const std::string& url)
{
    const bool isPlain = url.starts_with(kPlain);
    if (!isPlain && !url.starts_with(kTls))
        return "holds no address, which begins with https://";
    if (hostOf(url).empty() || std::ranges::any_of(url, [](unsigned char c) { return c <= ' ' || c >= 0x7F; }))
        return "holds no address of a server";
    const bool mayBePlain = way == Way::Alertmanager || way == Way::Webhook; // which stand in one's own network
    if (isPlain && !mayBePlain && !isOnThisMachine(hostOf(url)))
        return "would be used without TLS; its address begins with https://";
    return {};
}

std::string addressOf(const notify::Receiver& receiver, const std::string& target)
{
    switch (receiver.way) {
    case Way::PagerDuty:
        return withoutSlash(receiver.server.empty() ? notify::kPagerDuty : receiver.server) + "/v2/enqueue";
    case Way::Alertmanager: return withoutSlash(target) + "/api/v2/alerts";
    default: return target;
    }
}

std::string bodyOf(const notify::Receiver& receiver, const std::string& target, const notify::Carried& carried)
{
    switch (receiver.way) {
    case Way::Teams: return teamsBody(carried, receiver.links);
    case Way::PagerDuty: return pagerDutyBody(carried.messages.front(), receiver.links, target);
    case Way::Alertmanager: return alertmanagerBody(carried, receiver.links);
    case Way::Webhook: return webhookBody(carried, receiver.links);
    case Way::Slack:
    case Way::Mail: break; // mail goes by SMTP
    }
    return slackBody(carried, receiver.links);
}

void sign(HttpCall& call, const std::string& secret, const notify::Carried& carried, UtcTime now)
{
    const std::string id = "msg_" + callId(carried);
    const std::string timestamp = std::to_string(toUnixMs(now) / 1000);
    call.fields.emplace_back("webhook-id", id);
    call.fields.emplace_back("webhook-timestamp", timestamp);
    if (!secret.empty())
        call.fields.emplace_back("webhook-signature", webhookSignature(secret, id, timestamp, call.body));
}

/// The beginning of what a receiver says on its refusal, on one line.
std::string saidBy(const HttpAnswer& answer)
{
    constexpr std::size_t kMost = 120;
    std::string said = answer.body.substr(0, answer.body.find_first_of("\r\n"));
    if (said.size() > kMost || std::ranges::any_of(said, [](unsigned char c) { return c < ' ' || c >= 0x7F; }))
        return {};
    return said.empty() ? said : ": " + said;
}

} // namespace

std::string hostOf(const std::string& url)
{
    const auto from = url.find("://");
    if (from == std::string::npos)
        return {};
    const std::string rest = url.substr(from + 3, url.find_first_of("/?#", from + 3) - from - 3);
    const auto at = rest.rfind('@');
    return at == std::string::npos ? rest : rest.substr(at + 1);
}

bool isOnThisMachine(const std::string& host)
{
    const std::string name = host.substr(0, host.starts_with('[') ? host.find(']') + 1 : host.rfind(':'));
    const bool isLoopback = name.starts_with("127.") && name.find_first_not_of("0123456789.") == std::string::npos;
    return name == "localhost" || isLoopback || name == "[::1]";
}

std::string serverFault(const notify::Receiver& receiver)
{
    const std::string fault = receiver.server.empty() ? std::string() : faultOf(receiver.way, receiver.server);
    return fault.empty() ? fault : "server " + receiver.server + " " + fault;
}

Result<HttpCall> messageCall(const notify::Receiver& receiver, const MessageSecrets& secrets,
                             const notify::Carried& carried, UtcTime now)
{
    const std::string address = addressOf(receiver, secrets.target);
    if (const std::string fault = faultOf(receiver.way, address); !fault.empty())
        return Error{ErrorCode::InvalidInput,
                     (receiver.way == Way::PagerDuty ? "server " + address : receiver.variable) + " " + fault};
    HttpCall call{.method = "POST",
                  .url = address,
                  .fields = {{"Content-Type", "application/json"}},
                  .body = bodyOf(receiver, secrets.target, carried),
                  .asker = digestHex(receiver.way == Way::PagerDuty ? secrets.target : address),
                  .timeLimit = kTimeLimit,
                  .mostBytes = kMostAnswer,
                  .needsBody = false};
    if (receiver.way == Way::Webhook)
        sign(call, secrets.signing, carried, now);
    return call;
}

notify::Receipt messageReceipt(const Result<HttpAnswer>& answer, const std::string& host, bool left)
{
    if (!answer)
        return {left ? Reception::Unknown : Reception::Later, answer.error().detail};
    const int status = answer->status;
    const std::string why = host + " answers " + std::to_string(status) + saidBy(*answer);
    if (status >= 200 && status < 300) {
        // Teams' older webhooks say so where what stands behind them does not take any more.
        const bool isLimited = answer->body.find("returned HTTP error 429") != std::string::npos;
        return isLimited ? notify::Receipt{Reception::Later, host + " is asked too often"}
                         : notify::Receipt{Reception::Taken, {}};
    }
    if (status == 400 || status == 413 || status == 422)
        return {Reception::Refused, why};
    if (status == 502 || status == 504) // somebody between here and there lost the answer
        return {Reception::Unknown, why};
    return {Reception::Later, why, answer->notBefore};
}

} // namespace signalbox::net
