// SPDX-License-Identifier: GPL-3.0-or-later
// How something of GitHub stands, from its words: status and conclusion of a run, a job or a check.
//
// Thread  any: pure
// Source  https://docs.github.com/en/rest/actions/workflow-runs
#pragma once

#include "core/ci/standing.h"

namespace signalbox::ci {

/// What waits for a person to let it begin (action_required) has not begun, though GitHub calls it completed.
Standing githubStanding(std::string_view status, std::string_view conclusion);

} // namespace signalbox::ci
