// SPDX-License-Identifier: GPL-3.0-or-later
// Sets values of the policy in a signalbox.yaml: a splice of the text there, so that comments and layout stay.
//
// Thread  any: pure functions of a text
// Errors  InvalidInput: the file has faults, before or after; or it is written in a way that has to be edited by hand
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace signalbox::line {

struct PolicyValue {
    std::string key; // below policy: "retries_per_run", "autonomy.retry"
    std::string value; // a plain scalar: "3", "ask"
};

/// The text with these values; read again, and each found there.
Result<std::string> withPolicyValues(const std::string& yaml, const std::vector<PolicyValue>& values);

} // namespace signalbox::line
