// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of npm that a run of the npm install healer has made, told as jobs: what its events say of them.
//
// Thread  values
#pragma once

#include "core/host/views.h"

namespace signalbox::host {

struct NpmJob {
    std::string key; // of the effect; names the log
    ci::Job job; // "npm ci", its options in its step; its attempt is its number among the calls, from 1
};

/// In the order in which they began.
std::vector<NpmJob> npmJobsIn(const std::vector<EventRow>& events);

/// The key of the call whose log was diagnosed last; empty: none was.
std::string diagnosedCall(const std::vector<EventRow>& events);

} // namespace signalbox::host
