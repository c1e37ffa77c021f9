// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of GitHub's REST API about one repository: on github.com, or on an Enterprise server by its base URL.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     one line each: what, where, what to do. NotFound: not there, gone for good, or not shown to this token;
//            InvalidInput: the token is missing, not accepted or may not do this, or the request makes no sense there;
//            Conflict: a run is still going, or has ended; Network, Timeout: worth another try, later, limits included;
//            Cancelled
// Source     https://docs.github.com/en/rest (X-GitHub-Api-Version 2022-11-28)
#pragma once

#include "core/base/json.h"
#include "core/net/httpclient.h"

namespace signalbox::net {

/// Where a repository is, and who asks.
struct GitHubPlace {
    static constexpr const char* kPublicApi = "https://api.github.com";

    std::string api = kPublicApi; // of an Enterprise server "https://github.acme.com/api/v3"
    std::string repository; // "acme/shop"
    std::string token;
    std::string tokenFrom; // "GH_TOKEN": where the token was looked for
};

/// "acme/shop": one owner and one name, of the characters that GitHub allows.
bool isRepositoryName(std::string_view name);
/// Whether GitHub takes both for one: it does not tell letters apart by their case.
bool isSameRepository(std::string_view left, std::string_view right);

/// The pages and git repositories that belong to an API: "https://github.com", "https://github.acme.com".
std::string webOf(const std::string& api);

/// Nothing: a token may be sent there. Else what is wrong, for a person.
std::string apiFault(const std::string& api);

class GitHubApi {
public:
    struct Request {
        std::string path; // below the repository: "/actions/runs/7"
        std::string about; // for messages: "run 7 of acme/shop"
        std::string method = "GET";
        std::string body = {}; // JSON
        std::function<void(std::string_view)> sink = {};
    };

    GitHubApi(HttpClient& client, GitHubPlace place) : m_client(client), m_place(std::move(place)) { }

    const GitHubPlace& place() const { return m_place; }

    /// Whatever it answers; an error only where it does not. A limit that is reached is an error too.
    Result<HttpAnswer> send(const Request& request, const std::stop_token& stop);
    /// An answer of the 200s, or the error that another one is.
    Result<HttpAnswer> call(const Request& request, const std::stop_token& stop);
    Result<Json> read(const Request& request, const std::stop_token& stop);
    /// The members `list` of every page; Network where there are more than anybody has.
    Result<std::vector<Json>> readAll(const Request& request, const char* list, const std::stop_token& stop);

    /// What an answer outside the 200s means.
    Error refusal(const HttpAnswer& answer, const Request& request) const;

private:
    Result<HttpAnswer> sendTo(const std::string& url, const Request& request, const std::stop_token& stop);
    Error forbidden(const HttpAnswer& answer, const Request& request) const;

    HttpClient& m_client;
    const GitHubPlace m_place;
};

/// The address behind rel="next" in a field Link (RFC 8288); empty where there is none.
std::string nextPage(std::string_view link);

} // namespace signalbox::net
