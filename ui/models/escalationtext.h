// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of an escalation in words: what failed, why, what was tried, and what each decision does.
//
// Thread  any; pure
#pragma once

#include "core/agents/escalation.h"
#include "ui/models/evidencetext.h"

namespace signalbox::ui {

QList<EvidenceSection> escalationSections(const gate::Approval& approval, const agents::EscalationEvidence& evidence);

} // namespace signalbox::ui
