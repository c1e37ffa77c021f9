// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/createissue.h"

#include "core/agents/issuebench.h"
#include "core/agents/issuetext.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::agents {

namespace {

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

Result<Json> tellOnce(const SelfHealingPorts& ports, const graph::State& state, const EscalationEvidence& evidence,
                      const graph::NodeContext& context)
{
    const int attempt = static_cast<int>(fieldOr<std::int64_t>(state, "attempt", 1));
    const Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    graph::Effect effect;
    effect.key = "issue:" + std::to_string(tried.size());
    effect.safety = SafetyClass::PullRequest;
    effect.intent = {{"action", "tell_of_failure"},
                     {"line", evidence.line},
                     {"number", evidence.number},
                     {"attempt", attempt},
                     {"signature", evidence.signature}};
    effect.act = [&](const std::stop_token& stop) -> Result<Json> {
        if (!ports.issues)
            return Error{ErrorCode::NotFound, "nothing opens issues here"};
        IssueText said = issueText(evidence, attempt);
        const auto told = ports.issues->tell({.because = {evidence.line, evidence.number},
                                              .attempt = attempt,
                                              .signature = evidence.signature,
                                              .title = std::move(said.title),
                                              .text = std::move(said.text),
                                              .at = context.clock.now()},
                                             stop);
        if (!told)
            return told.error();
        return Json{{"number", told->number}, {"page", told->page}, {"how", told->how}};
    };
    effect.reconcile = [](std::stop_token) -> Result<graph::Reconciled> { // it looks before it does anything
        return graph::Reconciled{graph::Reconciled::Fate::NotDone, {}};
    };
    return context.effects.perform(effect);
}

} // namespace

bool wantsIssue(const SelfHealingPorts& ports, const graph::State& state)
{
    return ports.issues && !text(state, "signature").empty() && isForAnIssue(text(state, "escalation_reason"))
        && ports.issues->serves(text(state, "line"));
}

graph::NodePolicy CreateIssue::patience()
{
    graph::NodePolicy policy;
    policy.retry = {.maxAttempts = 5, .firstDelay = Milliseconds(1000), .cap = Milliseconds(10'000)};
    return policy;
}

Result<graph::Update> CreateIssue::run(const graph::State& state, const graph::NodeContext& context) const
{
    Json evidence = fieldOr<Json>(state, "evidence", Json::object());
    const auto read = escalationFromJson(evidence);
    if (!read)
        return read.error();
    const graph::RetryPolicy retry = patience().retry;
    auto told = tellOnce(m_ports, state, *read, context);
    if (!told) {
        const bool isWorthATry = std::ranges::count(retry.worthRetrying, told.error().code) > 0;
        if (told.error().code == ErrorCode::Cancelled || (isWorthATry && context.attempt < retry.maxAttempts))
            return told.error();
        told = Json{{"fault", told.error().detail}};
    }
    evidence["issue"] = text(*told, "page");
    if (const std::string fault = text(*told, "fault"); !fault.empty())
        evidence["issue_fault"] = fault;
    graph::Update update;
    update.set("issue", *std::move(told));
    update.set("evidence", std::move(evidence));
    return update;
}

} // namespace signalbox::agents
