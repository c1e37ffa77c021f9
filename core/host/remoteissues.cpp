// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/remoteissues.h"

#include "core/base/redaction.h"
#include "core/host/secrets.h"

namespace signalbox::host {

namespace {

/// Line by line, as a log is.
std::string without(const Redactor& secrets, std::string_view text)
{
    LineRedactor redactor(secrets);
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out += redactor.redact(text.substr(0, end)).text;
        if (end < text.size())
            out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

} // namespace

RemoteIssues::RemoteIssues(Remotes& remotes, const SharedWorkspace& workspace)
    : m_remotes(remotes),
      m_workspace(workspace),
      m_github(remotes.outgoing().client(), [this](const std::string& line) { return m_remotes.placeOf(line); }),
      m_gitlab(remotes.outgoing().client(), [this](const std::string& line) { return m_remotes.placeOf(line); })
{
}

bool RemoteIssues::serves(const std::string& line)
{
    const auto workspace = m_workspace.now();
    const auto found = workspace->remotes.find(line);
    return found != workspace->remotes.end() && found->second.opensIssues && found->second.heals;
}

Result<ci::ToldIssue> RemoteIssues::tell(const ci::IssueReport& report, std::stop_token stop)
{
    const Redactor secrets(knownSecrets(*m_workspace.now()));
    ci::IssueReport shown = report;
    shown.title = secrets.redact(report.title).text;
    shown.text = without(secrets, report.text);
    if (m_remotes.forge(report.because.line).isGitLab)
        return m_gitlab.tell(shown, stop);
    return m_github.tell(shown, stop);
}

} // namespace signalbox::host
