// SPDX-License-Identifier: GPL-3.0-or-later
// The gates of the lines that are on servers: each is asked where its line is.
//
// Thread     any; calls block
// Ownership  what it is given outlives it
// Errors     as ci::Gate
#pragma once

#include "core/ci/gate.h"

#include <functional>

namespace signalbox::host {

class RemoteGates final : public ci::Gate {
public:
    using Of = std::function<ci::Gate&(const std::string& line)>;
    explicit RemoteGates(Of of) : m_of(std::move(of)) { }

    bool serves(const std::string& line) override { return m_of(line).serves(line); }
    std::string_view provider(const std::string& line) const override { return m_of(line).provider(line); }
    Result<std::vector<ci::PendingGate>> pending(const ci::RunRef& run, std::stop_token stop) override
    {
        return m_of(run.line).pending(run, std::move(stop));
    }
    Result<std::vector<ci::GateReview>> reviews(const ci::RunRef& run, std::stop_token stop) override
    {
        return m_of(run.line).reviews(run, std::move(stop));
    }
    Result<ci::GateRules> rules(const std::string& line, const ci::PendingGate& gate, std::stop_token stop) override
    {
        return m_of(line).rules(line, gate, std::move(stop));
    }
    Result<ci::GateChanges> changes(const std::string& line, const std::string& environment, const std::string& commit,
                                    std::stop_token stop) override
    {
        return m_of(line).changes(line, environment, commit, std::move(stop));
    }
    Result<ci::GateReview> decide(const ci::GateDecision& decision, std::stop_token stop) override
    {
        return m_of(decision.run.line).decide(decision, std::move(stop));
    }
    Result<std::optional<ci::GateReview>> whatBecame(const ci::GateDecision& decision, std::stop_token stop) override
    {
        return m_of(decision.run.line).whatBecame(decision, std::move(stop));
    }
    Result<std::string> supersededBy(const ci::RunRef& run, const ci::PendingGate& gate, std::stop_token stop) override
    {
        return m_of(run.line).supersededBy(run, gate, std::move(stop));
    }

private:
    const Of m_of;
};

} // namespace signalbox::host
