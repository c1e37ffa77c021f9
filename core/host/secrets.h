// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that the environment holds, or a file that it names.
//
// Thread  any
// Errors  InvalidInput: the file cannot be read, or is no secret; never tells what stands in it
#pragma once

#include "core/base/result.h"

namespace signalbox::host {

/// The value of the variable NAME, else the first line of the file that NAME_FILE names; empty where neither is set.
Result<std::string> secretNamed(const std::string& name);

} // namespace signalbox::host
