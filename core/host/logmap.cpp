// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/logmap.h"

#include <algorithm>

namespace signalbox::host {

std::size_t LogMap::barOf(std::uint64_t row) const
{
    if (bars.empty() || rows == 0)
        return 0;
    return std::min(static_cast<std::size_t>(row * bars.size() / rows), bars.size() - 1);
}

Result<LogMap> drawLogMap(const LogFile& file, const LogSearching* search, const std::vector<std::int64_t>& cause,
                          const std::vector<std::uint64_t>& errors)
{
    LogMap map;
    map.rows = file.index().rows();
    map.bars.resize(std::min<std::size_t>(map.rows, LogMap::kBars));
    const std::size_t count = map.bars.size();
    for (std::size_t at = 0; at < count; ++at) {
        auto rows = LogRows::from(file, (at * map.rows + count - 1) / count);
        if (!rows)
            return rows.error();
        const auto raw = rows->next();
        if (!raw)
            return raw.error();
        const std::size_t length = *raw ? std::min((*raw)->size(), LogMap::kWidest) : 0;
        map.bars[at].width01 = static_cast<double>(length) / static_cast<double>(LogMap::kWidest);
    }
    for (const std::int64_t line : cause)
        map.cause.push_back(file.index().rowOfLine(static_cast<std::uint64_t>(std::max<std::int64_t>(line, 1))));
    map.errors = errors;
    if (search != nullptr) {
        const auto marked = search->eachMatch([&map](std::uint64_t first, std::uint64_t last) {
            const bool same = map.barOf(first) == map.barOf(last);
            map.bars[map.barOf(first)].matches |= same;
            return same;
        });
        if (!marked)
            return marked.error();
    }
    return map;
}

} // namespace signalbox::host
