// SPDX-License-Identifier: GPL-3.0-or-later
// Repositories that take changes for review, and keep what is offered to them.
#pragma once

#include "core/agents/changebench.h"
#include "core/agents/escalation.h"
#include "tests/core/agents/healing.h"

#include <functional>
#include <optional>
#include <vector>

namespace signalbox::test {

/// Repositories whose offers are kept.
class Shelf final : public agents::ChangeBench {
public:
    bool serves(const std::string&) override { return serving; }
    Result<agents::ProjectTree> checkOut(RunId, const std::string&, const std::string& commit, std::stop_token) override
    {
        commits.push_back(commit);
        return fault ? Result<agents::ProjectTree>(*fault) : agents::ProjectTree{"/tree/web", "web"};
    }
    Result<void> discard(RunId) override { return {}; }
    Result<agents::PipelineText> pipelineAt(RunId, const ci::RunRef&, const std::string&, std::stop_token) override
    {
        return fault ? Result<agents::PipelineText>(*fault) : pipeline;
    }
    Result<std::optional<ci::OfferedChange>> find(const std::string&, const std::string& branch,
                                                  std::stop_token) override
    {
        return offers.empty() ? std::optional<ci::OfferedChange>()
                              : ci::OfferedChange{7, "https://page/7", branch, true};
    }
    Result<ci::OfferedChange> offer(const ci::ChangeOffer& change, std::stop_token) override
    {
        offers.push_back(change);
        if (brokenOff) {
            brokenOff();
            return Error{ErrorCode::Cancelled, "stopped"};
        }
        return ci::OfferedChange{7, "https://page/7", change.branch, true};
    }

    bool serving = true;
    std::optional<Error> fault;
    agents::PipelineText pipeline;
    std::function<void()> brokenOff;
    std::vector<std::string> commits;
    std::vector<ci::ChangeOffer> offers;
};

/// A run that fails so, on a line that takes changes for review.
struct Offering {
    explicit Offering(std::vector<Scene> scenes) : healing(std::move(scenes)) { healing.changes = &shelf; }

    /// What a person is asked in the end.
    agents::EscalationEvidence asked()
    {
        const auto evidence = agents::escalationFromJson(healing.request().evidence);
        return evidence ? *evidence : agents::EscalationEvidence();
    }

    Shelf shelf;
    Healing healing;
};

} // namespace signalbox::test
