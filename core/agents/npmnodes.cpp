// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/npmnodes.h"

#include "core/agents/learning.h"
#include "core/agents/npmcalls.h"
#include "core/agents/observation.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::agents {

namespace {

using graph::NodeContext;
using graph::State;
using graph::Update;

constexpr int kMostDoublings = 6;

std::string text(const Json& json, std::string_view key)
{
    return fieldOr<std::string>(json, key, {});
}

std::int64_t number(const Json& json, std::string_view key)
{
    return fieldOr<std::int64_t>(json, key, 0);
}

Json triedIn(const State& state)
{
    return fieldOr<Json>(state, "fixes_tried", Json::array());
}

std::string commandOf(const NpmCall& call)
{
    std::string words = "npm";
    for (const std::string& argument : call.arguments)
        words += " " + argument;
    return words + " --ignore-scripts";
}

/// What the last call was and how it ended, for the diagnosis.
void note(Update& update, const NpmCall& call, const NpmEnd& end)
{
    update.set(
        "call",
        {{"key", call.key}, {"command", commandOf(call)}, {"exit_code", end.exitCode}, {"isolated", end.isolated}});
}

void addDiagnosis(Update& update, const Diagnosis& diagnosis)
{
    const Json all = toJson(diagnosis);
    update.set("diagnosis", all);
    update.set("job", diagnosis.job);
    update.set("failure_class", diagnosis.found.failureClass);
    update.set("confidence", diagnosis.found.confidence);
    update.set("transient", all["transient"]);
    update.set("signature", diagnosis.found.signature);
    update.set("root_cause", all["root_cause"]);
}

/// The same version under another checksum: what integrity checks are there to find.
void addSuspicion(Update& update, const NpmCall& call, const NpmEnd& end, const std::vector<std::string>& entries)
{
    Diagnosis diagnosis;
    diagnosis.job = "npm";
    diagnosis.step = commandOf(call);
    diagnosis.isolated = end.isolated;
    diagnosis.found.failureClass = "npm_eintegrity";
    diagnosis.found.confidence = 1; // two checksums were compared
    for (const std::string& entry : entries)
        diagnosis.found.rootCause.push_back({0, entry});
    addDiagnosis(update, diagnosis);
    update.set("conclusion", "suspicious");
    update.set("escalation_reason", "security");
    update.set("considered", Json::array());
}

Json closed(Json tried, bool passed, UtcTime now)
{
    if (tried.empty())
        return tried;
    Json& last = tried.back();
    last["outcome"] = passed ? "passed" : "failed";
    last["ended_ms"] = toUnixMs(now);
    last["took_ms"] = toUnixMs(now) - number(last, "started_ms");
    return tried;
}

Json begun(const State& state, NpmStrategy strategy, std::int64_t attempt, UtcTime now)
{
    Json tried = triedIn(state);
    tried.push_back({{"action", std::string(strategyName(strategy))},
                     {"safety", std::string(safetyName(safetyOf(strategy)))},
                     {"attempt", attempt},
                     {"signature", text(state, "signature")},
                     {"class", text(state, "failure_class")},
                     {"started_ms", toUnixMs(now)},
                     {"outcome", ""}});
    return tried;
}

std::vector<std::string> namesTried(const State& state)
{
    std::vector<std::string> names;
    for (const Json& fix : triedIn(state))
        names.push_back(text(fix, "action"));
    return names;
}

UtcTime backoff(const NpmInstallPorts& ports, const State& state, UtcTime now)
{
    const auto before = std::ranges::count(namesTried(state), std::string(strategyName(NpmStrategy::RetryInstall)));
    return now + ports.firstDelay * (1 << std::min<std::int64_t>(before, kMostDoublings));
}

/// Counts the try against the hour's limit of the line; where others have used it up, a person is asked.
Result<StrategyChoice> withinHour(const NpmInstallPorts& ports, const ActionClaim& claim, int limit,
                                  StrategyChoice choice)
{
    if (!choice.next)
        return choice;
    const auto taken = ports.policy->takeAction(claim, limit);
    if (!taken)
        return taken.error();
    if (*taken)
        return choice;
    for (ConsideredFix& fix : choice.considered)
        fix.verdict = fix.verdict == "allowed" ? "limit" : fix.verdict;
    choice.next.reset();
    choice.reason = "limit_spent";
    return choice;
}

/// Runs what the strategy runs before the clean install. Sets the conclusion.
Result<void> prepare(const NpmInstallPorts& ports, const NpmCall& call, const NodeContext& context, Update& update)
{
    const auto end = performCall(ports, call, SafetyClass::Workspace, context);
    if (!end)
        return end.error();
    if (call.keepsLockfile)
        note(update, call, *end);
    if (end->exitCode != 0) {
        update.set("conclusion", call.keepsLockfile ? "failed" : "no_use"); // of a cache, npm's words explain nothing
        update.set("fixes_tried", closed(update.values()["fixes_tried"], false, context.clock.now()));
        return {};
    }
    if (!call.keepsLockfile)
        return {};
    const auto suspicious = performInspection(ports, "checksums:" + call.key, context);
    if (!suspicious)
        return suspicious.error();
    update.set("rewritten", true);
    if (suspicious->empty())
        return {};
    update.set("fixes_tried", closed(update.values()["fixes_tried"], false, context.clock.now()));
    addSuspicion(update, call, *end, *suspicious);
    return {};
}

} // namespace

Result<Update> npmSnapshot(const NpmInstallPorts& ports, const State& state, const NodeContext& context)
{
    const auto rules = ports.rules(text(state, "folder"));
    if (!rules)
        return rules.error();
    graph::Effect effect;
    effect.key = "snapshot";
    effect.intent = {{"action", "copy"}, {"folder", text(state, "folder")}};
    effect.act = [&](std::stop_token stop) -> Result<Json> {
        const auto project = ports.npm->snapshot(context.run, text(state, "folder"), std::move(stop));
        if (!project)
            return project.error();
        return Json{{"lockfile", project->lockfile}, {"lockfile_reads", project->lockfileReads},
                    {"digests", project->digests},   {"left_out", project->leftOut},
                    {"files", project->files},       {"bytes", project->bytes}};
    };
    const auto project = context.effects.perform(effect);
    if (!project)
        return project.error();
    return Update{{"project", *project}, {"patience_ms", rules->approvalDeadline.count()}};
}

Result<Update> npmInstall(const NpmInstallPorts& ports, const State& state, const NodeContext& context)
{
    const NpmCall call = cleanInstall(state, "install", false);
    const auto end = performCall(ports, call, SafetyClass::Workspace, context);
    if (!end)
        return end.error();
    Update update;
    note(update, call, *end);
    update.set("conclusion", end->exitCode == 0 ? "passed" : "failed");
    if (end->exitCode == 0)
        update.set("outcome", "green");
    else
        update.set("failed_ms", toUnixMs(context.clock.now()));
    return update;
}

Result<Update> npmDiagnose(const NpmInstallPorts& ports, const State& state, const NodeContext& context)
{
    const Json call = fieldOr<Json>(state, "call", Json::object());
    graph::Effect effect;
    effect.key = "diagnosis:" + text(call, "key");
    effect.intent = {{"action", "read_logs"}, {"call", text(call, "key")}};
    effect.act = [&](std::stop_token) -> Result<Json> {
        const auto log = ports.npm->log(context.run, text(call, "key"));
        if (!log)
            return log.error();
        auto diagnosis = diagnoseNpm(ports.catalogue, *log, static_cast<int>(number(call, "exit_code")));
        if (!diagnosis)
            return diagnosis.error();
        Diagnosis found = *std::move(diagnosis);
        found.job = "npm";
        found.attempt = static_cast<int>(number(state, "attempt"));
        found.step = text(call, "command");
        found.isolated = fieldOr<bool>(call, "isolated", false);
        return toJson(found);
    };
    const auto json = context.effects.perform(effect);
    if (!json)
        return json.error();
    const Diagnosis diagnosis = diagnosisFromJson(*json);
    if (auto seen = ports.knowledge->saw(context.run, diagnosis.found.signature, diagnosis.found.failureClass); !seen)
        return seen.error();
    Update update;
    addDiagnosis(update, diagnosis);
    return update;
}

Result<Update> npmChoose(const NpmInstallPorts& ports, const State& state, const NodeContext& context)
{
    const auto rules = ports.rules(text(state, "folder"));
    if (!rules)
        return rules.error();
    const auto used = ports.policy->automaticActionsLastHour(text(state, "line"));
    if (!used)
        return used.error();
    auto records = ports.knowledge->find(text(state, "signature"));
    if (!records)
        return records.error();
    const std::string key = "try:" + std::to_string(number(state, "attempt") + 1);
    const auto choice = withinHour(ports, {text(state, "line"), context.run, key}, rules->automaticActionsPerHour,
                                   chooseStrategy({.failureClass = text(state, "failure_class"),
                                                   .confidence = fieldOr<double>(state, "confidence", 0),
                                                   .rules = *rules,
                                                   .records = *std::move(records),
                                                   .tried = namesTried(state),
                                                   .actionsLastHour = *used}));
    if (!choice)
        return choice.error();
    Json considered = Json::array();
    for (const ConsideredFix& fix : choice->considered)
        considered.push_back({{"action", fix.action}, {"safety", fix.safety}, {"verdict", fix.verdict}});
    return Update{{"next_fix", choice->next ? std::string(strategyName(*choice->next)) : std::string()},
                  {"escalation_reason", choice->reason},
                  {"max_attempts", choice->mostAttempts},
                  {"considered", std::move(considered)}};
}

Result<Update> npmApply(const NpmInstallPorts& ports, const State& state, const NodeContext& context)
{
    const auto strategy = strategyFromName(text(state, "next_fix"));
    if (!strategy)
        return Error{ErrorCode::InvalidInput, "no such strategy: " + text(state, "next_fix")};
    Update update;
    if (*strategy == NpmStrategy::RetryInstall && context.answer == nullptr) {
        update.waitFor(graph::Until{backoff(ports, state, context.clock.now())});
        return update;
    }
    const std::int64_t attempt = number(state, "attempt") + 1;
    const std::string key = "apply:" + std::to_string(attempt);
    update.set("fix", text(state, "next_fix"));
    update.set("next_fix", "");
    update.set("outcome", "");
    update.set("attempt", attempt);
    update.set("conclusion", "applied");
    update.set("fixes_tried", begun(state, *strategy, attempt, context.clock.now()));
    if (*strategy == NpmStrategy::LegacyPeerDeps)
        update.set("flags", Json::array({"--legacy-peer-deps"}));
    if (*strategy == NpmStrategy::EmptyCache) {
        if (auto emptied = performEmptying(ports, key, context); !emptied)
            return emptied.error();
    }
    if (const auto call = preparation(state, *strategy, key)) {
        if (auto prepared = prepare(ports, *call, context, update); !prepared)
            return prepared.error();
    }
    return update;
}

Result<Update> npmVerify(const NpmInstallPorts& ports, const State& state, const NodeContext& context)
{
    const std::string attempt = std::to_string(number(state, "attempt"));
    const bool patient = text(state, "fix") == strategyName(NpmStrategy::RetryInstall);
    const NpmCall call = cleanInstall(state, "verify:" + attempt, patient);
    const auto end = performCall(ports, call, patient ? SafetyClass::Retry : SafetyClass::Workspace, context);
    if (!end)
        return end.error();
    const bool passed = end->exitCode == 0;
    Update update;
    note(update, call, *end);
    update.set("conclusion", passed ? "passed" : "failed");
    update.set("fixes_tried", closed(triedIn(state), passed, context.clock.now()));
    if (!passed || !fieldOr<bool>(state, "rewritten", false)) {
        update.set("outcome", passed ? "healed" : "");
        return update;
    }
    const auto offer = performOffer(ports, state, "offer:" + attempt, context);
    if (!offer)
        return offer.error();
    update.set("offer", *offer);
    update.set("outcome", offer->is_object() ? "offered" : "healed");
    return update;
}

Result<Update> npmOffer(const NpmInstallPorts&, const State& state, const NodeContext& context)
{
    Update update;
    if (context.answer == nullptr) {
        update.waitFor(graph::Person{npmOfferRequest(state)});
        return update;
    }
    const Json decision = fieldOr<Json>(*context.answer, "data", Json::object());
    const bool accepted = text(decision, "verdict") == "approve";
    update.set("decision", decision);
    update.set("accepted", accepted);
    if (!accepted)
        update.set("outcome", "declined");
    return update;
}

Result<Update> npmAccept(const NpmInstallPorts& ports, const State& state, const NodeContext& context)
{
    if (auto written = performAccept(ports, state, context); !written)
        return written.error();
    return Update{{"outcome", "healed"}};
}

Result<Update> npmEscalate(const NpmInstallPorts& ports, const State& state, const NodeContext& context)
{
    if (auto learnt = learnFrom(*ports.knowledge, state, context); !learnt)
        return learnt.error();
    const auto occurrences = ports.knowledge->occurrences(text(state, "signature"));
    if (!occurrences)
        return occurrences.error();
    return Update{{"outcome", "escalated"},
                  {"evidence", toJson(gatherEvidence(state, std::max(0, *occurrences - 1)))}}; // besides this run
}

Result<Update> npmAsk(const NpmInstallPorts&, const State& state, const NodeContext& context)
{
    Update update;
    if (context.answer == nullptr) {
        update.waitFor(graph::Person{npmEscalationRequest(state)});
        return update;
    }
    const Json decision = fieldOr<Json>(*context.answer, "data", Json::object());
    const std::string verdict = text(decision, "verdict");
    const std::string choice = text(decision, "choice");
    const bool tries = verdict == "approve" && choice.starts_with(kTryFix);
    update.set("decision", decision);
    update.set("next_fix", tries ? choice.substr(kTryFix.size()) : std::string());
    if (verdict == "reject")
        update.set("outcome", "dismissed");
    return update;
}

Result<Update> npmFinish(const NpmInstallPorts& ports, const State& state, const NodeContext& context)
{
    if (auto learnt = learnFrom(*ports.knowledge, state, context); !learnt)
        return learnt.error();
    if (auto tidied = ports.npm->tidy(context.run); !tidied)
        return tidied.error();
    const std::string outcome = text(state, "outcome");
    return Update{{"success", outcome == "healed" || outcome == "green"}};
}

} // namespace signalbox::agents
