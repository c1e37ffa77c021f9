// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which jobs can run, from what each needs.
#pragma once

#include "core/line/linefile.h"

#include <string>
#include <vector>

namespace signalbox::line {

/// Sorts so that every job comes after what it needs, else as written. Answers a cycle's jobs, the first one again at
/// the end, or nothing where there is none; needs outside of `jobs` are passed over.
std::vector<std::string> orderByNeeds(std::vector<JobSpec>& jobs);

} // namespace signalbox::line
