// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/forgeissues.h"

#include <algorithm>

namespace signalbox::net {

namespace {

constexpr std::chrono::hours kCommentsApart{24};
constexpr std::string_view kMark = "<!-- signalbox:";

/// The first line of an issue.
std::string markOf(const std::string& signature)
{
    return std::string(kMark) + "signature=" + signature + " -->\n";
}

/// The first line of a comment, and the second one of an issue.
std::string markOf(const ci::IssueReport& report)
{
    return std::string(kMark) + "run=" + report.because.number + "/" + std::to_string(report.attempt) + " -->\n";
}

/// Lines end as the forge keeps them.
std::string withPlainEnds(std::string text)
{
    std::erase(text, '\r');
    return text;
}

} // namespace

bool ForgeIssues::isSince(const Json& comment, UtcTime since)
{
    const auto time = parseUtc(fieldOr<std::string>(comment, "created_at", {}));
    return !time || *time >= since;
}

Result<ci::ToldIssue> ForgeIssues::tell(const ci::IssueReport& report, const std::stop_token& stop)
{
    const Key key(report.because.line, report.signature);
    {
        std::unique_lock lock(m_mutex);
        if (!m_free.wait(lock, stop, [&] { return !m_underWay.contains(key); }))
            return Error{ErrorCode::Cancelled, "given up, as the program was asked to stop"};
        m_underWay.insert(key);
    }
    auto told = tellInTurn(report, stop);
    {
        const std::lock_guard lock(m_mutex);
        m_underWay.erase(key);
    }
    m_free.notify_all();
    return told;
}

Result<ci::ToldIssue> ForgeIssues::tellInTurn(const ci::IssueReport& report, const std::stop_token& stop)
{
    const auto known = find(report, stop);
    if (!known)
        return known.error();
    if (*known)
        return comment(**known, report, stop);
    const auto link = linkTo(report.because);
    if (!link)
        return link.error();
    const std::string text = markOf(report.signature) + markOf(report) + "\n" + report.text + "\n" + *link
        + "\n\nThe same failure in another run is told of here, once a day at most.\n";
    const auto made = create(report, text, stop);
    if (made)
        return ci::ToldIssue{made->number, made->page, "opened"};
    const auto after = find(report, stop); // it may have been opened all the same
    return after && *after ? Result<ci::ToldIssue>(ci::ToldIssue{(*after)->number, (*after)->page, "opened"})
                           : made.error();
}

/// The oldest one, where people have copied it.
Result<std::optional<ForgeIssues::Issue>> ForgeIssues::find(const ci::IssueReport& report, const std::stop_token& stop)
{
    auto issues = open(report.because.line, stop);
    if (!issues)
        return issues.error();
    std::optional<Issue> found;
    for (Issue& issue : *issues) {
        issue.text = withPlainEnds(std::move(issue.text));
        if (issue.text.starts_with(markOf(report.signature)) && (!found || issue.number < found->number))
            found = std::move(issue);
    }
    return found;
}

Result<ci::ToldIssue> ForgeIssues::comment(const Issue& issue, const ci::IssueReport& report,
                                           const std::stop_token& stop)
{
    if (issue.text.starts_with(markOf(report.signature) + markOf(report)))
        return ci::ToldIssue{issue.number, issue.page, "opened"};
    const std::string& line = report.because.line;
    const auto lately = remarks(line, issue.number, report.at - kCommentsApart, stop);
    if (!lately)
        return lately.error();
    const auto isOfThis = [&](const std::string& text) { return withPlainEnds(text).starts_with(markOf(report)); };
    if (std::ranges::any_of(*lately, isOfThis))
        return ci::ToldIssue{issue.number, issue.page, "commented"};
    if (std::ranges::any_of(*lately, [](const std::string& text) { return text.starts_with(kMark); }))
        return ci::ToldIssue{issue.number, issue.page, "known"};
    const auto link = linkTo(report.because);
    if (!link)
        return link.error();
    const auto said = remark(line, issue.number, markOf(report) + "\n" + report.text + "\n" + *link + "\n", stop);
    if (said)
        return ci::ToldIssue{issue.number, issue.page, "commented"};
    const auto after = remarks(line, issue.number, report.at - kCommentsApart, stop); // it may have been said
    return after && std::ranges::any_of(*after, isOfThis)
        ? Result<ci::ToldIssue>(ci::ToldIssue{issue.number, issue.page, "commented"})
        : said.error();
}

} // namespace signalbox::net
