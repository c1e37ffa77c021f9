// SPDX-License-Identifier: GPL-3.0-or-later
// A policy as it is kept, and what a new one would allow that the accepted one does not.
//
// Thread  any: pure
// Disk    the JSON form is stored with every accepted policy; keys are those of signalbox.yaml
// Source  SPEC 2
#pragma once

#include "core/base/json.h"
#include "core/base/policyrules.h"

#include <string>
#include <vector>

namespace signalbox::gate {

Json toJson(const PolicyRules& rules);
Result<PolicyRules> policyFromJson(const Json& json); // InvalidInput

/// What is looser, one thing each, such as "retries_per_run: 3 to 5"; empty where nothing is. A freeze that is over at
/// `now` protects nothing any more.
std::vector<std::string> loosenings(const PolicyRules& accepted, const PolicyRules& proposed, UtcTime now);

} // namespace signalbox::gate
