// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/superstep.h"

#include "core/graph/effectledger.h"
#include "core/graph/taskclock.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

namespace signalbox::graph {

namespace {

constexpr std::size_t kMaxThreadsPerRun = 16;

/// Stops when the superstep stops, or when the node's time is over.
class TaskStop {
public:
    TaskStop(std::stop_token parent, std::optional<Milliseconds> limit, Executor& executor)
        : m_forward(std::move(parent), [this] { m_source.request_stop(); })
    {
        if (limit)
            m_timer = executor.after(*limit, [source = m_source, late = m_late]() mutable {
                late->store(true);
                source.request_stop();
            });
    }

    std::stop_token token() const { return m_source.get_token(); }
    bool late() const { return m_late->load(); }

private:
    std::stop_source m_source;
    std::shared_ptr<std::atomic<bool>> m_late = std::make_shared<std::atomic<bool>>(false);
    std::stop_callback<std::function<void()>> m_forward;
    std::shared_ptr<void> m_timer;
};

/// A node belongs to an agent: whatever it throws must not end the program.
Result<Update> runGuarded(const Node& node, const State& state, const NodeContext& context)
{
    try {
        return node.run(state, context);
    } catch (const std::exception& leaked) {
        return Error{ErrorCode::Internal, std::string(node.name()) + " threw: " + leaked.what()};
    } catch (...) {
        return Error{ErrorCode::Internal, std::string(node.name()) + " threw"};
    }
}

/// What a node answers when its request or process is broken off.
bool mayComeOfStopping(ErrorCode code)
{
    return code == ErrorCode::Cancelled || code == ErrorCode::Io || code == ErrorCode::Network
        || code == ErrorCode::Timeout;
}

/// A failure that ends the run or the drive, and so stops its siblings; one that is tried again does not concern them.
bool isFinal(const TaskOutcome& outcome, const Task& task, const Graph& graph)
{
    if (outcome.kind == TaskOutcome::Kind::Broken)
        return true;
    if (outcome.kind != TaskOutcome::Kind::Failed)
        return false;
    const RetryPolicy& retry = graph.steps()[static_cast<std::size_t>(task.node)].policy.retry;
    return !retry.delayAfter(task.attempt, outcome.error.code, 0);
}

TaskOutcome judge(Result<Update> result, const EffectLedger& ledger, bool stopped, bool late)
{
    TaskOutcome outcome;
    if (ledger.broken()) {
        outcome.kind = TaskOutcome::Kind::Broken;
        outcome.error = *ledger.broken();
    } else if (ledger.undecided()) {
        outcome.kind = TaskOutcome::Kind::Undecided;
        outcome.undecided = *ledger.undecided();
    } else if (ledger.held()) {
        outcome.kind = TaskOutcome::Kind::Held;
    } else if (result) {
        outcome.kind = TaskOutcome::Kind::Finished;
        outcome.update = *std::move(result);
    } else if (late) {
        outcome.kind = TaskOutcome::Kind::Failed;
        outcome.error = {ErrorCode::Timeout, "its time limit has passed"};
    } else if (stopped && mayComeOfStopping(result.error().code)) {
        outcome.kind = TaskOutcome::Kind::Stopped;
    } else {
        outcome.kind = TaskOutcome::Kind::Failed;
        outcome.error = result.error();
    }
    return outcome;
}

TaskOutcome runTask(const SuperstepScene& scene, const Task& task, const std::stop_token& stop)
{
    const Graph::Step& step = scene.graph.steps()[static_cast<std::size_t>(task.node)];
    std::optional<TaskStop> limited;
    if (step.policy.timeLimit)
        limited.emplace(stop, step.policy.timeLimit, scene.executor);
    const std::stop_token token = limited ? limited->token() : stop;

    const std::size_t place = static_cast<std::size_t>(&task - scene.frontier.tasks.data());
    TaskClock clock(scene.clock, scene.control.timesOf ? scene.control.timesOf(place) : std::vector<UtcTime>());
    EffectLedger ledger({.journal = scene.journal,
                         .lease = scene.lease,
                         .node = std::string(step.node->name()),
                         .attempt = task.spent + task.attempt,
                         .doubt = task.doubt,
                         .ruling = task.ruling ? &*task.ruling : nullptr,
                         .clock = clock,
                         .stop = token,
                         .mayStep = scene.control.mayStep});
    const NodeContext context{.run = scene.lease.run,
                              .attempt = task.attempt,
                              .item = task.item ? &*task.item : nullptr,
                              .answer = task.answer ? &*task.answer : nullptr,
                              .effects = ledger,
                              .clock = clock,
                              .stop = token};
    const auto began = std::chrono::steady_clock::now();
    auto result = runGuarded(*step.node, scene.state, context);
    TaskOutcome outcome = judge(std::move(result), ledger, stop.stop_requested(), limited && limited->late());
    outcome.took = std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - began);
    outcome.times = clock.takeTimes();
    return outcome;
}

/// The due tasks of a superstep, taken one by one by whoever has time.
class Batch {
public:
    Batch(const SuperstepScene& scene, std::vector<std::size_t> due, std::vector<TaskOutcome>& outcomes)
        : m_scene(scene),
          m_due(std::move(due)),
          m_outcomes(outcomes),
          m_forward(scene.control.stop, [this] { m_stop.request_stop(); })
    {
    }

    void work()
    {
        for (;;) {
            const std::size_t at = m_next.fetch_add(1);
            if (at >= m_due.size())
                return;
            const std::size_t index = m_due[at];
            if (!m_stop.stop_requested())
                m_outcomes[index] = runTask(m_scene, m_scene.frontier.tasks[index], m_stop.get_token());
            if (isFinal(m_outcomes[index], m_scene.frontier.tasks[index], m_scene.graph))
                m_stop.request_stop();
            const std::lock_guard lock(m_mutex);
            if (++m_done == m_due.size())
                m_allDone.notify_all();
        }
    }

    void waitForAll()
    {
        std::unique_lock lock(m_mutex);
        m_allDone.wait(lock, [this] { return m_done == m_due.size(); });
    }

private:
    const SuperstepScene& m_scene; // alive until waitForAll() has returned
    const std::vector<std::size_t> m_due;
    std::vector<TaskOutcome>& m_outcomes;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_forward;
    std::atomic<std::size_t> m_next{0};
    std::mutex m_mutex;
    std::condition_variable m_allDone;
    std::size_t m_done = 0; // guarded by m_mutex
};

} // namespace

std::vector<TaskOutcome> runDueTasks(const SuperstepScene& scene)
{
    std::vector<TaskOutcome> outcomes(scene.frontier.tasks.size());
    std::vector<std::size_t> due;
    for (std::size_t i = 0; i < scene.frontier.tasks.size(); ++i) {
        if (scene.frontier.tasks[i].phase == Task::Phase::Due)
            due.push_back(i);
    }
    if (due.size() == 1) {
        outcomes[due.front()] = runTask(scene, scene.frontier.tasks[due.front()], scene.control.stop);
        return outcomes;
    }
    const std::size_t hands = std::min(due.size() - 1, kMaxThreadsPerRun);
    const auto batch = std::make_shared<Batch>(scene, std::move(due), outcomes);
    for (std::size_t i = 0; i < hands; ++i)
        scene.executor.post([batch] { batch->work(); });
    batch->work();
    batch->waitForAll();
    return outcomes;
}

} // namespace signalbox::graph
