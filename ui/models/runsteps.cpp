// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runsteps.h"

#include "ui/models/graphstate.h"
#include "ui/models/statediff.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace signalbox::ui {

namespace {

struct Steps {
    Q_DECLARE_TR_FUNCTIONS(Steps)
};

struct Short {
    std::string_view node;
    const char* words;
};

constexpr std::array<Short, 13> kShort{{
    {"detect_failure", QT_TRANSLATE_NOOP("Steps", "Detect")},
    {"analyze_failure", QT_TRANSLATE_NOOP("Steps", "Analyse")},
    {"analyze", QT_TRANSLATE_NOOP("Steps", "Analyse")},
    {"attempt_fix", QT_TRANSLATE_NOOP("Steps", "Fix")},
    {"verify_fix", QT_TRANSLATE_NOOP("Steps", "Verify")},
    {"verify", QT_TRANSLATE_NOOP("Steps", "Verify")},
    {"update_knowledge", QT_TRANSLATE_NOOP("Steps", "Store")},
    {"wait_for_human", QT_TRANSLATE_NOOP("Steps", "Wait")},
    {"choose_strategy", QT_TRANSLATE_NOOP("Steps", "Choose")},
    {"apply_strategy", QT_TRANSLATE_NOOP("Steps", "Apply")},
    {"offer_result", QT_TRANSLATE_NOOP("Steps", "Offer")},
    {"create_issue", QT_TRANSLATE_NOOP("Steps", "Issue")},
    {"escalate", QT_TRANSLATE_NOOP("Steps", "Escalate")},
}};

/// A fix is judged by the step that verifies it.
void judge(RunStep& step, std::string_view node, const Json& update)
{
    const auto conclusion = fieldOr<std::string>(update, "conclusion", {});
    if (!node.starts_with("verify") || conclusion.empty())
        return;
    const bool passed = conclusion == "passed";
    step.role = passed ? StatusRole::Succeeded : StatusRole::Failed;
    step.note = passed ? Steps::tr("passed") : Steps::tr("still failing");
}

RunStep startOf(const host::CheckpointRow& row)
{
    RunStep step;
    step.checkpoint = row.number;
    step.name = Steps::tr("Start");
    step.note = Steps::tr("Input received");
    step.at = row.at;
    return step;
}

RunStep stepOf(const host::CheckpointRow& row)
{
    RunStep step;
    step.checkpoint = row.number;
    step.at = row.at;
    QStringList names;
    for (const auto& node : row.nodes) {
        step.nodes.append(QString::fromStdString(node));
        names.append(shortStepName(node));
    }
    step.name = names.join(QStringLiteral(", "));
    return step;
}

/// Time and outcome of the steps, from the events that lie between two checkpoints.
void readOutcomes(const host::RunDetail& run, QList<RunStep>& steps)
{
    std::map<std::string, UtcTime> begun;
    std::set<std::string> waited;
    qsizetype at = 1; // the step that the next finished node belongs to
    int left = at < steps.size() ? static_cast<int>(steps[at].nodes.size()) : 0;
    for (const auto& event : run.events) {
        if (event.type == "node_started")
            begun.try_emplace(event.node, event.at);
        if (event.type == "waiting")
            waited.insert(event.node);
        if (event.type != "node_finished" || at >= steps.size()
            || !steps[at].nodes.contains(QString::fromStdString(event.node)))
            continue;
        const auto own = Milliseconds(fieldOr<std::int64_t>(event.data, "duration_ms", 0));
        const auto start = begun.extract(event.node);
        const bool wall = start && waited.erase(event.node) > 0;
        steps[at].took = std::max(steps[at].took.value_or(Milliseconds(0)), wall ? event.at - start.mapped() : own);
        judge(steps[at], event.node, fieldOr<Json>(event.data, "update", Json::object()));
        if (--left <= 0 && ++at < steps.size())
            left = static_cast<int>(steps[at].nodes.size());
    }
}

void addLive(const host::RunDetail& run, QList<RunStep>& steps)
{
    for (const auto& node : graphStateOf(run, std::nullopt).nodes) {
        if (!node.live && node.state != NodeState::Failed)
            continue;
        RunStep step;
        step.nodes.append(QString::fromStdString(node.name));
        step.name = shortStepName(node.name);
        step.role = node.state == NodeState::Waiting ? StatusRole::HeldForYou
            : node.state == NodeState::Retrying      ? StatusRole::Retrying
            : node.state == NodeState::Failed        ? StatusRole::Failed
                                                     : StatusRole::Running;
        step.took = node.took;
        step.at = node.since.value_or(run.summary.finishedAt.value_or(run.summary.startedAt));
        if (node.state == NodeState::Failed)
            step.note = text(node.failure);
        steps.append(step);
    }
}

constexpr std::string_view kIssue = "issue"; // instead of a safety

/// Telling of a failure has the safety of a pull request, and is none.
bool isOfIssue(const Json& intended)
{
    const Json intent = fieldOr<Json>(intended, "intent", Json::object());
    return fieldOr<std::string>(intent, "action", {}) == "tell_of_failure";
}

QString toldWords(const std::string& how, int times)
{
    if (how == "opened")
        return Steps::tr("%n issues opened", nullptr, times);
    if (how == "commented")
        return Steps::tr("%n comments on an issue", nullptr, times);
    if (how == "known")
        return Steps::tr("%n issues that told of it already", nullptr, times);
    return Steps::tr("%n issues", nullptr, times);
}

} // namespace

QString stepNumber(std::int64_t checkpoint)
{
    return QLocale().toString(static_cast<qlonglong>(checkpoint) + 1);
}

QString shortStepName(std::string_view node)
{
    const auto at = std::ranges::find(kShort, node, &Short::node);
    return at == kShort.end() ? stepName(node) : Steps::tr(at->words);
}

QList<RunStep> stepsOf(const host::RunDetail& run)
{
    QList<RunStep> steps;
    for (const auto& row : run.checkpoints)
        steps.append(row.nodes.empty() ? startOf(row) : stepOf(row));
    readOutcomes(run, steps);
    if (!run.later)
        addLive(run, steps);
    return steps;
}

QString stepDetail(const RunStep& step, UtcTime now)
{
    const auto since = std::max(now - step.at, Milliseconds(0));
    switch (step.role) {
    case StatusRole::Running: return Steps::tr("running %1").arg(duration(since));
    case StatusRole::HeldForYou: return Steps::tr("waiting %1").arg(duration(since));
    case StatusRole::Retrying: return label(step.role);
    default: break;
    }
    if (!step.took)
        return step.note;
    return step.note.isEmpty() ? stepDuration(*step.took)
                               : Steps::tr("%1, %2").arg(stepDuration(*step.took), step.note);
}

QList<ToolCall> toolCallsOf(const host::RunDetail& run)
{
    QList<ToolCall> calls;
    for (const auto& event : run.events) {
        const QString key = QString::fromStdString(fieldOr<std::string>(event.data, "key", {}));
        const auto known = std::ranges::find(calls, key, &ToolCall::key);
        if (event.type == "effect_intent" && known == calls.end()) {
            ToolCall call;
            call.key = key;
            call.safety = safetyLabel(fieldOr<std::string>(event.data, "safety", {}));
            call.intent = shownValue(readableValue(fieldOr<Json>(event.data, "intent", Json())));
            call.at = event.at;
            calls.append(call);
        } else if (event.type == "effect_result" && known != calls.end()) {
            known->result = shownValue(readableValue(fieldOr<Json>(event.data, "result", Json())));
            known->role = fieldOr<bool>(event.data, "ok", true) ? StatusRole::Succeeded : StatusRole::Failed;
        }
    }
    return calls;
}

QString sideEffects(const host::RunDetail& run)
{
    std::map<std::string, std::string> safeties; // of each key
    std::map<QString, int> counts;
    std::map<std::string, int> told; // issues, by how
    const auto count = [&counts](const std::string& safety, int times) {
        if (!safety.empty() && safety != "observe")
            counts[inSentence(safetyLabel(safety))] += times;
    };
    for (const auto& [safety, times] : run.earlier.effects) {
        if (safety == "pull_request") // of which nothing else is held any more
            counts[Steps::tr("pull request or issue")] += times;
        else
            count(safety, times);
    }
    for (const auto& event : run.events) {
        const auto key = fieldOr<std::string>(event.data, "key", {});
        if (event.type == "effect_intent")
            safeties[key]
                = isOfIssue(event.data) ? std::string(kIssue) : fieldOr<std::string>(event.data, "safety", {});
        if (event.type != "effect_result" || !fieldOr<bool>(event.data, "ok", true))
            continue;
        if (safeties[key] == kIssue)
            ++told[fieldOr<std::string>(fieldOr<Json>(event.data, "result", Json::object()), "how", {})];
        else
            count(safeties[key], 1);
    }
    QStringList parts;
    for (const auto& [safety, times] : counts)
        parts.append(Steps::tr("%1 %2").arg(times).arg(safety));
    for (const auto& [how, times] : told)
        parts.append(toldWords(how, times));
    return parts.join(QStringLiteral(", "));
}

} // namespace signalbox::ui
