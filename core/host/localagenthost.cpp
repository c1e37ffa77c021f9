// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/localagenthost.h"

#include "core/base/redaction.h"
#include "core/host/demo.h"
#include "core/host/localconnectionhost.h"
#include "core/store/sqlerror.h"

#include <algorithm>
#include <functional>
#include <set>

namespace signalbox::host {

namespace {
constexpr int kLookAgain_ms = 2000;
} // namespace

LocalAgentHost::LocalAgentHost() : AgentHost(nullptr)
{
    connect(&m_relay, &EventRelay::changed, this, &LocalAgentHost::hear);
    m_look.setSingleShot(true);
    m_look.setInterval(kLookAgain_ms);
    connect(&m_look, &QTimer::timeout, this, &LocalAgentHost::lookAtStore);
}

Result<std::unique_ptr<LocalAgentHost>> LocalAgentHost::open(const std::string& store)
{
    std::unique_ptr<LocalAgentHost> host(new LocalAgentHost);
    LocalAgentHost* const self = host.get();
    Runtime::Options options;
    options.store = store;
    options.onCommit = [self](const store::Changes& changes) { self->m_relay.post(changes); };
    options.onOtherCommit = [self] {
        self->m_relay.post({.runs = {RunId()}, .approvals = true, .holds = true, .knowledge = true, .audit = true});
    };
    options.onFailure = [self](const Error& error) {
        QMetaObject::invokeMethod(self, [self, error] { self->tellStoreFailed(error.detail); });
    };
    options.onRemoteFailure = [self](const Error& error) {
        QMetaObject::invokeMethod(self,
                                  [self, error] { emit self->remoteFailed(QString::fromStdString(error.detail)); });
    };
    options.onSeen = [self](const ci::RunRef& run) { self->tellSeen(run); };
    options.onAuditFailure = [self](const Error& error) {
        QMetaObject::invokeMethod(
            self, [self, detail = QString::fromStdString(error.detail)] { emit self->auditFailed(detail); });
    };
    auto runtime = Runtime::open(std::move(options));
    if (!runtime)
        return runtime.error();
    host->m_runtime = *std::move(runtime);
    host->m_desk = std::make_unique<ThreadPool>(1);
    host->m_connections = std::make_unique<LocalConnectionHost>(*host->m_runtime);
    connect(self->m_connections.get(), &LocalConnectionHost::linesChanged, self, &AgentHost::workspaceChanged);
    connect(self->m_connections.get(), &LocalConnectionHost::deliveriesRefused, self, &LocalAgentHost::lookAtStore);
    host->m_desk->post([self] {
        if (const auto seq = self->m_runtime->queries().lastChange())
            self->m_seenChange = *seq;
    });
    return host;
}

LocalAgentHost::~LocalAgentHost()
{
    if (m_connections)
        m_connections->close();
    if (m_runtime)
        m_runtime->stop();
    m_desk.reset();
    m_connections.reset();
    m_runtime.reset();
}

void LocalAgentHost::start()
{
    m_runtime->start();
    m_connections->start();
    tellHolds();
    // Compiles the shapes of secrets, which the first state that is shown would wait for.
    m_runtime->pool().post([] { static_cast<void>(withoutSecrets("a")); });
}

std::string LocalAgentHost::workspaceName() const
{
    return m_runtime->workspace()->name;
}

std::string LocalAgentHost::person() const
{
    return Runtime::person();
}

std::string LocalAgentHost::storeFile() const
{
    return m_runtime->workspace()->store.string();
}

ConnectionHost& LocalAgentHost::connections()
{
    return *m_connections;
}

RequestId LocalAgentHost::command(std::function<Result<void>()> work, ThreadPool* where)
{
    return ask<bool>(
        [this, work = std::move(work)]() -> Result<bool> {
            auto done = work();
            if (done)
                return true;
            if (store::isOfStore(done.error()))
                QMetaObject::invokeMethod(this, &LocalAgentHost::lookAtStore);
            return done.error();
        },
        [](bool) {}, where);
}

std::vector<std::string> LocalAgentHost::lines() const
{
    std::vector<std::string> names;
    const auto workspace = m_runtime->workspace();
    for (const auto& [name, folder] : workspace->lines)
        names.push_back(name);
    for (const auto& [name, remote] : workspace->remotes)
        names.push_back(name);
    return names;
}

RequestId LocalAgentHost::checkComputer()
{
    return ask<std::vector<Finding>>(
        [this]() -> Result<std::vector<Finding>> {
            return host::checkComputer(m_runtime->workspace()->store.parent_path());
        },
        [this](const auto& findings) { emit computerChecked(findings); }, &m_runtime->pool());
}

RequestId LocalAgentHost::change(std::function<Result<std::vector<std::string>>()> work)
{
    return ask<bool>(
        [this, work = std::move(work)]() -> Result<bool> {
            const auto added = work();
            if (!added)
                return added.error();
            QMetaObject::invokeMethod(this, [this] { emit workspaceChanged(); });
            for (const std::string& line : *added) {
                if (const auto started = m_runtime->startPipeline(line); !started)
                    return started.error();
            }
            return true;
        },
        [](bool) {}, &m_runtime->pool());
}

RequestId LocalAgentHost::openDemo()
{
    return change([this]() -> Result<std::vector<std::string>> {
        if (const auto made = makeDemo(storeFile(), {}); !made)
            return made.error();
        if (const auto read = m_runtime->lines().readAgain(); !read)
            return read.error();
        if (const auto started = startDemo(*m_runtime); !started)
            return started.error();
        return std::vector<std::string>(); // started already
    });
}

RequestId LocalAgentHost::addLine(const std::filesystem::path& repository)
{
    return change([this, repository]() -> Result<std::vector<std::string>> {
        const auto name = m_runtime->lines().addLine(repository);
        if (!name)
            return name.error();
        return std::vector{*name};
    });
}

RequestId LocalAgentHost::importLines(const std::filesystem::path& workspaceFile)
{
    return change([this, workspaceFile] { return m_runtime->lines().importLines(workspaceFile); });
}

/// Of a line that is quiet while others are busy, its last ones.
Result<Readable<RunSummary, RunId>> LocalAgentHost::readRuns()
{
    constexpr int kLastOfALine = 20;
    auto found = m_runtime->queries().readableRuns();
    if (!found)
        return found;
    std::set<std::string> told;
    for (const RunSummary& run : found->values)
        told.insert(run.line);
    for (const std::string& line : lines()) {
        if (told.contains(line))
            continue;
        auto last = m_runtime->queries().runs(kLastOfALine, line);
        if (!last)
            return last.error();
        std::ranges::move(*last, std::back_inserter(found->values));
    }
    std::ranges::sort(found->values, std::greater{}, &RunSummary::id);
    return found;
}

RequestId LocalAgentHost::loadRuns()
{
    return ask<Readable<RunSummary, RunId>>([this] { return readRuns(); },
                                            [this](const auto& runs) {
                                                emit runsLoaded(runs.values);
                                                emit runsUnreadable(runs.unreadable);
                                            });
}

RequestId LocalAgentHost::loadOlderRuns(RunId before, int limit)
{
    return ask<OlderRuns>([this, before, limit] { return m_runtime->queries().olderRuns(before, limit); },
                          [this](const OlderRuns& older) { emit olderRunsLoaded(older); });
}

RequestId LocalAgentHost::loadRun(RunId run, std::int64_t around)
{
    const auto read = [this, run, around]() -> Result<RunDetail> {
        if (around >= 0) {
            RunPart part(around);
            return m_runtime->queries().run(run, part);
        }
        if (std::exchange(m_partOf, run) != run)
            m_part = RunPart();
        return m_runtime->queries().run(run, m_part);
    };
    return ask<RunDetail>(read, [this](const RunDetail& detail) { emit runLoaded(detail); });
}

RequestId LocalAgentHost::loadState(RunId run, std::int64_t checkpoint)
{
    return ask<Json>([this, run, checkpoint] { return m_runtime->queries().stateAt(run, checkpoint); },
                     [this, run, checkpoint](const Json& state) { emit stateLoaded(run, checkpoint, state); });
}

RequestId LocalAgentHost::loadLog(RunId run, const std::string& job, int attempt)
{
    return ask<LogPlace>([this, run, job, attempt] { return m_runtime->queries().log(run, job, attempt); },
                         [this, run](const LogPlace& log) { emit logLoaded(run, log); });
}

RequestId LocalAgentHost::loadApprovals()
{
    return ask<Readable<gate::Approval, ApprovalId>>([this] { return m_runtime->queries().readableApprovals(); },
                                                     [this](const auto& approvals) {
                                                         emit approvalsLoaded(approvals.values);
                                                         emit approvalsUnreadable(approvals.unreadable);
                                                     });
}

RequestId LocalAgentHost::decide(ApprovalId approval, const gate::Decision& decision)
{
    return command([this, approval, decision]() -> Result<void> {
        if (auto state = m_runtime->decide(approval, decision); !state)
            return state.error();
        return {};
    });
}

RequestId LocalAgentHost::acknowledge(ApprovalId approval)
{
    return command([this, approval] { return m_runtime->acknowledge(approval); });
}

RequestId LocalAgentHost::takeBack(ApprovalId approval)
{
    return command([this, approval] { return m_runtime->takeBack(approval, Runtime::person()); });
}

RequestId LocalAgentHost::hold(const std::string& line, const std::string& reason)
{
    return command([this, line, reason] {
        return m_runtime->hold(
            {.line = line, .by = Runtime::person(), .reason = reason, .since = m_runtime->clock().now()});
    });
}

RequestId LocalAgentHost::release(const std::string& line, const std::string& reason)
{
    return command([this, line, reason] { return m_runtime->release(line, Runtime::person(), reason); });
}

RequestId LocalAgentHost::cancelRun(RunId run)
{
    return command([this, run] { return m_runtime->cancel(run); });
}

RequestId LocalAgentHost::resumeRun(RunId run)
{
    return command([this, run] { return m_runtime->resume(run); });
}

RequestId LocalAgentHost::forkRun(const ForkRequest& request)
{
    return ask<Forked>([this, request] { return m_runtime->fork(request); },
                       [this, request](const Forked& fork) { emit runForked(request.run, fork); });
}

RequestId LocalAgentHost::startPipeline(const std::string& line)
{
    return command([this, line]() -> Result<void> {
        if (auto started = m_runtime->startPipeline(line); !started)
            return started.error();
        return {};
    });
}

void LocalAgentHost::hear(const store::Changes& changes)
{
    if (!changes.runs.empty())
        tellRuns();
    if (changes.approvals)
        emit approvalsChanged();
    if (changes.holds)
        tellHolds();
    if (changes.audit)
        emit auditGrew();
    if (changes.knowledge)
        emit knowledgeChanged();
}

void LocalAgentHost::tellRuns()
{
    m_desk->post([this] {
        const auto changed = m_runtime->queries().runsChangedSince(m_seenChange);
        if (!changed || changed->empty())
            return;
        std::vector<RunDelta> deltas;
        for (const RunSummary& run : *changed)
            deltas.push_back({run.id, run});
        const int driving = m_runtime->driving();
        QMetaObject::invokeMethod(this, [this, deltas, driving] {
            emit runsChanged(deltas);
            emit agentsRunning(driving);
        });
    });
}

/// The run that is shown shows its jobs as they are now.
void LocalAgentHost::tellSeen(const ci::RunRef& pipeline)
{
    QMetaObject::invokeMethod(this, [this, pipeline] {
        m_desk->post([this, pipeline] {
            const auto shown = m_runtime->queries().summary(m_partOf);
            if (!shown || shown->line != pipeline.line || shown->number != pipeline.number)
                return;
            QMetaObject::invokeMethod(this, [this, run = *shown] { emit runsChanged({{run.id, run}}); });
        });
    });
}

void LocalAgentHost::tellStoreFailed(const std::string& detail)
{
    m_storeFails = true;
    emit storeFailed(QString::fromStdString(detail));
    if (!m_look.isActive())
        m_look.start();
}

/// Nothing may want to be written for hours, and what a person could do is locked meanwhile.
void LocalAgentHost::lookAtStore()
{
    m_desk->post([this] {
        const auto written = m_runtime->database().tryWrite();
        QMetaObject::invokeMethod(this, [this, written] {
            if (!written && !m_storeFails)
                return tellStoreFailed(written.error().detail);
            if (!written)
                return m_look.start();
            if (std::exchange(m_storeFails, false))
                emit approvalsChanged();
        });
    });
}

void LocalAgentHost::tellHolds()
{
    m_desk->post([this] {
        const auto holds = m_runtime->queries().holds();
        if (holds)
            QMetaObject::invokeMethod(this, [this, holds = *holds] { emit holdChanged(holds); });
    });
}

} // namespace signalbox::host
