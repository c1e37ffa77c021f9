// SPDX-License-Identifier: GPL-3.0-or-later
// What a CannedHost answers, and what it was sent.
#pragma once

#include "core/host/agenthost.h"
#include "tests/ui/cannedconnections.h"

#include <functional>
#include <map>
#include <utility>

namespace signalbox::test {

struct CannedAnswers {
    struct SentDecision {
        ApprovalId approval;
        gate::Decision decision;
    };

    // What it answers.
    std::string workspace = "Demo";
    std::string me = "operator";
    std::vector<host::RunSummary> runs; // newest first
    std::vector<host::RunSummary> olderRuns; // likewise, than those
    std::vector<gate::Approval> approvals;
    std::vector<RunId> unreadableRuns;
    std::vector<ApprovalId> unreadableApprovals;
    std::map<RunId, host::RunDetail> details;
    std::map<std::pair<RunId, std::int64_t>, host::RunDetail> runParts; // of long runs, by the checkpoint asked for
    std::map<std::pair<RunId, std::int64_t>, Json> states;
    std::map<std::string, host::LogPlace> logs; // by job
    std::vector<record::AuditRecord> audit; // newest first
    record::AuditVerdict verdict;
    std::vector<host::KnowledgeRow> knowledge;
    std::map<host::PatternKey, std::vector<host::EvidenceRow>> evidence;
    host::ImportOffer offer;
    std::map<std::string, host::PolicyView> policies; // by line
    host::PolicyOffer policyOffer;
    host::StorageView storage;
    host::PruningOffer pruning;
    std::vector<std::string> names; // of the lines
    std::vector<host::Finding> findings;
    Result<void> lookOutcome; // of lookAtLine
    std::function<void()> onLook = [] {}; // by then
    Result<void> outcome; // of decide, takeBack, holds and run commands
    bool storeIsGone = false; // every answer is Io
    CannedConnections outside;

    // What it was sent.
    std::vector<std::string> sent; // "hold parser", "decide 3 approve", "loadLog 1 build 2", …
    std::vector<SentDecision> decisions;
    std::vector<std::string> holdReasons, releaseReasons;
};

} // namespace signalbox::test
