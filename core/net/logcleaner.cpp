// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/logcleaner.h"

#include <utility>

namespace signalbox::net {

LogCleaner::LogCleaner(const std::string& token, const std::function<void(std::string_view)>& sink)
    : m_redactor({token}), m_lines(m_redactor), m_cutter(m_redactor), m_sink(sink)
{
}

void LogCleaner::feed(std::string_view piece)
{
    m_cutter.feed(piece, [this](std::string_view line) { take(line); });
    flush();
}

void LogCleaner::finish()
{
    m_cutter.finish([this](std::string_view line) { take(line); });
    flush();
}

void LogCleaner::take(std::string_view line)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF"; // GitHub begins its logs with one
    if (std::exchange(m_isFirst, false) && line.starts_with(kByteOrderMark))
        line.remove_prefix(kByteOrderMark.size());
    m_clean += m_lines.redact(line).text;
    m_clean += '\n';
}

void LogCleaner::flush()
{
    if (!m_clean.empty())
        m_sink(m_clean);
    m_clean.clear();
}

} // namespace signalbox::net
