// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http.h"

#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace signalbox::net {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr std::array<std::pair<int, std::string_view>, 12> kReasons{{{200, "OK"},
                                                                     {202, "Accepted"},
                                                                     {400, "Bad Request"},
                                                                     {401, "Unauthorized"},
                                                                     {404, "Not Found"},
                                                                     {405, "Method Not Allowed"},
                                                                     {408, "Request Timeout"},
                                                                     {413, "Payload Too Large"},
                                                                     {415, "Unsupported Media Type"},
                                                                     {431, "Request Header Fields Too Large"},
                                                                     {500, "Internal Server Error"},
                                                                     {503, "Service Unavailable"}}};

std::string_view reasonOf(int status)
{
    const auto found = std::ranges::find(kReasons, status, &std::pair<int, std::string_view>::first);
    return found == kReasons.end() ? "" : found->second;
}

} // namespace

bool isSameField(std::string_view name, std::string_view other)
{
    return std::ranges::equal(name, other, {}, lower, lower);
}

std::string_view HttpRequest::field(std::string_view name) const
{
    for (const auto& [theirs, value] : fields) {
        if (isSameField(theirs, name))
            return value;
    }
    return {};
}

HttpResponse refusal(int status, std::string_view why)
{
    return {.status = status, .body = dumpJson({{"error", why}}), .fields = {}};
}

HttpResponse wrongMethod(std::string_view method)
{
    HttpResponse response = refusal(405, "use " + std::string(method));
    response.fields.emplace_back("Allow", method);
    return response;
}

std::string messageOf(const HttpResponse& response, Stays stays)
{
    std::string text = "HTTP/1.1 " + std::to_string(response.status) + ' ';
    text += reasonOf(response.status);
    text += "\r\nContent-Type: " + response.type + "\r\nContent-Length: " + std::to_string(response.body.size());
    for (const auto& [name, value] : response.fields)
        text += "\r\n" + name + ": " + value;
    if (stays != Stays::Yes)
        text += stays == Stays::No ? "\r\nConnection: close" : "\r\nConnection: keep-alive";
    return text + "\r\n\r\n" + response.body;
}

} // namespace signalbox::net
