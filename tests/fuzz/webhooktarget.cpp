// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonplaces.h"
#include "core/ci/delivery.h"
#include "core/net/requestparser.h"
#include "core/net/webhooksignature.h"
#include "tests/fuzz/targets.h"

#include <nlohmann/json.hpp>

namespace signalbox::fuzz {

namespace {

constexpr net::RequestParser::Bounds kBounds{.headBytes = 4'000, .bodyBytes = 8'000};
constexpr std::size_t kLongest = 1'000; // of a value in a notice, with what stands for secrets

struct Parsed {
    net::RequestParser::State state = net::RequestParser::State::Head;
    std::string what; // method, path and body, once it is done
    std::size_t left = 0;
};

/// As the receiver does, with at most `atOnce` bytes a time.
Parsed parse(std::string_view bytes, std::size_t atOnce)
{
    net::RequestParser parser(kBounds);
    Parsed parsed;
    std::string pending;
    while (!bytes.empty() && parsed.state < net::RequestParser::State::Done) {
        pending += bytes.substr(0, atOnce);
        bytes.remove_prefix(std::min(atOnce, bytes.size()));
        std::string_view rest = pending;
        const bool hadHead = parsed.state == net::RequestParser::State::Body;
        parsed.state = parser.put(rest);
        if (!hadHead && parsed.state == net::RequestParser::State::Body) // it stops behind the head
            parsed.state = parser.put(rest);
        pending = std::string(rest);
    }
    require(parser.bodySize() <= kBounds.bodyBytes, "a body stays within its bound");
    if (parsed.state == net::RequestParser::State::Done) {
        const net::HttpRequest request = parser.request();
        parsed.what = std::string(request.method) + ' ' + std::string(request.path) + ' ' + std::string(request.body);
        parsed.left = pending.size() + bytes.size();
    } else if (parsed.state == net::RequestParser::State::Refused) {
        require(parser.whyRefused().status >= 400, "a refusal has a status");
    }
    return parsed;
}

void lookAt(const ci::Notice& notice)
{
    const Json json = toJson(notice);
    for (const auto& [name, value] : json.items())
        require(!value.is_string() || value.get_ref<const std::string&>().size() <= kLongest, name);
}

void readPayload(std::string_view bytes)
{
    JsonPlaces payload;
    if (!payload.read(bytes))
        return;
    for (const char* event : {"workflow_run", "workflow_job", "check_run", "push", "pull_request", "deployment_status"})
        lookAt(ci::githubNotice(event, payload));
    for (const char* event : {"Pipeline Hook", "Job Hook", "Push Hook", "Deployment Hook"})
        lookAt(ci::gitlabNotice(event, payload));
}

} // namespace

void webhook(std::string_view bytes)
{
    const Parsed whole = parse(bytes, bytes.size() + 1);
    const Parsed cut = parse(bytes, 1 + bytes.size() % 7);
    if (whole.state == net::RequestParser::State::Done)
        require(cut.state == whole.state && cut.what == whole.what && cut.left == whole.left,
                "a request is the same however it is cut");
    static_cast<void>(net::GitHubSecret("secret").proves(bytes, "{}"));
    readPayload(bytes);
}

} // namespace signalbox::fuzz
