// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands on one run have in common.
//
// Thread  the main thread
#pragma once

#include "app/ctl/workplace.h"

namespace signalbox::ctl {

/// Does `work` with the run that the first argument names.
Exit withRun(const Invocation& asked, const std::function<Exit(Workplace&, RunId)>& work);

/// How the run stands now; a failed one is a negative answer.
Exit printAfter(const Invocation& asked, host::Runtime& runtime, RunId id);

} // namespace signalbox::ctl
