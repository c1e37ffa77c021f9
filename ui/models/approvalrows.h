// SPDX-License-Identifier: GPL-3.0-or-later
// Approvals as rows of the queue.
//
// Thread  any; pure
#pragma once

#include "core/gate/approval.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/rowlistmodel.h"

namespace signalbox::ui {

ListRow headingRow(const QString& id, const QString& title, std::size_t count);
/// `sent`: what has become of its decision where that goes to a CI system.
ListRow approvalRow(const gate::Approval& approval, const std::string& person, UtcTime now, const SentText& sent = {});
bool isToday(UtcTime at, UtcTime now); // by this machine's zone

} // namespace signalbox::ui
