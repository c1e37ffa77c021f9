// SPDX-License-Identifier: GPL-3.0-or-later
// A request that has come in, and what it is answered.
//
// Thread  any: values
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signalbox::net {

/// Whether two names of fields are one: their case says nothing.
bool isSameField(std::string_view name, std::string_view other);

/// Lives as long as the call that is given it.
struct HttpRequest {
    std::string_view method; // "POST"
    std::string_view path; // without the query
    std::vector<std::pair<std::string_view, std::string_view>> fields;
    std::string_view body;

    /// The first field of this name, in whatever case; empty where there is none.
    std::string_view field(std::string_view name) const;
};

struct HttpResponse {
    int status = 200;
    std::string body; // JSON unless `type` says otherwise
    std::string type = "application/json";
    std::vector<std::pair<std::string, std::string>> fields = {}; // besides those of length, type and connection
};

/// {"error": why}.
HttpResponse refusal(int status, std::string_view why);
/// Where only `method` may be used.
HttpResponse wrongMethod(std::string_view method);

/// Whether a connection stays open behind an answer. HTTP/1.0 has to be told.
enum class Stays : std::uint8_t { No, Yes, AndSaysSo };

/// As it goes over the wire.
std::string messageOf(const HttpResponse& response, Stays stays);

/// Names a request that is answered later.
using HttpTicket = std::uint64_t;

/// What answers requests.
class HttpService {
public:
    virtual ~HttpService() = default;

    /// The head has come, without its body: what it is refused with; nothing: the body may follow.
    virtual std::optional<HttpResponse> refuse(const HttpRequest& head) = 0;
    /// Nothing: it is answered later, by HttpReceiver::answer().
    virtual std::optional<HttpResponse> answer(const HttpRequest& request, HttpTicket ticket) = 0;
};

} // namespace signalbox::net
