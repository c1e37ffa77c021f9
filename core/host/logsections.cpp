// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/logsections.h"

namespace signalbox::host {

namespace {
constexpr std::string_view kGroup = "##[group]";
constexpr std::size_t kReach = 64; // the time stands before it
constexpr std::size_t kLongestName = 200; // bytes
} // namespace

Result<void> LogSections::step(std::size_t bytes)
{
    auto rows = LogRows::from(m_file, m_row);
    if (!rows)
        return rows.error();
    for (const std::uint64_t end = rows->offset() + bytes; !isDone() && rows->offset() < end; ++m_row) {
        const std::int64_t line = rows->line();
        const bool continues = rows->continues();
        const auto raw = rows->next();
        if (!raw)
            return raw.error();
        if (!*raw)
            break; // it was cut meanwhile
        if (continues || (*raw)->substr(0, kReach).find(kGroup) == std::string_view::npos)
            continue;
        std::string_view name = (*raw)->substr(0, kReach + kLongestName);
        while (name.ends_with('\n') || name.ends_with('\r'))
            name.remove_suffix(1);
        LogRow row = readLogRow(name, false);
        if (row.section)
            m_found.push_back({line, std::move(row.text)});
    }
    return {};
}

} // namespace signalbox::host
