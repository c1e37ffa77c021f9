// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/logreading.h"

#include "core/base/redaction.h"

namespace signalbox::host {

namespace {

constexpr std::size_t kStampLength = 24; // 2026-11-22T13:00:00.123Z

void cutMark(LogLine& line, std::string_view mark, std::string_view shown)
{
    if (!line.text.starts_with(mark))
        return;
    line.text = std::string(shown) + line.text.substr(mark.size());
    line.section = shown.empty();
}

} // namespace

LogReading::LogReading(std::string job, int attempt) : m_job(std::move(job)), m_attempt(attempt) { }

void LogReading::feed(std::string_view chunk)
{
    while (!chunk.empty()) {
        const auto end = chunk.find('\n');
        const auto part = chunk.substr(0, end);
        if (m_open.size() < kMostBytesALine)
            m_open.append(part.substr(0, kMostBytesALine - m_open.size()));
        if (end == std::string_view::npos)
            return;
        take(m_open);
        m_open.clear();
        chunk.remove_prefix(end + 1);
    }
}

void LogReading::take(std::string_view line)
{
    LogLine out;
    if (line.size() > kStampLength && line[kStampLength] == ' ') {
        if (const auto at = parseUtc(line.substr(0, kStampLength))) {
            out.at = *at;
            out.hasTime = true;
            line.remove_prefix(kStampLength + 1);
        }
    }
    out.text = neutralise(line);
    cutMark(out, "##[group]", "");
    cutMark(out, "##[error]", "error: ");
    if (out.text == "##[endgroup]")
        out.text.clear();
    m_lines.push_back(std::move(out));
    if (m_lines.size() > kMostLines) {
        m_lines.pop_front();
        ++m_dropped;
    }
}

LogText LogReading::finish(const Json& diagnosis)
{
    if (!m_open.empty())
        take(std::exchange(m_open, {}));
    LogText out;
    out.job = m_job;
    out.attempt = m_attempt;
    out.firstLine = m_dropped + 1;
    out.truncated = m_dropped > 0;
    out.lines.assign(std::make_move_iterator(m_lines.begin()), std::make_move_iterator(m_lines.end()));
    const bool ours = fieldOr<std::string>(diagnosis, "job", {}) == m_job
        && fieldOr<std::int64_t>(diagnosis, "attempt", 0) == m_attempt;
    if (!ours)
        return out;
    const Json cause = fieldOr<Json>(diagnosis, "root_cause", Json::array());
    for (const Json& row : cause) {
        const std::int64_t at = fieldOr<std::int64_t>(row, "line", 0) - out.firstLine;
        if (at >= 0 && at < static_cast<std::int64_t>(out.lines.size()))
            out.lines[static_cast<std::size_t>(at)].rootCause = true;
    }
    return out;
}

} // namespace signalbox::host
