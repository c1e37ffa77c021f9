// SPDX-License-Identifier: GPL-3.0-or-later
// What an issue says of a failure: the lines of its root cause, what was tried, and why people are asked. What comes
// from logs, branches and files stands in code, where it can name nobody and give no order.
//
// Thread  any: pure
#pragma once

#include "core/agents/escalation.h"

namespace signalbox::agents {

struct IssueText {
    std::string title;
    std::string text; // Markdown
};

IssueText issueText(const EscalationEvidence& evidence, int attempt);

/// Whether a failure that is handed over for this reason is one to open an issue for: not where a person wanted it so,
/// where a change with the fix is open, where the CI system refuses, or where it is nothing for everybody's eyes.
bool isForAnIssue(std::string_view reason);

} // namespace signalbox::agents
