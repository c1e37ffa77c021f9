// SPDX-License-Identifier: GPL-3.0-or-later
// The door between the interface and the engine.
//
// Thread  GUI. Methods return at once; signals arrive on the GUI thread.
// Order   every RequestId gets exactly one requestFinished, after the signal that carries its answer.
// Errors  requestFinished: NotFound, Conflict (decided already, late, stale), InvalidInput (a reason is missing, a
//         repository without a pipeline), Io.
#pragma once

#include "core/host/computercheck.h"
#include "core/host/requestid.h"
#include "core/host/views.h"

#include <QMetaType>
#include <QObject>

#include <string>
#include <vector>

namespace signalbox::host {

class ConnectionHost;

class AgentHost : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual std::string workspaceName() const = 0; // "Demo"
    virtual std::string person() const = 0; // who decides in this window
    virtual std::string storeFile() const = 0; // where everything is kept
    virtual ConnectionHost& connections() = 0; // to outside systems

    virtual std::vector<std::string> lines() const = 0; // by name
    virtual RequestId checkComputer() = 0; // by computerChecked
    // Each is followed by workspaceChanged where it succeeds; what is new starts at once.
    virtual RequestId openDemo() = 0; // makes the demo's lines beside the store
    virtual RequestId addLine(const std::filesystem::path& repository) = 0; // tested before it is taken
    virtual RequestId importLines(const std::filesystem::path& workspaceFile) = 0;

    virtual RequestId loadRuns() = 0; // answered by runsLoaded, then runsUnreadable
    virtual RequestId loadOlderRuns(RunId before, int limit) = 0; // by olderRunsLoaded
    /// By runLoaded. Of a long run a part: that around a checkpoint, the newest where it is below 0.
    virtual RequestId loadRun(RunId run, std::int64_t around) = 0;
    virtual RequestId loadState(RunId run, std::int64_t checkpoint) = 0; // by stateLoaded
    virtual RequestId loadLog(RunId run, const std::string& job, int attempt) = 0; // by logLoaded
    virtual RequestId loadApprovals() = 0; // by approvalsLoaded, then approvalsUnreadable
    /// By auditLoaded; records older than `before`, 0: from the newest.
    virtual RequestId loadAudit(std::int64_t before, int limit) = 0;
    virtual RequestId verifyAudit() = 0; // by auditVerified
    virtual RequestId exportAudit(const AuditExport& what) = 0;
    virtual RequestId loadApproval(ApprovalId approval) = 0; // by approvalLoaded
    virtual RequestId loadKnowledge() = 0; // by knowledgeLoaded
    virtual RequestId loadEvidence(const PatternKey& pattern, int limit) = 0; // by evidenceLoaded
    virtual RequestId switchPattern(const PatternKey& pattern, record::PatternSwitch to) = 0;
    virtual RequestId judgeRun(RunId run, record::Judgement judgement, const std::string& note) = 0;
    virtual RequestId forgetSignature(const std::string& signature) = 0;
    virtual RequestId planImport(const std::filesystem::path& file) = 0; // by importPlanned
    virtual RequestId importKnowledge(const std::filesystem::path& file, const std::string& digest) = 0;
    virtual RequestId exportKnowledge(const std::filesystem::path& file) = 0;
    virtual RequestId loadPolicy(const std::string& line) = 0; // by policyLoaded
    virtual RequestId planPolicy(const PolicyEdit& edit) = 0; // by policyPlanned
    virtual RequestId proposePolicy(const PolicyEdit& edit, const std::string& digest) = 0; // by policyProposed
    virtual RequestId loadStorage() = 0; // by storageLoaded
    virtual RequestId planPruning(int days) = 0; // by pruningPlanned
    virtual RequestId prune(int days) = 0;
    virtual RequestId keepCheckpoints(int days) = 0; // 0: for ever
    /// Its server is asked how all stands there, and approvals and runs change by what it tells; a line of this
    /// computer has none. Errors: Network, Timeout, NotFound, InvalidInput of the server.
    virtual RequestId lookAtLine(const std::string& line) = 0;
    virtual RequestId decide(ApprovalId approval, const gate::Decision& decision) = 0;
    virtual RequestId takeBack(ApprovalId approval) = 0;
    virtual RequestId acknowledge(ApprovalId approval) = 0; // how it ended, without a decision, was seen
    // A line, or everything where it is empty.
    virtual RequestId hold(const std::string& line, const std::string& reason) = 0;
    virtual RequestId release(const std::string& line, const std::string& reason) = 0;
    virtual RequestId cancelRun(RunId run) = 0;
    virtual RequestId resumeRun(RunId run) = 0;
    /// By runForked; a patch that is no object is InvalidInput.
    virtual RequestId forkRun(const ForkRequest& request) = 0;
    virtual RequestId startPipeline(const std::string& line) = 0; // runs the line's jobs on its newest commit

signals:
    void workspaceChanged(); // its name or its lines
    void computerChecked(const std::vector<signalbox::host::Finding>& findings);
    void runsChanged(const std::vector<signalbox::host::RunDelta>& deltas); // at most 20 a second
    void approvalsChanged(); // load them again
    void auditGrew();
    void knowledgeChanged(); // load it again
    void holdChanged(const std::vector<signalbox::host::Hold>& holds); // also once at the start
    void agentsRunning(int runs); // how many runs are in a node now
    void auditFailed(const QString& detail); // the audit log cannot be proven any more; told once
    void remoteFailed(const QString& detail); // a line cannot be looked at where it is; told once until it can
    void storeFailed(const QString& detail); // the store cannot be written; shown until the next success

    /// Newest first: the newest kNewestRuns, then older ones that go on, and the last ones of quiet lines.
    void runsLoaded(const std::vector<signalbox::host::RunSummary>& runs);
    void runsUnreadable(const std::vector<signalbox::RunId>& runs); // left out, their rows are damaged; empty: none
    void olderRunsLoaded(const signalbox::host::OlderRuns& older);
    void runLoaded(const signalbox::host::RunDetail& run);
    void stateLoaded(signalbox::RunId run, std::int64_t checkpoint, const signalbox::Json& state);
    void runForked(signalbox::RunId original, const signalbox::host::Forked& fork);
    void logLoaded(signalbox::RunId run, const signalbox::host::LogPlace& log);
    void approvalsLoaded(const std::vector<signalbox::gate::Approval>& approvals); // open first, by deadline
    void approvalsUnreadable(const std::vector<signalbox::ApprovalId>& approvals);
    void auditLoaded(std::int64_t before, const signalbox::host::AuditPart& part);
    void auditVerified(const signalbox::record::AuditVerdict& verdict, signalbox::Milliseconds took);
    void approvalLoaded(const signalbox::gate::Approval& approval);
    void evidenceLoaded(const signalbox::host::PatternKey& pattern,
                        const std::vector<signalbox::host::EvidenceRow>& runs); // newest first
    void importPlanned(const signalbox::host::ImportOffer& offer);
    void policyLoaded(const signalbox::host::PolicyView& policy);
    void policyPlanned(const signalbox::host::PolicyOffer& offer);
    void policyProposed(const std::string& line, const std::string& branch);
    void storageLoaded(const signalbox::host::StorageView& storage);
    void pruningPlanned(const signalbox::host::PruningOffer& offer);
    void knowledgeLoaded(const std::vector<signalbox::host::KnowledgeRow>& rows);
    void requestFinished(signalbox::host::RequestId request, const signalbox::Result<void>& result);
};

} // namespace signalbox::host
