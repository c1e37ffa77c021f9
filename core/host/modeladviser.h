// SPDX-License-Identifier: GPL-3.0-or-later
// The language model of the workspace as an adviser: redacts what it is asked, answers equal prompts from the store,
// keeps to the month's money, and leaves a model alone for a while that does not answer.
//
// Thread     any; what asks blocks, at most a minute and a half
// Ownership  what is in Scene outlives it
// Source     SPEC 2
#pragma once

#include "core/agents/adviser.h"
#include "core/base/policyrules.h"
#include "core/base/redaction.h"
#include "core/host/outgoing.h"
#include "core/host/sharedworkspace.h"
#include "core/net/chatmodel.h"
#include "core/store/modelcallrepository.h"

namespace signalbox::host {

class ModelAdviser final : public agents::Adviser {
public:
    struct Scene {
        store::Database& database;
        const SharedWorkspace& workspace;
        const Clock& clock;
        std::function<Result<PolicyRules>(const std::string& line)> rules; // whose money a month is a limit too
        Milliseconds timeLimit{30'000}; // of one try
        Milliseconds pause{1'000}; // before another; longer each time
    };

    explicit ModelAdviser(Scene scene) : m_scene(scene), m_outgoing(scene.clock) { }

    bool isOn() override { return !m_scene.workspace.now()->model.name.empty(); }
    Result<agents::Advised> advise(RunId run, const model::Failure& failure, const std::stop_token& stop) override;

    /// Asks the model of `settings` for a word, once, as any call within the budget.
    Result<void> tryOut(const model::Settings& settings, const std::stop_token& stop);
    /// Where it would be asked, and with what; InvalidInput where a variable is not set or the address is none.
    static Result<net::ChatPlace> placeOf(const model::Settings& settings);
    /// What the calendar month has cost so far, in dollars.
    Result<double> spentUsd();

private:
    struct Question {
        RunId run;
        std::string line;
        model::Settings settings;
        model::Prompt prompt;
        int tries = 1;
    };
    /// What came of one question. Its fault is told by a name: "no_place", "budget", "resting", "refused", "silent".
    struct Outcome {
        agents::Exchange exchange;
        std::string note; // empty: there is an answer
        std::int64_t call = 0; // in the store, that has to be ended; 0: none
        double callUsd = 0; // what that one cost
    };

    Result<Outcome> exchange(const Question& question, const Redactor& redactor, const std::stop_token& stop);
    Result<Outcome> askNow(const Question& question, Outcome outcome, const Redactor& redactor,
                           const std::stop_token& stop);
    static Outcome taken(Outcome outcome, const model::Reply& reply, const Question& question,
                         const Redactor& redactor);
    Result<void> endCall(const Outcome& outcome, bool counts); // its answer answers equal prompts
    Result<store::ModelBudget> budgetFor(const Question& question) const;
    UtcTime monthStart() const;
    std::string rest(); // why it is left alone; empty: it is not
    void leaveAlone(const std::string& why);

    const Scene m_scene;
    Outgoing m_outgoing; // of its own: its limits are not those of a forge
    std::mutex m_mutex;
    UtcTime m_restsUntil{}; // guarded by m_mutex
    std::string m_restsFor; // likewise
};

} // namespace signalbox::host
