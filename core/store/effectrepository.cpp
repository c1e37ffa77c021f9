// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/effectrepository.h"

namespace signalbox::store {

namespace {

// EXISTS keeps the few effects of the last hour in front, whatever the number of runs.
constexpr std::string_view kActsSince = "SELECT COUNT(*) FROM effect WHERE safety <> 'observe' AND begun_at >= ?2"
                                        " AND EXISTS (SELECT 1 FROM run WHERE run.id = effect.run AND run.line = ?1)";

} // namespace

Result<int> EffectRepository::actsSince(const std::string& line, UtcTime since)
{
    const auto reader = m_database.reader();
    if (!reader)
        return reader.error();
    const auto count = (*reader)->number(kActsSince, line, since);
    if (!count)
        return count.error();
    return static_cast<int>(*count);
}

} // namespace signalbox::store
