// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/graph/stage.h"

#include <QtGlobal>

namespace signalbox::test {

using namespace std::chrono_literals;

Pool::Pool(int threads)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { serve(); });
}

Pool::~Pool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_changed.notify_all();
}

void Pool::serve()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_closing || !m_work.empty(); });
        if (m_work.empty())
            return;
        auto work = std::move(m_work.front());
        m_work.pop_front();
        lock.unlock();
        work();
        work = nullptr;
        lock.lock();
    }
}

void Pool::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_work.push_back(std::move(work));
    }
    m_changed.notify_one();
}

std::shared_ptr<void> Pool::after(Milliseconds delay, std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_delays.push_back(delay);
    }
    auto timer = std::make_shared<std::function<void()>>(std::move(work));
    if (timePasses)
        post([weak = std::weak_ptr(timer)] {
            if (const auto alive = weak.lock())
                (*alive)();
        });
    return timer;
}

std::vector<Milliseconds> Pool::delays() const
{
    const std::lock_guard lock(m_mutex);
    return m_delays;
}

Result<void> KeepingJournal::commit(const graph::Lease&, graph::StepRecord record)
{
    const std::lock_guard lock(m_mutex);
    if (beforeCommit) {
        if (auto allowed = beforeCommit(m_records.size()); !allowed)
            return allowed;
    }
    Committed committed{*record.checkpoint, std::move(record), m_effects};
    committed.record.checkpoint = nullptr;
    m_order << QStringLiteral("commit %1").arg(committed.checkpoint.number);
    m_records.push_back(std::move(committed));
    return {};
}

Result<std::optional<graph::EffectRecord>> KeepingJournal::findEffect(RunId, const std::string& key)
{
    return effect(key);
}

Result<void> KeepingJournal::storeIntent(const graph::Lease&, const graph::EffectRecord& effect, const std::string&)
{
    const std::lock_guard lock(m_mutex);
    m_effects.insert_or_assign(effect.key, effect);
    m_order << QStringLiteral("intent ") + QString::fromStdString(effect.key);
    return {};
}

Result<void> KeepingJournal::storeResult(const graph::Lease&, const graph::EffectRecord& effect, const std::string&)
{
    if (failsResults)
        return Error{ErrorCode::Io, "disk full"};
    const std::lock_guard lock(m_mutex);
    m_effects.insert_or_assign(effect.key, effect);
    m_order << QStringLiteral("result ") + QString::fromStdString(effect.key);
    return {};
}

std::vector<Committed> KeepingJournal::records() const
{
    const std::lock_guard lock(m_mutex);
    return m_records;
}

std::optional<graph::EffectRecord> KeepingJournal::effect(const std::string& key) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_effects.find(key);
    return at == m_effects.end() ? std::nullopt : std::optional(at->second);
}

void KeepingJournal::setEffects(std::map<std::string, graph::EffectRecord> effects)
{
    const std::lock_guard lock(m_mutex);
    m_effects = std::move(effects);
}

void KeepingJournal::note(const std::string& what)
{
    const std::lock_guard lock(m_mutex);
    m_order << QString::fromStdString(what);
}

QStringList KeepingJournal::order() const
{
    const std::lock_guard lock(m_mutex);
    return m_order;
}

std::vector<graph::Event> KeepingJournal::allEvents() const
{
    std::vector<graph::Event> all;
    for (const Committed& committed : records())
        all.insert(all.end(), committed.record.events.begin(), committed.record.events.end());
    return all;
}

QStringList KeepingJournal::events() const
{
    QStringList lines;
    for (const graph::Event& event : allEvents())
        lines << QString::fromStdString(event.type + (event.node.empty() ? "" : " " + event.node));
    return lines;
}

QStringList KeepingJournal::eventTypesOf(const std::string& node) const
{
    QStringList types;
    for (const graph::Event& event : allEvents()) {
        if (event.node == node)
            types << QString::fromStdString(event.type);
    }
    return types;
}

namespace {

std::shared_ptr<const graph::Graph> compiledFrom(graph::GraphBuilder& builder)
{
    auto compiled = builder.compile();
    if (!compiled)
        qFatal("%s", compiled.error().detail.c_str());
    return *std::move(compiled);
}

} // namespace

Stage::Stage(graph::GraphBuilder& builder, int threads) : Stage(compiledFrom(builder), threads) { }

Stage::Stage(std::shared_ptr<const graph::Graph> compiled, int threads) : graph(std::move(compiled)), pool(threads)
{
    control.stop = stop.get_token();
    run.lease = {.run = RunId{1}, .fence = 1, .durability = graph::Durability::Normal};
    start();
}

void Stage::start(Json input)
{
    run.at = graph::Runner::start(*graph, std::move(input), clock.now());
}

QString Stage::drive()
{
    static constexpr const char* kRests[] = {"succeeded", "failed", "cancelled", "waiting", "parked"};
    graph::Runner runner(*graph, journal, pool, clock);
    const auto rest = runner.drive(run, control);
    if (!rest)
        return QStringLiteral("error: ") + QString::fromStdString(rest.error().detail);
    return QString::fromLatin1(kRests[static_cast<int>(*rest)]);
}

void Stage::answer(const std::string& node, const Json& answer)
{
    std::map<std::string, Json> answers;
    for (const graph::Task& task : run.at.frontier.tasks) {
        if (task.phase == graph::Task::Phase::Waiting && task.node == graph->indexOf(node))
            answers.emplace(task.token, answer);
    }
    graph::applyAnswers(run.at.frontier, answers);
}

void Stage::timeComes()
{
    std::map<std::string, Json> answers;
    for (const graph::Task& task : run.at.frontier.tasks) {
        if (task.waitsFor == "time")
            answers.emplace(task.token, Json{{"by", "time"}});
    }
    graph::applyAnswers(run.at.frontier, answers);
}

QString Stage::state(const std::string& channel) const
{
    const auto at = run.at.state.find(channel);
    return at == run.at.state.end() ? QString() : QString::fromStdString(dumpJson(*at));
}

QStringList Stage::tasks() const
{
    static constexpr const char* kPhases[] = {" due", " waiting", " done"};
    QStringList lines;
    for (const graph::Task& task : run.at.frontier.tasks) {
        const auto& step = graph->steps()[static_cast<std::size_t>(task.node)];
        lines << QString::fromStdString(std::string(step.node->name()) + kPhases[static_cast<int>(task.phase)]);
    }
    return lines;
}

QString Stage::failure() const
{
    const auto records = journal.records();
    return records.empty() ? QString() : QString::fromStdString(records.back().record.failure);
}

bool Meeting::meet()
{
    std::unique_lock lock(m_mutex);
    --m_awaited;
    m_changed.notify_all();
    return m_changed.wait_for(lock, 10s, [this] { return m_awaited <= 0; });
}

bool waitForStop(const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    return !changed.wait_for(lock, stop, 10s, [] { return false; }) && stop.stop_requested();
}

graph::FunctionNode::Function writes(const std::string& channel, const Json& value)
{
    return [channel, value](const graph::State&, const graph::NodeContext&) -> Result<graph::Update> {
        return graph::Update{{channel, value}};
    };
}

graph::FunctionNode::Function doesNothing()
{
    return [](const graph::State&, const graph::NodeContext&) -> Result<graph::Update> { return graph::Update{}; };
}

graph::FunctionNode::Function fails(ErrorCode code, const std::string& detail)
{
    return [code, detail](const graph::State&, const graph::NodeContext&) -> Result<graph::Update> {
        return Error{code, detail};
    };
}

QStringList words(std::initializer_list<const char*> lines)
{
    QStringList list;
    for (const char* line : lines)
        list << QString::fromUtf8(line);
    return list;
}

QString faultsOf(graph::GraphBuilder& builder)
{
    const auto compiled = builder.compile();
    return compiled ? QString() : QString::fromStdString(compiled.error().detail);
}

} // namespace signalbox::test
