// SPDX-License-Identifier: GPL-3.0-or-later
// Ports that look and never touch: what a rehearsal is given instead of the real ones.
// With no port behind them they answer nothing at all, which is what a replay is given.
//
// Thread     any
// Ownership  the ports behind them outlive them
// Errors     Conflict for whatever would touch, or look where there is nothing to look at
#pragma once

#include "core/agents/selfhealing.h"

namespace signalbox::agents {

class OnlookingCi final : public ci::System {
public:
    explicit OnlookingCi(ci::System* real) : m_real(real) { }

    std::string_view provider() const override;
    Result<ci::Run> run(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> readLog(const ci::RunRef& run, const std::string& job, int attempt,
                         const std::function<void(std::string_view)>& sink, std::stop_token stop) override;
    Result<int> rerunFailed(const ci::RunRef& run, const ci::Rerun& how, std::stop_token stop) override;
    bool takesDebug(const std::string& line) const override { return m_real && m_real->takesDebug(line); }
    Result<std::vector<std::string>> clearCaches(const ci::RunRef& run, std::stop_token stop) override;
    Result<void> cancel(const ci::RunRef& run, std::stop_token stop) override;
    Milliseconds lookAgain(const ci::RunRef& run) const override;

private:
    ci::System* const m_real; // null: nothing to look at
};

class OnlookingKnowledge final : public KnowledgeBase {
public:
    explicit OnlookingKnowledge(KnowledgeBase* real) : m_real(real) { }

    Result<std::vector<record::KnowledgeRecord>> find(const std::string& signature) override;
    Result<int> occurrences(const std::string& signature) override;
    Result<void> saw(RunId run, const std::string& signature, const std::string& failureClass) override;
    Result<void> learn(const record::FixOutcome& outcome) override;
    Result<record::Judgements> judgements(const std::string& signature) override;

private:
    KnowledgeBase* const m_real;
};

/// Counts no action.
class OnlookingPolicy final : public PolicySource {
public:
    explicit OnlookingPolicy(PolicySource* real) : m_real(real) { }

    Result<PolicyRules> rules(const std::string& line) override;
    Result<int> automaticActionsLastHour(const std::string& line) override;
    Result<bool> takeAction(const ActionClaim& claim, int limit) override;

private:
    PolicySource* const m_real;
};

} // namespace signalbox::agents
