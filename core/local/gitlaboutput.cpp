// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/gitlaboutput.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace signalbox::local {

namespace {

constexpr std::size_t kMaxLine = 64 * 1024;

bool beginsWithOneOf(std::string_view line, std::initializer_list<std::string_view> beginnings)
{
    for (const std::string_view beginning : beginnings) {
        if (line.starts_with(beginning))
            return true;
    }
    return false;
}

} // namespace

GitLabOutput::GitLabOutput(std::string job, std::function<void(std::string_view)> sink)
    : m_prefix(std::move(job) + " "), m_sink(std::move(sink))
{
}

void GitLabOutput::feed(std::string_view piece)
{
    while (!piece.empty()) {
        const std::size_t end = piece.find('\n');
        const std::string_view part = piece.substr(0, end);
        piece.remove_prefix(end == std::string_view::npos ? piece.size() : end + 1);
        const std::string_view newline = end == std::string_view::npos ? "" : "\n";
        if (m_tail != Tail::None) {
            if (m_tail == Tail::PassedOn)
                m_sink(std::string(part) + std::string(newline));
            m_tail = newline.empty() ? m_tail : Tail::None;
            continue;
        }
        m_partial += part;
        if (newline.empty() && m_partial.size() < kMaxLine)
            continue;
        const std::string line = std::exchange(m_partial, {});
        m_tail = newline.empty() ? Tail::PassedOn : Tail::None;
        takeLine(line, newline);
    }
}

void GitLabOutput::finish()
{
    if (!m_partial.empty())
        takeLine(std::exchange(m_partial, {}), "\n");
}

void GitLabOutput::takeLine(std::string_view line, std::string_view end)
{
    if (!line.starts_with(m_prefix))
        return takeWordOfTool(line, end);
    line.remove_prefix(m_prefix.size());
    const bool isOutput = line.starts_with("> ") || line == ">";
    if (isOutput) {
        line.remove_prefix(std::min<std::size_t>(line.size(), 2));
    } else if (beginsWithOneOf(line, {"finished in ", "starting shell "})) {
        readVerdict(line); // alike in every job, so that it would be taken for what they failed of
        m_tail = end.empty() ? Tail::LeftOut : Tail::None;
        return;
    }
    m_sink(std::string(line) + std::string(end));
}

/// Warnings and mistakes; its report repeats the end of the output.
void GitLabOutput::takeWordOfTool(std::string_view line, std::string_view end)
{
    m_inReport = m_inReport || (m_verdict && beginsWithOneOf(line, {" PASS  ", " FAIL  ", " WARN  "}));
    const bool isReport
        = m_inReport && (line.empty() || beginsWithOneOf(line, {" PASS  ", " FAIL  ", " WARN  ", "  > "}));
    const bool isChat
        = line.empty() || beginsWithOneOf(line, {"parsing and downloads finished", "json schema validated"});
    if (isReport || isChat)
        m_tail = end.empty() ? Tail::LeftOut : Tail::None;
    else
        m_sink(std::string(line) + std::string(end));
}

/// "finished in 12 ms", with "  FAIL 17 " or "  WARN 17 " behind it; after_script does not count.
void GitLabOutput::readVerdict(std::string_view words)
{
    if (!words.starts_with("finished in ") || words.ends_with("after_script"))
        return;
    Verdict verdict;
    for (const std::string_view how : {std::string_view(" FAIL "), std::string_view(" WARN ")}) {
        const std::size_t at = words.rfind(how);
        if (at == std::string_view::npos)
            continue;
        const char* const number = words.data() + at + how.size();
        std::from_chars(number, words.data() + words.size(), verdict.exitCode);
        verdict.allowed = how == " WARN ";
    }
    if (!m_verdict)
        m_verdict = verdict;
}

} // namespace signalbox::local
