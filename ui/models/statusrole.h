// SPDX-License-Identifier: GPL-3.0-or-later
// What a row or a step is to a reader, without a colour or an icon: ui/widgets/statuslook.h finds those.
#pragma once

namespace signalbox::ui {

enum class StatusRole {
    Clear,
    Running,
    HeldForYou, // waits for a person
    OffBaseline,
    Critical,
    NoData,
    Pending, // not reached
    Queued,
    Succeeded,
    Healed, // succeeded, after an agent's fix
    Failed,
    Skipped,
    Retrying, // a fix was made, its new attempt runs
    Sleeping, // waits for a time or an event
    Cancelled,
    Superseded,
    RolledBack,
    Stale,
};

} // namespace signalbox::ui
