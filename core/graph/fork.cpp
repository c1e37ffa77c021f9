// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/fork.h"

#include <utility>

namespace signalbox::graph {

namespace {

/// A task that already waits when its superstep begins has told what for; any other runs, and asks again.
Task unbegun(Task task)
{
    Task fresh;
    fresh.node = task.node;
    fresh.item = std::move(task.item);
    if (task.phase == Task::Phase::Waiting && task.next) {
        fresh.phase = Task::Phase::Waiting;
        fresh.waitsFor = std::move(task.waitsFor);
        fresh.next = std::move(task.next);
    }
    return fresh;
}

} // namespace

Result<Checkpoint> forkOf(Checkpoint original, const Json& patch, UtcTime now)
{
    if (!patch.is_object())
        return Error{ErrorCode::InvalidInput,
                     "a patch is a JSON object of channels (RFC 7386), for example {\"retry_count\": 0}"};
    Checkpoint fork;
    fork.at = now;
    fork.state = std::move(original.state);
    fork.state.merge_patch(patch);
    fork.frontier.arrived = std::move(original.frontier.arrived);
    for (Task& task : original.frontier.tasks)
        fork.frontier.tasks.push_back(unbegun(std::move(task)));
    return fork;
}

} // namespace signalbox::graph
