// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/issuetext.h"

#include "core/base/redaction.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox::agents {

namespace {

constexpr std::size_t kMostLines = 12; // of the root cause
constexpr std::size_t kLongestLine = 400; // bytes
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kMostTries = 10;

struct Reason {
    std::string_view name;
    const char* words;
};

constexpr std::array<Reason, 9> kReasons{{
    {"unknown_cause", "its cause is not known"},
    {"no_fix", "no fix is known for it"},
    {"limit_spent", "the limit of automatic fixes is spent"},
    {"low_confidence", "its cause is not certain enough"},
    {"policy", "the policy leaves its fixes to people"},
    {"fix_failed", "what was tried did not help"},
    {"outage", "several runs fail in the same way at once"},
    {"switched", "its fixes are switched off"},
    {"not_made", "its fix could not be made"},
}};

const Reason* reasonNamed(std::string_view name)
{
    const auto found = std::ranges::find(kReasons, name, &Reason::name);
    return found == kReasons.end() ? nullptr : &*found;
}

/// At most so many bytes, and whole characters of UTF-8.
std::string cut(std::string text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0U) == 0x80)
        --most;
    text.resize(most);
    return text + "…";
}

/// On one line, between backticks; nothing of it is read as Markdown.
std::string code(const std::string& text)
{
    std::string inside = cut(neutralise(withoutSecrets(text)), kLongestName);
    std::ranges::replace_if(
        inside, [](unsigned char c) { return c < ' ' || c == '`' || c == 0x7f; }, '?');
    return inside.empty() ? std::string() : "`" + inside + "`";
}

/// A fence that nothing inside can end.
std::string fenceFor(const std::string& text)
{
    std::size_t longest = 2;
    std::size_t here = 0;
    for (const char c : text) {
        here = c == '`' ? here + 1 : 0;
        longest = std::max(longest, here);
    }
    return std::string(longest + 1, '`');
}

std::string rootCauseOf(const EscalationEvidence& evidence)
{
    std::string lines;
    for (std::size_t i = 0; i < std::min(evidence.rootCause.size(), kMostLines); ++i) {
        const EvidenceLine& line = evidence.rootCause[i];
        std::string text = cut(neutralise(withoutSecrets(line.text)), kLongestLine);
        std::ranges::replace_if(
            text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
        lines += std::to_string(line.line) + ": " + text + "\n";
    }
    if (lines.empty())
        return {};
    const std::string fence = fenceFor(lines);
    return "\n**Root cause**\n\n" + fence + "text\n" + lines + fence + "\n";
}

std::string triedOf(const EscalationEvidence& evidence)
{
    std::string tried;
    for (std::size_t i = 0; i < std::min(evidence.tried.size(), kMostTries); ++i) {
        const TriedAttempt& fix = evidence.tried[i];
        tried += "- " + code(fix.action) + ", attempt " + std::to_string(fix.attempt) + ": "
            + (fix.outcome == "failed" ? "still failing" : code(fix.outcome)) + "\n";
    }
    return tried.empty() ? "\nNothing was tried.\n" : "\n**What was tried**\n\n" + tried;
}

std::string seenBefore(int times)
{
    return times <= 0 ? "" : times == 1 ? "once" : std::to_string(times) + " times";
}

std::string fact(const char* name, const std::string& value)
{
    return value.empty() ? std::string() : std::string("- ") + name + ": " + value + "\n";
}

} // namespace

bool isForAnIssue(std::string_view reason)
{
    return reasonNamed(reason) != nullptr;
}

IssueText issueText(const EscalationEvidence& evidence, int attempt)
{
    const Reason* const reason = reasonNamed(evidence.reason);
    const std::string job = code(evidence.job);
    IssueText out;
    out.title = "CI fails" + (job.empty() ? std::string() : " in " + job) + ": " + evidence.failureClass;
    out.text = "Signalbox has not healed this failure: " + std::string(reason ? reason->words : "a person is to decide")
        + ". A person is asked.\n\n" + fact("Run", code(evidence.number) + ", attempt " + std::to_string(attempt))
        + fact("Branch", evidence.branch.empty() ? "" : code(evidence.branch) + " at " + code(evidence.commit))
        + fact("Step", code(evidence.step))
        + fact("Failure",
               code(evidence.failureClass) + ", " + std::to_string(std::lround(evidence.confidence * 100))
                   + " % certain")
        + fact("Signature", code(evidence.signature)) + fact("Seen before", seenBefore(evidence.occurrences));
    out.text += rootCauseOf(evidence) + triedOf(evidence);
    return out;
}

} // namespace signalbox::agents
