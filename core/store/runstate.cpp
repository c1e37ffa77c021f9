// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/runstate.h"

namespace signalbox::store {

namespace {

constexpr std::string_view kQueue = "UPDATE run SET state = 'queued',"
                                    " changed_seq = (SELECT COALESCE(MAX(changed_seq), 0) + 1 FROM run)"
                                    " WHERE id = ?1 AND state IN ('waiting', 'sleeping')";

} // namespace

Result<void> queueWaiting(Connection& connection, Changes& changes, RunId run)
{
    const auto queued = connection.execute(kQueue, run);
    if (!queued)
        return queued.error();
    changes.runs.insert(run);
    return {};
}

} // namespace signalbox::store
