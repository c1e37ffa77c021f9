// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local/joblog.h"

#include "core/local/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace signalbox::local {

namespace {

constexpr std::size_t kEndBytes = JobLog::kMebibyte; // kept of the end of a command's output

} // namespace

Result<JobLog> JobLog::open(const std::filesystem::path& file, const Redactor& redactor, const Clock& clock,
                            std::size_t maxBytes)
{
    Descriptor fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600));
    if (!fd)
        return ioError(file);
    return JobLog(std::move(fd), redactor, clock, maxBytes);
}

void JobLog::output(std::string_view piece)
{
    m_lines.feed(piece, [this](std::string_view line) { addLine(line); });
    flush();
}

void JobLog::endOutput()
{
    m_lines.finish([this](std::string_view line) { addLine(line); });
    addEnd();
    flush();
}

void JobLog::say(std::string_view text)
{
    endOutput();
    const bool full = std::exchange(m_full, false);
    addLine(text);
    m_full = full;
    flush();
}

void JobLog::group(std::string_view title, std::string_view body)
{
    say("##[group]" + std::string(title));
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        say(body.substr(0, end));
        body.remove_prefix(std::min(end + 1, body.size()));
    }
    say("##[endgroup]");
}

void JobLog::addLine(std::string_view text)
{
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    if (m_full)
        return keepForEnd(text);
    const std::string stamp = formatUtc(m_clock->now()) + " ";
    const std::string line = stamp + m_redactor.redact(text).text + "\n";
    m_pending += line;
    m_bytes += line.size();
    if (m_bytes >= m_maxBytes && m_lines.isInside()) { // inside a command's output
        m_full = true;
        m_pending += stamp + "##[warning]The log is longer than " + std::to_string(m_maxBytes / kMebibyte)
            + " MiB. From here on only the end of the output is kept; it follows when the command ends.\n";
    }
}

/// The last lines, at no more cost than a copy: most of them will not stay. Redacted when they are written, but for a
/// key that spans lines, which has to be seen from its beginning.
void JobLog::keepForEnd(std::string_view text)
{
    std::string line = formatUtc(m_clock->now()) + " ";
    const bool key = m_redactor.insideKey() || text.find("-----") != std::string_view::npos;
    line += key ? m_redactor.redact(text).text : std::string(text);
    m_endBytes += line.size();
    m_end.push_back(std::move(line));
    while (m_endBytes > kEndBytes && m_end.size() > 1) {
        m_endBytes -= m_end.front().size();
        m_leftOutBytes += m_end.front().size();
        ++m_leftOut;
        m_end.pop_front();
    }
}

void JobLog::addEnd()
{
    if (m_leftOut > 0)
        m_pending += formatUtc(m_clock->now()) + " ##[warning]" + std::to_string(m_leftOut) + " lines ("
            + std::to_string(m_leftOutBytes / kMebibyte) + " MiB) are left out here.\n";
    for (const std::string& line : m_end)
        m_pending += m_shapes->redact(line).text + "\n";
    m_end.clear();
    m_endBytes = m_leftOut = m_leftOutBytes = 0;
}

void JobLog::flush()
{
    std::string_view left = m_pending;
    while (!left.empty()) {
        const auto written = ::write(m_file.get(), left.data(), left.size());
        if (written < 0 && errno != EINTR)
            break; // a full disk costs the log, not the job
        if (written > 0)
            left.remove_prefix(static_cast<std::size_t>(written));
    }
    m_pending.clear();
}

} // namespace signalbox::local
