// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/courier.h"

#include "core/host/secrets.h"
#include "core/net/mailserver.h"

#include <algorithm>
#include <array>
#include <atomic>

namespace signalbox::host {

namespace {

using notify::Reception;
using notify::Way;

notify::Message without(const Redactor& secrets, notify::Message message)
{
    message.line = secrets.redact(message.line).text;
    message.subject = secrets.redact(message.subject).text;
    for (std::string& line : message.lines)
        line = secrets.redact(line).text;
    for (auto& [name, value] : message.about)
        value = secrets.redact(value).text;
    return message;
}

/// The path of an address, which may be the secret of it.
std::string pathOf(const std::string& url)
{
    const auto host = url.find("://");
    const auto from = host == std::string::npos ? host : url.find('/', host + 3);
    return from == std::string::npos ? std::string() : url.substr(from, url.find_first_of("?#", from) - from);
}

/// "https://hooks.acme.com:8443/" of an address, which is no secret.
std::string originOf(const std::string& url)
{
    const auto host = url.find("://");
    return host == std::string::npos ? url : url.substr(0, url.find_first_of("/?#", host + 3)) + "/";
}

} // namespace

Result<net::MessageSecrets> Courier::secretsOf(const notify::Receiver& receiver) const
{
    auto target = secretNamed(receiver.variable);
    if (!target)
        return target.error();
    if (target->empty())
        return Error{ErrorCode::InvalidInput,
                     receiver.variable + " is not set; set it, or " + receiver.variable + "_FILE"};
    net::MessageSecrets secrets{.target = *std::move(target), .signing = {}};
    if (receiver.secret.empty())
        return secrets;
    auto signing = secretNamed(receiver.secret);
    if (!signing)
        return signing.error();
    if (signing->empty())
        return Error{ErrorCode::InvalidInput, receiver.secret + " is not set; nothing is sent unsigned"};
    secrets.signing = *std::move(signing);
    return secrets;
}

std::vector<std::string> Courier::secretsBeside(const net::MessageSecrets& own) const
{
    std::vector<std::string> values = knownSecrets(*m_workspace.now());
    for (std::string value : {own.target, own.signing, pathOf(own.target), std::string(passwordIn(own.target))}) {
        if (value.size() >= kShortestSecret)
            values.push_back(std::move(value));
    }
    return values;
}

Result<void> Courier::check(const notify::Receiver& receiver) const
{
    const auto secrets = secretsOf(receiver);
    if (!secrets)
        return secrets.error();
    if (receiver.way == Way::Mail)
        return net::mailFault(secrets->target).empty()
            ? Result<void>()
            : Error{ErrorCode::InvalidInput, receiver.variable + " " + net::mailFault(secrets->target)};
    const auto call = messageCall(receiver, *secrets, {.messages = {notify::Message{}}}, m_clock.now());
    return call ? Result<void>() : Result<void>(call.error());
}

Result<void> Courier::reach(const notify::Receiver& receiver, const std::stop_token& stop)
{
    const auto secrets = secretsOf(receiver);
    if (!secrets)
        return secrets.error();
    const auto call = messageCall(receiver, *secrets, {.messages = {notify::Message{}}}, m_clock.now());
    if (!call)
        return call.error();
    const auto answer = m_outgoing.client().call({.method = "HEAD", .url = originOf(call->url)}, stop);
    return answer ? Result<void>() : Result<void>(answer.error());
}

notify::Receipt Courier::bring(const notify::Receiver& receiver, notify::Carried carried, const std::stop_token& stop)
{
    if (const auto checked = check(receiver); !checked)
        return {Reception::Later, checked.error().detail};
    const auto secrets = secretsOf(receiver);
    if (!secrets)
        return {Reception::Later, secrets.error().detail};
    const Redactor redactor(secretsBeside(*secrets));
    for (notify::Message& message : carried.messages)
        message = without(redactor, std::move(message));
    notify::Receipt receipt = call(receiver, *secrets, carried, stop);
    receipt.why = redactor.redact(receipt.why).text; // an error names the address
    return receipt;
}

notify::Receipt Courier::test(const notify::Receiver& receiver, const std::stop_token& stop)
{
    const UtcTime now = m_clock.now();
    notify::Message trial;
    trial.incident = "trial/" + std::to_string(toUnixMs(now));
    trial.at = now;
    trial.since = now;
    return bring(receiver, {.messages = {trial}}, stop);
}

notify::Receipt Courier::call(const notify::Receiver& receiver, const net::MessageSecrets& secrets,
                              const notify::Carried& carried, const std::stop_token& stop)
{
    if (receiver.way == Way::Mail)
        return net::sendMail(secrets.target,
                             {.from = receiver.from, .to = receiver.to, .text = mailText(carried, receiver)}, stop);
    auto call = messageCall(receiver, secrets, carried, m_clock.now());
    if (!call)
        return {Reception::Later, call.error().detail};
    const auto left = std::make_shared<std::atomic<bool>>(false);
    call->leaves = [left] { *left = true; };
    const std::string host = net::hostOf(call->url);
    const auto answer = m_outgoing.client().call(*call, stop);
    return net::messageReceipt(answer, host, *left);
}

} // namespace signalbox::host
