// SPDX-License-Identifier: GPL-3.0-or-later
// The AgentHost of this process: its engine runs here, in threads of its own.
//
// Thread     GUI; reads and writes happen on one desk thread, in the order they were asked for
// Ownership  owns the Runtime
// Shutdown   the destructor answers nothing more, parks what is driven, and joins
#pragma once

#include "core/host/agenthost.h"
#include "core/host/eventrelay.h"
#include "core/host/runtime.h"

#include <QThread>
#include <QTimer>

#include <memory>
#include <utility>

namespace signalbox::host {

class LocalConnectionHost;

class LocalAgentHost final : public AgentHost {
    Q_OBJECT

public:
    /// `store` as of --store. Errors: those of Runtime::open().
    static Result<std::unique_ptr<LocalAgentHost>> open(const std::string& store);
    ~LocalAgentHost() override;

    Runtime& runtime() { return *m_runtime; }
    /// Agents work from now on.
    void start();

    std::string workspaceName() const override;
    std::string person() const override;
    std::string storeFile() const override;
    ConnectionHost& connections() override;
    std::vector<std::string> lines() const override;
    RequestId checkComputer() override;
    RequestId openDemo() override;
    RequestId addLine(const std::filesystem::path& repository) override;
    RequestId importLines(const std::filesystem::path& workspaceFile) override;
    RequestId loadRuns() override;
    RequestId loadOlderRuns(RunId before, int limit) override;
    RequestId loadRun(RunId run, std::int64_t around) override;
    RequestId loadState(RunId run, std::int64_t checkpoint) override;
    RequestId loadLog(RunId run, const std::string& job, int attempt) override;
    RequestId loadApprovals() override;
    RequestId loadAudit(std::int64_t before, int limit) override;
    RequestId verifyAudit() override;
    RequestId exportAudit(const AuditExport& what) override;
    RequestId loadApproval(ApprovalId approval) override;
    RequestId loadKnowledge() override;
    RequestId loadEvidence(const PatternKey& pattern, int limit) override;
    RequestId switchPattern(const PatternKey& pattern, record::PatternSwitch to) override;
    RequestId judgeRun(RunId run, record::Judgement judgement, const std::string& note) override;
    RequestId forgetSignature(const std::string& signature) override;
    RequestId planImport(const std::filesystem::path& file) override;
    RequestId importKnowledge(const std::filesystem::path& file, const std::string& digest) override;
    RequestId exportKnowledge(const std::filesystem::path& file) override;
    RequestId loadPolicy(const std::string& line) override;
    RequestId planPolicy(const PolicyEdit& edit) override;
    RequestId proposePolicy(const PolicyEdit& edit, const std::string& digest) override;
    RequestId loadStorage() override;
    RequestId planPruning(int days) override;
    RequestId prune(int days) override;
    RequestId keepCheckpoints(int days) override;
    RequestId lookAtLine(const std::string& line) override;
    RequestId decide(ApprovalId approval, const gate::Decision& decision) override;
    RequestId takeBack(ApprovalId approval) override;
    RequestId acknowledge(ApprovalId approval) override;
    RequestId hold(const std::string& line, const std::string& reason) override;
    RequestId release(const std::string& line, const std::string& reason) override;
    RequestId cancelRun(RunId run) override;
    RequestId resumeRun(RunId run) override;
    RequestId forkRun(const ForkRequest& request) override;
    RequestId startPipeline(const std::string& line) override;

private:
    Result<Readable<RunSummary, RunId>> readRuns();
    LocalAgentHost();
    void hear(const store::Changes& changes);
    void tellRuns();
    void tellSeen(const ci::RunRef& pipeline);
    void tellHolds();
    void tellStoreFailed(const std::string& detail);
    void lookAtStore(); // whether it can be written; if not, again and again until it can

    /// Does `work` in its turn on the desk, or on a pool where it takes seconds; then emits what `tell` does with its
    /// value, then requestFinished.
    template <typename T, typename Tell>
    RequestId ask(std::function<Result<T>()> work, Tell tell, ThreadPool* where = nullptr);
    /// Changes the workspace by `work`, which gives the lines to start.
    RequestId change(std::function<Result<std::vector<std::string>>()> work);
    RequestId command(std::function<Result<void>()> work, ThreadPool* where = nullptr);

    EventRelay m_relay;
    std::unique_ptr<Runtime> m_runtime;
    std::unique_ptr<ThreadPool> m_desk; // one thread; goes before the runtime
    std::unique_ptr<LocalConnectionHost> m_connections; // goes before the runtime
    QTimer m_look; // while the store cannot be written
    bool m_storeFails = false; // as told
    std::int64_t m_lastRequest = 0;
    std::int64_t m_seenChange = 0; // desk only
    RunId m_partOf; // desk only
    RunPart m_part; // desk only: the newest of that run, so that only what is new is read
};

template <typename T, typename Tell>
RequestId LocalAgentHost::ask(std::function<Result<T>()> work, Tell tell, ThreadPool* where)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const RequestId request{++m_lastRequest};
    (where ? where : m_desk.get())->post([this, request, work = std::move(work), tell] {
        auto answer = work();
        QMetaObject::invokeMethod(this, [this, request, tell, answer = std::move(answer)] {
            if (answer)
                tell(*answer);
            emit requestFinished(request, answer ? Result<void>() : Result<void>(answer.error()));
        });
    });
    return request;
}

} // namespace signalbox::host
