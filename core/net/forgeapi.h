// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of a forge's REST API about one repository: what GitHub's and GitLab's have in common.
//
// Thread     any; calls block
// Ownership  the client outlives it
// Errors     one line each: what, where, what to do. NotFound: not there, gone for good, or not shown to this token;
//            Unauthorized: the token is missing or not accepted; InvalidInput: it may not do this, or the request makes
//            no sense there;
//            Conflict: a run is still going, or has ended; Network, Timeout: worth another try, later, limits included;
//            Cancelled
#pragma once

#include "core/base/json.h"
#include "core/ci/changeoffer.h"
#include "core/net/httpclient.h"

namespace signalbox::net {

/// Where a repository is, and who asks.
struct ForgePlace {
    std::string api; // "https://api.github.com", "https://gitlab.com/api/v4"
    std::string repository; // "acme/shop"
    std::string token;
    std::string tokenFrom; // "GH_TOKEN": where the token was looked for
    /// Of a token that does not last: another one than this, which the forge does not accept any more.
    std::function<Result<std::string>(const std::string& refused)> another = {};
};

/// Whether a forge takes both for one: it does not tell letters apart by their case.
bool isSameRepository(std::string_view left, std::string_view right);

/// A branch that has the name of an offer, and is none of ours.
Error branchOfOthers(const std::string& branch);

/// What an offer that is not open any more stands for: it was merged, or a person does not want it.
Result<ci::OfferedChange> endedOffer(const ci::OfferedChange& offered);

/// One part of a repository's name, of the characters that forges allow.
bool isNamePart(std::string_view part);

/// Nothing: a token may be sent there. Else what is wrong, for a person.
std::string apiFault(const std::string& api, const char* example = "https://github.acme.com/api/v3");

/// The address behind rel="next" in a field Link (RFC 8288); empty where there is none.
std::string nextPage(std::string_view link);

/// As a part of a path or a query: "acme%2Fshop".
std::string escaped(const std::string& text);

class ForgeApi {
public:
    struct Request {
        std::string path; // below the repository: "/actions/runs/7"
        std::string about; // for messages: "run 7 of acme/shop"
        std::string method = "GET";
        std::string body = {}; // JSON
        std::function<void(std::string_view)> sink = {};
        HttpFields fields = {}; // besides those of every request
        bool isOfServer = false; // the path is below the API: "/user"
        bool isNobodys = false; // it is sent without the token
    };

    virtual ~ForgeApi() = default;

    const ForgePlace& place() const { return m_place; }

    /// Unauthorized where there is no token, or what can be none.
    Result<void> checkToken() const;
    /// Whatever it answers; an error only where it does not. A limit that is reached is an error too.
    Result<HttpAnswer> send(const Request& request, const std::stop_token& stop);
    /// An answer of the 200s, or the error that another one is.
    Result<HttpAnswer> call(const Request& request, const std::stop_token& stop);
    Result<Json> read(const Request& request, const std::stop_token& stop); // an object
    Result<Json> readList(const Request& request, const std::stop_token& stop); // of one page
    /// The members `list` of every page, or with none the pages themselves; Network where there are more than anybody
    /// has.
    Result<std::vector<Json>> readAll(const Request& request, const char* list, const std::stop_token& stop);

    /// The server's own words in an answer, made harmless.
    static std::string wordsOf(const HttpAnswer& answer);
    /// What an answer outside the 200s means.
    Error refusal(const HttpAnswer& answer, const Request& request) const;

protected:
    ForgeApi(HttpClient& client, ForgePlace place) : m_client(client), m_place(std::move(place)) { }

private:
    virtual std::string_view name() const = 0; // "GitHub"
    virtual std::string root() const = 0; // of every path: "/repos/acme/shop"
    virtual HttpFields fields() const = 0; // of every request, the token's too
    virtual std::string_view tokenNeeded() const = 0; // "that may read its Actions, and write them to heal"
    /// What an answer outside the 200s means to this one alone; nothing: what it means to all.
    virtual std::optional<Error> ownRefusal(const HttpAnswer&, const std::string& /*said*/) const
    {
        return std::nullopt;
    }
    virtual Milliseconds writesApart() const { return Milliseconds(0); } // as the server asks of its clients
    virtual Error forbidden(const HttpAnswer& answer, const Request& request, const std::string& said) const = 0;

    Result<HttpAnswer> sendTo(const std::string& url, const Request& request, const std::stop_token& stop);
    Result<HttpAnswer> sendWithToken(const std::string& url, const Request& request, const std::stop_token& stop);

    HttpClient& m_client;
    ForgePlace m_place;
};

} // namespace signalbox::net
