// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that the environment holds, or a file that it names.
//
// Thread  any
// Errors  InvalidInput: the file cannot be read, or is no secret; never tells what stands in it
#pragma once

#include "core/base/result.h"
#include "core/host/workspace.h"

namespace signalbox::host {

/// The value of the variable NAME, else the first line of the file that NAME_FILE names; empty where neither is set.
Result<std::string> secretNamed(const std::string& name);

/// Characters of the shortest value that is taken for a secret: what is shorter stands in any text.
inline constexpr std::size_t kShortestSecret = 8;

/// What must not leave this machine: the values of the variables that the workspace names, that this program knows,
/// and of every other one whose name says that it holds a secret.
std::vector<std::string> knownSecrets(const Workspace& workspace);

} // namespace signalbox::host
