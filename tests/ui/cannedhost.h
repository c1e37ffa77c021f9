// SPDX-License-Identifier: GPL-3.0-or-later
// An AgentHost that answers from canned values and keeps what it was sent.
//
// Thread  GUI. Answers come from the event loop, as those of the real host do.
#pragma once

#include "tests/ui/cannedanswers.h"
#include "tests/ui/stoppedclock.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace signalbox::test {

class CannedHost final : public host::AgentHost, public CannedAnswers {
public:
    bool isQuiet() const { return m_answered == m_requests; } // everything asked for has come

    std::string workspaceName() const override { return workspace; }
    std::string person() const override { return me; }
    std::string storeFile() const override { return "/data/signalbox.sqlite"; }
    std::vector<std::string> lines() const override { return names; }
    host::ConnectionHost& connections() override { return outside; }

    host::RequestId checkComputer() override
    {
        return answer("checkComputer", [this]() -> Result<void> {
            emit computerChecked(findings);
            return {};
        });
    }

    host::RequestId openDemo() override { return change("openDemo"); }
    host::RequestId addLine(const std::filesystem::path& repository) override
    {
        return change("addLine " + repository.string());
    }
    host::RequestId importLines(const std::filesystem::path& file) override
    {
        return change("importLines " + file.string());
    }

    host::RequestId loadRuns() override
    {
        return answer("loadRuns", [this]() -> Result<void> {
            emit runsLoaded(runs);
            emit runsUnreadable(unreadableRuns);
            return {};
        });
    }

    host::RequestId loadOlderRuns(RunId before, int limit) override
    {
        return answer("loadOlderRuns " + std::to_string(before.value), [this, before, limit]() -> Result<void> {
            host::OlderRuns older{.before = before, .runs = {}, .oldest = before};
            for (const host::RunSummary& run : olderRuns) {
                older.hasMore = static_cast<int>(older.runs.size()) == limit;
                if (older.hasMore)
                    break;
                if (run.id < before)
                    older.runs.push_back(run);
            }
            older.oldest = older.runs.empty() ? before : older.runs.back().id;
            emit olderRunsLoaded(older);
            return {};
        });
    }

    host::RequestId loadRun(RunId run, std::int64_t around) override
    {
        const std::string part = around < 0 ? std::string() : " around " + std::to_string(around);
        return answer("loadRun " + std::to_string(run.value) + part, [this, run, around]() -> Result<void> {
            const auto one = runParts.find({run, around});
            if (one != runParts.end()) {
                emit runLoaded(one->second);
                return {};
            }
            const auto found = details.find(run);
            if (found == details.end())
                return Error{ErrorCode::NotFound, "run " + std::to_string(run.value)};
            emit runLoaded(found->second);
            return {};
        });
    }

    host::RequestId loadState(RunId run, std::int64_t checkpoint) override
    {
        const std::string words = "loadState " + std::to_string(run.value) + ' ' + std::to_string(checkpoint);
        return answer(words, [this, run, checkpoint]() -> Result<void> {
            const auto found = states.find({run, checkpoint});
            if (found == states.end())
                return Error{ErrorCode::NotFound, "checkpoint " + std::to_string(checkpoint)};
            emit stateLoaded(run, checkpoint, found->second);
            return {};
        });
    }

    host::RequestId loadLog(RunId run, const std::string& job, int attempt) override
    {
        const std::string words = "loadLog " + std::to_string(run.value) + ' ' + job + ' ' + std::to_string(attempt);
        return answer(words, [this, run, job]() -> Result<void> {
            const auto found = logs.find(job);
            if (found == logs.end())
                return Error{ErrorCode::NotFound, "log of " + job};
            emit logLoaded(run, found->second);
            return {};
        });
    }

    host::RequestId loadApprovals() override
    {
        return answer("loadApprovals", [this]() -> Result<void> {
            emit approvalsLoaded(approvals);
            emit approvalsUnreadable(unreadableApprovals);
            return {};
        });
    }

    host::RequestId loadAudit(std::int64_t before, int limit) override
    {
        return answer("loadAudit " + std::to_string(before), [this, before, limit]() -> Result<void> {
            host::AuditPart part{.records = {}, .total = static_cast<std::int64_t>(audit.size())};
            for (const auto& record : audit) {
                if ((before == 0 || record.number < before) && std::ssize(part.records) < limit)
                    part.records.push_back(record);
            }
            emit auditLoaded(before, part);
            return {};
        });
    }

    host::RequestId verifyAudit() override
    {
        return answer("verifyAudit", [this]() -> Result<void> {
            emit auditVerified(verdict, Milliseconds(400));
            return {};
        });
    }

    host::RequestId exportAudit(const host::AuditExport& what) override
    {
        const std::string parts = what.provenUpTo ? " proven up to " + std::to_string(*what.provenUpTo) : std::string();
        return outcomeOf("exportAudit " + what.file.string() + parts);
    }

    host::RequestId loadApproval(ApprovalId approval) override
    {
        return answer("loadApproval " + std::to_string(approval.value), [this, approval]() -> Result<void> {
            const auto found = std::ranges::find(approvals, approval, &gate::Approval::id);
            if (found == approvals.end())
                return Error{ErrorCode::NotFound, "approval " + std::to_string(approval.value)};
            emit approvalLoaded(*found);
            return {};
        });
    }

    host::RequestId loadKnowledge() override
    {
        return answer("loadKnowledge", [this]() -> Result<void> {
            emit knowledgeLoaded(knowledge);
            return {};
        });
    }

    host::RequestId loadEvidence(const host::PatternKey& pattern, int) override
    {
        return answer("loadEvidence " + pattern.signature + ' ' + pattern.fix, [this, pattern]() -> Result<void> {
            emit evidenceLoaded(pattern, evidence[pattern]);
            return {};
        });
    }

    host::RequestId switchPattern(const host::PatternKey& pattern, record::PatternSwitch to) override
    {
        const std::string words
            = "switchPattern " + pattern.signature + ' ' + pattern.fix + ' ' + std::string(record::switchName(to));
        return answer(words, [this, pattern, to]() -> Result<void> {
            for (host::KnowledgeRow& row : knowledge) {
                if (outcome && host::patternOf(row) == pattern)
                    row.autonomy = to;
            }
            emit knowledgeChanged();
            return outcome;
        });
    }

    host::RequestId judgeRun(RunId run, record::Judgement judgement, const std::string&) override
    {
        return command("judgeRun " + std::string(record::judgementName(judgement)), run);
    }

    host::RequestId forgetSignature(const std::string& name) override { return outcomeOf("forgetSignature " + name); }

    host::RequestId planImport(const std::filesystem::path& file) override
    {
        return answer("planImport " + file.string(), [this]() -> Result<void> {
            if (outcome)
                emit importPlanned(offer);
            return outcome;
        });
    }

    host::RequestId importKnowledge(const std::filesystem::path& file, const std::string& digest) override
    {
        return outcomeOf("importKnowledge " + file.string() + ' ' + digest);
    }

    host::RequestId exportKnowledge(const std::filesystem::path& file) override
    {
        return outcomeOf("exportKnowledge " + file.string());
    }

    host::RequestId loadPolicy(const std::string& line) override
    {
        return answer("loadPolicy " + line, [this, line]() -> Result<void> {
            const auto found = policies.find(line);
            if (found == policies.end())
                return Error{ErrorCode::NotFound, "line " + line};
            emit policyLoaded(found->second);
            return {};
        });
    }

    host::RequestId planPolicy(const host::PolicyEdit& edit) override
    {
        return answer("planPolicy" + valuesOf(edit), [this, edit]() -> Result<void> {
            policyOffer.edit = edit;
            if (outcome)
                emit policyPlanned(policyOffer);
            return outcome;
        });
    }

    host::RequestId proposePolicy(const host::PolicyEdit& edit, const std::string& digest) override
    {
        return answer("proposePolicy" + valuesOf(edit) + ' ' + digest + " because " + edit.reason,
                      [this, line = edit.line]() -> Result<void> {
                          if (outcome)
                              emit policyProposed(line, policyOffer.branch);
                          return outcome;
                      });
    }

    host::RequestId loadStorage() override
    {
        return answer("loadStorage", [this]() -> Result<void> {
            emit storageLoaded(storage);
            return {};
        });
    }

    host::RequestId planPruning(int days) override
    {
        return answer("planPruning " + std::to_string(days), [this]() -> Result<void> {
            if (outcome)
                emit pruningPlanned(pruning);
            return outcome;
        });
    }

    host::RequestId prune(int days) override { return outcomeOf("prune " + std::to_string(days)); }
    host::RequestId keepCheckpoints(int days) override { return outcomeOf("keepCheckpoints " + std::to_string(days)); }

    host::RequestId decide(ApprovalId approval, const gate::Decision& decision) override
    {
        decisions.push_back({approval, decision});
        return outcomeOf("decide " + std::to_string(approval.value) + ' '
                         + std::string(gate::verdictName(decision.verdict)));
    }

    host::RequestId lookAtLine(const std::string& line) override
    {
        onLook();
        return answer("lookAtLine " + line, [this] { return lookOutcome; });
    }

    host::RequestId acknowledge(ApprovalId approval) override
    {
        return outcomeOf("acknowledge " + std::to_string(approval.value));
    }

    host::RequestId takeBack(ApprovalId approval) override
    {
        return outcomeOf("takeBack " + std::to_string(approval.value));
    }

    host::RequestId hold(const std::string& line, const std::string& reason) override
    {
        holdReasons.push_back(reason);
        return answer("hold " + line, [this, line, reason]() -> Result<void> {
            if (!outcome)
                return outcome;
            holds.push_back({line, me, reason, heldSince});
            emit holdChanged(holds);
            return outcome;
        });
    }

    host::RequestId release(const std::string& line, const std::string& reason) override
    {
        releaseReasons.push_back(reason);
        return answer("release " + line, [this, line]() -> Result<void> {
            if (!outcome)
                return outcome;
            std::erase_if(holds, [&](const host::Hold& hold) { return hold.line == line; });
            emit holdChanged(holds);
            return outcome;
        });
    }

    host::RequestId cancelRun(RunId run) override { return command("cancelRun", run); }
    host::RequestId resumeRun(RunId run) override { return command("resumeRun", run); }

    /// The fork is always run 99.
    host::RequestId forkRun(const host::ForkRequest& request) override
    {
        const std::string words = "forkRun " + std::to_string(request.run.value) + " at "
            + std::to_string(request.checkpoint) + (request.live ? " live" : "")
            + (request.patch.empty() ? std::string() : " with " + dumpJson(request.patch));
        return answer(words, [this, run = request.run]() -> Result<void> {
            if (outcome)
                emit runForked(run, {RunId{99}, {}});
            return outcome;
        });
    }

    host::RequestId startPipeline(const std::string& line) override { return outcomeOf("startPipeline " + line); }

    std::vector<host::Hold> holds;
    UtcTime heldSince{};

private:
    static std::string valuesOf(const host::PolicyEdit& edit)
    {
        std::string words = ' ' + edit.line;
        for (const auto& [key, value] : edit.values)
            words += ' ' + key + '=' + value;
        return words;
    }

    host::RequestId change(const std::string& words)
    {
        return answer(words, [this] {
            if (outcome)
                emit workspaceChanged();
            return outcome;
        });
    }

    host::RequestId command(const std::string& words, RunId run)
    {
        return outcomeOf(words + ' ' + std::to_string(run.value));
    }

    host::RequestId outcomeOf(const std::string& words)
    {
        return answer(words, [this] { return outcome; });
    }

    host::RequestId answer(const std::string& words, std::function<Result<void>()> work)
    {
        sent.push_back(words);
        const host::RequestId request{++m_requests};
        QTimer::singleShot(0, this, [this, request, todo = std::move(work)] {
            emit requestFinished(request, storeIsGone ? Result<void>(Error{ErrorCode::Io, "disk"}) : todo());
            ++m_answered;
        });
        return request;
    }

    std::int64_t m_requests = 0;
    std::int64_t m_answered = 0;
};

} // namespace signalbox::test
