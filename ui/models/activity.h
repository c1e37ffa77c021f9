// SPDX-License-Identifier: GPL-3.0-or-later
// What agents did, as changes of state: acts from the audit log, ends from the runs. Newest first.
//
// Thread  any: pure
#pragma once

#include "core/record/auditchain.h"
#include "ui/models/auditwords.h"
#include "ui/models/statusrole.h"

#include <QString>

#include <optional>
#include <vector>

namespace signalbox::ui {

struct Activity {
    UtcTime at;
    QString agent;
    QString subject;
    QString words;
    std::optional<StatusRole> role; // only what is live, waiting or abnormal
    std::optional<RunId> run;
    std::optional<ApprovalId> approval;
    bool operator==(const Activity&) const = default;
};

/// `records` newest first, `runs` in any order.
std::vector<Activity> activities(const std::vector<record::AuditRecord>& records,
                                 const std::vector<host::RunSummary>& runs, std::size_t limit);

} // namespace signalbox::ui
