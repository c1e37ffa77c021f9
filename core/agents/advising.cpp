// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/advising.h"

#include "core/agents/adviser.h"
#include "core/agents/diagnosis.h"
#include "core/agents/observation.h"
#include "core/base/redaction.h"
#include "core/gate/approval.h"
#include "core/log/linetext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <deque>

namespace signalbox::agents {

namespace {

constexpr std::int64_t kAround = 12; // lines before and after each line of the evidence
constexpr std::size_t kLast = 40; // lines of a log without any
constexpr std::size_t kMostLines = 120;
constexpr std::size_t kMostLine = 2000; // bytes that are looked at

/// The lines of a log that count, as they come.
class Excerpt {
public:
    explicit Excerpt(const EscalationEvidence& evidence)
    {
        for (const EvidenceLine& line : evidence.rootCause)
            m_around.push_back(line.line);
    }

    void feed(std::string_view chunk)
    {
        while (!chunk.empty()) {
            const std::size_t end = chunk.find('\n');
            m_open += chunk.substr(0, std::min(end, std::max(kMostLine, m_open.size()) - m_open.size()));
            if (end == std::string_view::npos)
                return;
            take();
            chunk.remove_prefix(end + 1);
        }
    }

    std::vector<std::string> finish()
    {
        if (!m_open.empty())
            take();
        return {m_lines.begin(), m_lines.end()};
    }

private:
    void take()
    {
        ++m_number;
        const std::string line = std::exchange(m_open, {});
        const bool counts = m_around.empty() || std::ranges::any_of(m_around, [&](std::int64_t at) {
                                return m_number >= at - kAround && m_number <= at + kAround;
                            });
        if (!counts)
            return;
        m_lines.emplace_back(log::withoutPrefix(line, log::Format::Auto));
        if (m_lines.size() > (m_around.empty() ? kLast : kMostLines))
            m_lines.pop_front();
    }

    std::vector<std::int64_t> m_around;
    std::string m_open;
    std::int64_t m_number = 0;
    std::deque<std::string> m_lines;
};

model::Failure failureOf(const EscalationEvidence& evidence)
{
    model::Failure failure{.line = evidence.line,
                           .branch = evidence.branch,
                           .job = evidence.job,
                           .step = evidence.step,
                           .exitCode = evidence.exitCode.value_or(0),
                           .failureClass = evidence.failureClass,
                           .reason = evidence.reason,
                           .excerpt = {},
                           .history = {},
                           .offers = {{.choice = std::string(gate::kTakeOver)}}};
    for (const TriedAttempt& tried : evidence.tried)
        failure.history.push_back(tried.action + ": " + tried.outcome);
    for (const ConsideredFix& fix : evidence.considered) {
        if (isOnOffer(fix))
            failure.offers.push_back({std::string(kTryFix) + fix.action, fix.timesTried, fix.timesWorked});
    }
    return failure;
}

/// The log is read once more, since little of it is kept.
Result<std::vector<std::string>> excerptOf(const SelfHealingPorts& ports, const EscalationEvidence& evidence,
                                           int attempt, const std::stop_token& stop)
{
    Excerpt excerpt(evidence);
    const auto read = ports.ci->readLog(
        {evidence.line, evidence.number}, evidence.job, attempt, [&](std::string_view chunk) { excerpt.feed(chunk); },
        stop);
    if (!read && read.error().code == ErrorCode::Cancelled)
        return read.error();
    std::vector<std::string> lines = excerpt.finish();
    if (!read || lines.empty()) { // it is gone: what was found in it is not
        lines.clear();
        for (const EvidenceLine& line : evidence.rootCause)
            lines.push_back(line.text);
    }
    return lines;
}

} // namespace

Json toJson(const Advised& advised)
{
    Json exchanges = Json::array();
    for (const Exchange& exchange : advised.exchanges)
        exchanges.push_back({{"system", exchange.system},
                             {"user", exchange.user},
                             {"answer", exchange.answer},
                             {"fault", exchange.fault},
                             {"prompt_hash", exchange.promptHash},
                             {"tokens_in", exchange.tokens.in},
                             {"tokens_out", exchange.tokens.out},
                             {"cost_usd", exchange.costUsd},
                             {"took_ms", exchange.took.count()},
                             {"cached", exchange.cached}});
    return {{"model", advised.model},
            {"advice", advised.advice ? model::toJson(*advised.advice) : Json()},
            {"note", advised.note},
            {"detail", advised.detail},
            {"exchanges", std::move(exchanges)}};
}

Result<Json> adviceOn(const SelfHealingPorts& ports, const graph::State& state, const EscalationEvidence& evidence,
                      const graph::NodeContext& context)
{
    if (!evidence.fault.empty() || !evidence.pullRequest.empty() || evidence.job.empty())
        return Json();
    const Diagnosis diagnosis = diagnosisFromJson(fieldOr<Json>(state, "diagnosis", Json::object()));
    graph::Effect effect;
    effect.key = "advice:" + std::to_string(diagnosis.attempt) + ":" + std::to_string(evidence.tried.size());
    effect.intent = {{"action", "ask_model"}};
    effect.act = [&](std::stop_token stop) -> Result<Json> {
        model::Failure failure = failureOf(evidence);
        auto excerpt = excerptOf(ports, evidence, diagnosis.attempt, stop);
        if (!excerpt)
            return excerpt.error();
        failure.excerpt = *std::move(excerpt);
        const auto advised = ports.adviser->advise(context.run, failure, stop);
        return advised ? Result<Json>(toJson(*advised)) : advised.error();
    };
    // It may have been asked, and is again: an answer that was stored costs nothing the second time.
    effect.reconcile = [](std::stop_token) {
        return Result<graph::Reconciled>(graph::Reconciled{graph::Reconciled::Fate::NotDone, {}});
    };
    const auto known = context.effects.isRecorded(effect);
    if (!known)
        return known.error();
    const bool asks = ports.adviser && ports.adviser->isOn();
    return *known || asks ? context.effects.perform(effect) : Result<Json>(Json());
}

} // namespace signalbox::agents
