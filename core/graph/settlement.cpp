// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/settlement.h"

#include "core/base/jsonpatch.h"
#include "core/graph/effectledger.h"

#include <algorithm>

namespace signalbox::graph {

namespace {

/// The same run, step and attempt always wait equally long, so that a replay takes the same path; others differ, so
/// that they do not all come back at once.
double spread(RunId run, std::int64_t checkpoint, const Task& task)
{
    std::string text = std::to_string(run.value);
    for (const std::int64_t part : {checkpoint, std::int64_t(task.node), std::int64_t(task.attempt)})
        text += ":" + std::to_string(part);
    if (task.item)
        text += ":" + dumpJson(*task.item);
    return static_cast<double>(std::hash<std::string>{}(text) % 1000) / 1000.0;
}

/// About how much text a value is, counted no further than `enough`.
std::size_t weigh(const Json& value, std::size_t enough)
{
    if (value.is_string())
        return value.get_ref<const std::string&>().size();
    std::size_t weight = 4;
    if (value.is_structured()) {
        for (auto part = value.begin(); part != value.end() && weight < enough; ++part)
            weight += weigh(*part, enough - weight);
    }
    return weight;
}

Json timesToJson(const std::vector<UtcTime>& times)
{
    Json list = Json::array();
    for (const UtcTime time : times)
        list.push_back(toUnixMs(time));
    return list;
}

bool suspended(const Task& task)
{
    return task.phase != Task::Phase::Done;
}

} // namespace

Settlement::Settlement(const Graph& graph, LiveRun& run, const Clock& clock, bool keepsEvents)
    : m_graph(graph),
      m_at(run.at),
      m_run(run.lease.run),
      m_rehearsal(run.lease.acting == Acting::Rehearsal),
      m_clock(clock),
      m_keepsEvents(keepsEvents)
{
}

std::string Settlement::nameOf(int node) const
{
    return std::string(node == kEndIndex ? kEnd : m_graph.steps()[static_cast<std::size_t>(node)].node->name());
}

void Settlement::tell(std::string type, std::string node, Json data)
{
    if (m_keepsEvents)
        m_record.events.push_back({std::move(type), std::move(node), m_clock.now(), std::move(data)});
}

StepRecord Settlement::open(const std::string& resumed, Json answers)
{
    m_record = {};
    if (!resumed.empty() || !answers.empty()) {
        Json data{{"why", resumed}, {"checkpoint", m_at.number}};
        if (!answers.empty())
            data["answers"] = std::move(answers);
        tell("resumed", {}, std::move(data));
    }
    for (Task& task : m_at.frontier.tasks) {
        const bool ofFork = task.phase == Task::Phase::Waiting && task.token.empty();
        if (ofFork && task.next)
            beginWait(task, Wait(*task.next), "");
    }
    return seal();
}

void Settlement::cancel(StepRecord& record)
{
    if (record.phase == RunPhase::Succeeded)
        return;
    if (record.phase == RunPhase::Failed && !record.events.empty())
        record.events.pop_back(); // that it has finished as failed
    record.phase = RunPhase::Cancelled;
    record.failure.clear();
    if (m_keepsEvents)
        record.events.push_back({"finished", {}, m_clock.now(), {{"state", "cancelled"}}});
}

StepRecord Settlement::close(std::vector<TaskOutcome> outcomes)
{
    m_record = {};
    m_differences.clear();
    m_held = false;
    m_broken.reset();
    auto& tasks = m_at.frontier.tasks;
    for (std::size_t i = 0; i < tasks.size(); ++i)
        take(tasks[i], std::move(outcomes[i]));
    if (m_record.phase != RunPhase::Failed && std::ranges::none_of(tasks, suspended))
        endStep();
    return seal();
}

void Settlement::take(Task& task, TaskOutcome outcome)
{
    switch (outcome.kind) {
    case TaskOutcome::Kind::NotRun:
    case TaskOutcome::Kind::Stopped: return;
    case TaskOutcome::Kind::Held: m_held = true; return;
    case TaskOutcome::Kind::Broken: m_broken = std::move(outcome.error); return;
    case TaskOutcome::Kind::Undecided: askForRuling(task, outcome.undecided); return;
    case TaskOutcome::Kind::Failed: fail(task, outcome); return;
    case TaskOutcome::Kind::Finished: finish(task, outcome); return;
    }
}

/// What a node_finished says of the values: a large one that replaces another is told by its difference.
Json Settlement::toldUpdate(const Json& values)
{
    constexpr std::size_t kLarge = 1024;
    Json update = Json::object();
    Json patch = Json::array();
    for (const auto& [channel, value] : values.items()) {
        const auto before = m_at.state.find(channel);
        const bool replaced = before != m_at.state.end() && m_graph.channel(channel).reducer == Reducer::Replace;
        if (!replaced || weigh(value, kLarge) < kLarge) {
            update[channel] = value;
            continue;
        }
        Json& difference = m_differences[channel] = Json::array();
        appendDifference(difference, pointerTo({}, channel), *before, value);
        patch.insert(patch.end(), difference.begin(), difference.end());
    }
    Json data = Json::object();
    data["update"] = std::move(update);
    if (!patch.empty())
        data["patch"] = std::move(patch);
    return data;
}

void Settlement::finish(Task& task, TaskOutcome& outcome)
{
    const std::optional<Wait> wait = outcome.update.wait();
    Json values = outcome.update.takeValues();
    if (wait && values.empty()) {
        beginWait(task, *wait, "");
        return;
    }
    m_record.step = nameOf(task.node);
    if (m_keepsEvents) {
        Json data = toldUpdate(values);
        data["duration_ms"] = outcome.took.count();
        data["attempt"] = task.attempt;
        if (!outcome.times.empty())
            data["clock"] = {{"task", &task - m_at.frontier.tasks.data()}, {"ms", timesToJson(outcome.times)}};
        tell("node_finished", m_record.step, std::move(data));
    }
    task.phase = Task::Phase::Done;
    task.update = std::move(values);
    task.next = wait;
}

void Settlement::fail(Task& task, const TaskOutcome& outcome)
{
    const Graph::Step& step = m_graph.steps()[static_cast<std::size_t>(task.node)];
    const std::string name = nameOf(task.node);
    const auto delay = step.policy.retry.delayAfter(task.attempt, outcome.error.code, spread(m_run, m_at.number, task));
    if (delay) {
        const UtcTime next = m_clock.now() + *delay;
        tell("retried", name,
             {{"attempt", task.attempt},
              {"of", step.policy.retry.maxAttempts},
              {"error", outcome.error.detail},
              {"next_at", formatUtc(next)}});
        ++task.attempt;
        beginWait(task, {.person = {}, .at = next, .event = {}}, kRetryToken);
        return;
    }
    tell("failed", name,
         {{"error", outcome.error.detail},
          {"code", std::string(codeName(outcome.error.code))},
          {"attempt", task.attempt}});
    task.spent += std::exchange(task.attempt, 1);
    task.doubt.clear();
    task.ruling.reset(); // a new drive asks anew
    if (m_record.phase == RunPhase::Failed)
        return; // a sibling has failed, too
    m_record.phase = RunPhase::Failed;
    m_record.step = name;
    m_record.failure = name + ": " + outcome.error.detail;
}

void Settlement::askForRuling(Task& task, const EffectRecord& effect)
{
    const std::string name = nameOf(task.node);
    const Json request{{"kind", effect.begun ? "unknown_effect" : "effect_of_fork"},
                       {"subject", name},
                       {"asked_by", m_graph.name()},
                       {"risk", effect.safety > SafetyClass::Cache ? "HIGH" : "MEDIUM"},
                       {"evidence",
                        {{"effect", effect.key},
                         {"safety", std::string(safetyName(effect.safety))},
                         {"intent", effect.intent},
                         {"node", name}}}};
    task.doubt = nameOfDoubt(effect);
    task.ruling.reset();
    beginWait(task, {.person = request, .at = {}, .event = {}}, kRulingToken);
}

void Settlement::beginWait(Task& task, const Wait& wait, std::string_view tokenPrefix)
{
    const std::string name = nameOf(task.node);
    task.phase = Task::Phase::Waiting;
    task.waitsFor = wait.person ? "person" : !wait.event.empty() ? "event" : "time";
    task.token = std::string(tokenPrefix) + std::to_string(++m_at.waits);
    const bool again = !wait.event.empty() && wait.event == task.waited;
    task.waited = wait.event;
    m_record.step = name;
    m_record.waits.push_back({task.token, name, wait});
    if (m_rehearsal && wait.person)
        (*m_record.waits.back().wait.person)["rehearsal"] = true;
    if (again || tokenPrefix == kRetryToken)
        return;
    Json data{{"for", task.waitsFor}};
    if (wait.at)
        data["until"] = formatUtc(*wait.at);
    if (!wait.event.empty())
        data["event"] = wait.event;
    tell("waiting", name, std::move(data));
}

/// All have finished: merges what they wrote and goes on, or leaves everything as it was before the step.
void Settlement::endStep()
{
    auto& tasks = m_at.frontier.tasks;
    const std::size_t told = m_record.events.size();
    Merge merge(m_graph, m_at.state);
    int node = kEndIndex;
    Result<void> merged;
    for (auto task = tasks.begin(); merged && task != tasks.end(); ++task) {
        node = task->node;
        merged = merge.add(task->update);
    }
    if (merged)
        merged = advance(node);
    if (merged) {
        m_record.changed = merge.changed();
        if (m_keepsEvents)
            m_record.difference = merge.difference(m_differences);
        return;
    }
    merge.undo();
    m_record.events.resize(told);
    for (Task& task : tasks) {
        task.phase = Task::Phase::Due; // the step as a whole has failed; its effects are stored
        task.next.reset();
    }
    failStep(node, merged.error());
}

void Settlement::failStep(int node, const Error& fault)
{
    m_record.phase = RunPhase::Failed;
    m_record.step = nameOf(node);
    m_record.failure = m_record.step + ": " + fault.detail;
    tell("failed", m_record.step, {{"error", fault.detail}, {"code", std::string(codeName(fault.code))}});
}

} // namespace signalbox::graph
