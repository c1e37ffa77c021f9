// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/effectrepository.h"

#include "core/store/effectrows.h"

namespace signalbox::store {

Result<std::optional<graph::EffectRecord>> EffectRepository::find(RunId run, const std::string& key)
{
    const auto reader = m_database.reader();
    if (!reader)
        return reader.error();
    return readEffect(**reader, run, key);
}

} // namespace signalbox::store
