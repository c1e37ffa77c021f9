// SPDX-License-Identifier: GPL-3.0-or-later
// A repository on a server as it is asked for before it is a line, or with a token that is not kept yet.
//
// Thread     any; calls block, and answer within 200 ms of a stop
// Ownership  client and clock outlive it
// Errors     as ci::RemoteSystem; those of secretNamed()
#pragma once

#include "core/ci/rights.h"
#include "core/host/workspace.h"
#include "core/net/forgeapi.h"

#include <functional>
#include <optional>

namespace signalbox::host {

/// Where it is, with the token that its variable holds.
Result<net::ForgePlace> placeFor(const RemoteLine& remote);

class Trial {
public:
    using PlaceOf = std::function<Result<net::ForgePlace>(const RemoteLine& remote)>;
    /// `token`: empty: the one that `placeOf` gives.
    Trial(net::HttpClient& client, const Clock& clock, PlaceOf placeOf, RemoteLine remote, std::string token = {})
        : m_client(client),
          m_clock(clock),
          m_placeOf(std::move(placeOf)),
          m_remote(std::move(remote)),
          m_token(std::move(token))
    {
    }

    /// Asks for its newest runs: whether the address, the repository and the token are right.
    Result<void> newestRuns(const std::stop_token& stop) const;
    Result<void> rights(const ci::RightSink& tried, const std::stop_token& stop) const;

    struct File {
        std::string branch; // the default one
        std::optional<std::string> text;
    };
    Result<File> file(const std::string& path, const std::stop_token& stop) const;

private:
    Result<net::ForgePlace> place() const;
    Result<std::string> defaultBranch(const std::stop_token& stop) const;

    net::HttpClient& m_client;
    const Clock& m_clock;
    const PlaceOf m_placeOf;
    const RemoteLine m_remote;
    const std::string m_token;
};

} // namespace signalbox::host
