// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of what the host shows, with the names of CLI.md.
//
// Thread  any: pure
#pragma once

#include "core/host/summaryjson.h" // of a summary
#include "core/host/views.h"
#include "core/record/auditchain.h"

namespace signalbox::ctl {

Json toJson(const host::RunDetail& run); // with state_json, checkpoint_list and origin
Json toJson(const host::EventRow& event);
Json toJson(const host::KnowledgeRow& row);
Json summaryJson(const gate::Approval& approval);
Json detailJson(const gate::Approval& approval); // with the evidence and the decisions

} // namespace signalbox::ctl
