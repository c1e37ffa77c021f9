// SPDX-License-Identifier: GPL-3.0-or-later
// A gate at which one environment waits, and that keeps what it was told.
#pragma once

#include "core/ci/gate.h"

namespace signalbox::test {

class ScriptedGate final : public ci::Gate {
public:
    ScriptedGate()
    {
        ci::PendingGate gate;
        gate.environment = "production";
        gate.id = "150";
        gate.occasion = "0";
        gate.reviewers = {{"boss", false}};
        gate.mayDecide = true;
        waiting = {gate};
    }

    std::vector<ci::PendingGate> waiting;
    std::vector<ci::GateReview> said;
    Result<ci::GateRules> known = ci::GateRules{1, true, false, "any"};
    Result<ci::GateChanges> changed = ci::GateChanges();
    std::vector<ci::GateDecision> sent;
    std::optional<Error> lookFault; // of a look at what waits
    std::optional<Error> refusal; // of a decision; nothing is done
    bool answerIsLost = false; // of the next decision, which is done
    bool staysPending = false; // others are needed besides
    bool listsReviews = true;
    std::string later; // the run that deploys there in place of this one
    std::string notDone; // of a decision that is taken

    bool serves(const std::string&) override { return true; }
    std::string_view provider(const std::string&) const override { return "github"; }
    Result<std::vector<ci::PendingGate>> pending(const ci::RunRef&, std::stop_token) override
    {
        return lookFault ? Result<std::vector<ci::PendingGate>>(*lookFault) : waiting;
    }
    Result<std::vector<ci::GateReview>> reviews(const ci::RunRef&, std::stop_token) override
    {
        return listsReviews ? said : std::vector<ci::GateReview>();
    }
    Result<ci::GateRules> rules(const std::string&, const ci::PendingGate&, std::stop_token) override { return known; }
    Result<ci::GateChanges> changes(const std::string&, const std::string&, const std::string&,
                                    std::stop_token) override
    {
        return changed;
    }
    Result<ci::GateReview> decide(const ci::GateDecision& decision, std::stop_token) override
    {
        sent.push_back(decision);
        if (refusal)
            return *refusal;
        reviewed(decision.approve, "boss", decision.comment);
        if (std::exchange(answerIsLost, false))
            return Error{ErrorCode::Network, "cut"};
        ci::GateReview review = said.back();
        review.notDone = notDone;
        return review;
    }
    Result<std::string> supersededBy(const ci::RunRef&, const ci::PendingGate&, std::stop_token) override
    {
        return later;
    }
    void reviewed(bool approved, const std::string& by, const std::string& comment)
    {
        said.push_back({"production", approved, by, comment});
        if (!staysPending)
            waiting.clear();
    }
};

} // namespace signalbox::test
