// SPDX-License-Identifier: GPL-3.0-or-later
// What a token may do, as every forge is asked: in which order, what needs what, and what an answer says of it.
//
// Thread     tryAll(): one at a time; blocks
// Ownership  the API outlives it
// Errors     as ci::Rights
#pragma once

#include "core/ci/rights.h"
#include "core/net/forgeapi.h"

#include <array>
#include <optional>

namespace signalbox::net {

class ForgeRights : public ci::Rights {
public:
    Result<void> tryAll(const ci::RightSink& tried, const std::stop_token& stop) final;

protected:
    explicit ForgeRights(ForgeApi& api) : m_api(api) { }

    ForgeApi& api() const { return m_api; }
    void seesRepository() { m_seesRepository = true; }

    /// What is answered; its status and the time until then stand in `tried`. Nothing: none came, and `tried` fails.
    std::optional<HttpAnswer> ask(const ForgeApi::Request& request, ci::TriedRight& tried);
    /// As ask(), and judged: Works for 200 and what is in `expected`, Lacks for 403, Fails for the rest. Nothing unless
    /// it works.
    std::optional<HttpAnswer> probe(const ForgeApi::Request& request, ci::TriedRight& tried,
                                    const std::vector<int>& expected = {});
    void lack(ci::TriedRight& tried, std::string what, std::string detail) const;

private:
    virtual ForgeApi::Request reaching() const = 0; // nothing is needed for it
    virtual void signIn(ci::TriedRight& tried) = 0;
    virtual void readRuns(ci::TriedRight& tried) = 0; // tells whether it sees the repository, too
    virtual void readEnvironments(ci::TriedRight& tried) = 0;
    virtual void rerunJobs(ci::TriedRight& tried) = 0;
    virtual void openChanges(ci::TriedRight& tried) = 0;
    virtual void openIssues(ci::TriedRight& tried) = 0;
    virtual void reviewDeployments(ci::TriedRight& tried) = 0;
    virtual void readReasons(ci::TriedRight& tried) = 0;
    virtual void readWebhooks(ci::TriedRight& tried) = 0;
    virtual std::string lackedIn(const HttpAnswer& answer, ci::Right right) const = 0; // of a 403

    void look(ci::TriedRight& tried);
    void reach(ci::TriedRight& tried);
    bool isReady(ci::Right right) const;
    bool works(ci::Right right) const;

    ForgeApi& m_api;
    std::stop_token m_stop;
    std::vector<ci::Right> m_working;
    bool m_seesRepository = false;
};

/// The time in a member of JSON that is one; nothing where it is none.
std::optional<UtcTime> timeIn(const Json& json, std::string_view key);

} // namespace signalbox::net
