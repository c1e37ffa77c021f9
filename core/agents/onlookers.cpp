// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/onlookers.h"

namespace signalbox::agents {

namespace {

Error untouched(const char* what)
{
    return {ErrorCode::Conflict, std::string("a rehearsal or replay does not ") + what};
}

} // namespace

std::string_view OnlookingCi::provider() const
{
    return m_real ? m_real->provider() : std::string_view("none");
}

Result<ci::Run> OnlookingCi::run(const ci::RunRef& run, std::stop_token stop)
{
    return m_real ? m_real->run(run, std::move(stop)) : Result<ci::Run>(untouched("look at the CI system"));
}

Result<void> OnlookingCi::readLog(const ci::RunRef& run, const std::string& job, int attempt,
                                  const std::function<void(std::string_view)>& sink, std::stop_token stop)
{
    return m_real ? m_real->readLog(run, job, attempt, sink, std::move(stop)) : untouched("read logs");
}

Result<int> OnlookingCi::rerunFailed(const ci::RunRef&, const ci::Rerun&, std::stop_token)
{
    return untouched("run jobs again");
}

Result<std::vector<std::string>> OnlookingCi::clearCaches(const ci::RunRef&, std::stop_token)
{
    return untouched("clear caches");
}

Result<void> OnlookingCi::cancel(const ci::RunRef&, std::stop_token)
{
    return untouched("cancel jobs");
}

Milliseconds OnlookingCi::lookAgain(const ci::RunRef& run) const
{
    return m_real ? m_real->lookAgain(run) : System::lookAgain(run);
}

Result<std::vector<record::KnowledgeRecord>> OnlookingKnowledge::find(const std::string& signature)
{
    return m_real ? m_real->find(signature)
                  : Result<std::vector<record::KnowledgeRecord>>(untouched("ask what worked before"));
}

Result<int> OnlookingKnowledge::occurrences(const std::string& signature)
{
    return m_real ? m_real->occurrences(signature) : Result<int>(untouched("ask what was seen before"));
}

/// What was only rehearsed has not been seen, and teaches nothing.
Result<void> OnlookingKnowledge::saw(RunId, const std::string&, const std::string&)
{
    return {};
}

Result<void> OnlookingKnowledge::learn(const record::FixOutcome&)
{
    return {};
}

Result<record::Judgements> OnlookingKnowledge::judgements(const std::string& signature)
{
    return m_real ? m_real->judgements(signature) : Result<record::Judgements>(untouched("ask what people said"));
}

Result<PolicyRules> OnlookingPolicy::rules(const std::string& line)
{
    return m_real ? m_real->rules(line) : Result<PolicyRules>(untouched("read the policy"));
}

Result<int> OnlookingPolicy::automaticActionsLastHour(const std::string& line)
{
    return m_real ? m_real->automaticActionsLastHour(line) : Result<int>(untouched("count actions"));
}

Result<bool> OnlookingPolicy::takeAction(const ActionClaim& claim, int limit)
{
    const auto taken = automaticActionsLastHour(claim.line);
    if (!taken)
        return taken.error();
    return *taken < limit;
}

} // namespace signalbox::agents
