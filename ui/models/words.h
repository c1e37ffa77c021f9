// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what the engine means: states, steps, fixes, classes. The one place where they are chosen.
//
// Thread  any; words follow the translators installed on the application
// Source  COPY.md
#pragma once

#include "core/base/redaction.h"
#include "core/ci/cisystem.h"
#include "core/gate/approval.h"
#include "core/host/views.h"
#include "ui/models/statusrole.h"

#include <QString>

#include <string_view>

namespace signalbox::ui {

/// Text from outside, neutralised: every name, message and value passes here on its way to the screen.
/// A line that is a repository on a server has its owner before its name; one that is a folder here has no slash.
inline bool isOnServer(std::string_view line)
{
    return line.find('/') != std::string_view::npos;
}

inline QString text(std::string_view utf8)
{
    return QString::fromStdString(neutralise(utf8));
}

/// A label in the middle of a sentence: lower case in English, while German nouns keep their capital.
QString inSentence(const QString& label);

/// `words` as a tool tip that shows them literally: Qt takes for markup what looks like it.
QString plainTip(const QString& words);

/// What a run is to its reader: that of the pipeline, as far as the agent has told.
StatusRole statusOf(const host::RunSummary& run);
StatusRole statusOf(const ci::Job& job);
StatusRole statusOf(const host::TriedFix& fix);
StatusRole statusOf(gate::ApprovalState state);

QString label(StatusRole role); // "Held for you"
QString spoken(StatusRole role); // "held for you"
/// The label of a run; it knows more than the role: "Retrying, attempt 2", "Escalated". `maxAttempts` 0: not known.
QString runLabel(const host::RunSummary& run, int maxAttempts = 0);
QString rowLabel(const host::RunSummary& run); // for where rehearsals stand beside runs: it says which it is
QString jobLabel(const ci::Job& job); // "Failed, exit 1"
QString approvalLabel(gate::ApprovalState state); // "Rejected"
QString riskLabel(gate::RiskLevel level); // "High"

QString agentName(std::string_view agent); // "Heal"
QString agentTask(std::string_view agent); // "Heal failing run"
QString stepName(std::string_view node); // "Attempt fix"
QString edgeLabel(std::string_view label); // "retry"
QString fixName(std::string_view action); // "Clear cache, re-run failed jobs"
QString safetyLabel(std::string_view safety); // "Pull request"
QString className(std::string_view failureClass); // "Corrupt dependency cache"
QString triggerName(std::string_view trigger); // "push"
QString escalationReason(std::string_view reason); // "No fix is known for this failure."
QString subjectOf(const host::RunSummary& run); // "parser #3"
QString deadlineOutcome(std::string_view outcome); // "rejected"
QString shortCommit(std::string_view commit); // "8c1f2ab"

} // namespace signalbox::ui
