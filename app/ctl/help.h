// SPDX-License-Identifier: GPL-3.0-or-later
// The text of --help, at every level.
#pragma once

#include "app/ctl/command.h"

namespace signalbox::ctl {

/// `words`: a command, the first word of a group, or empty for the whole program.
std::string helpText(const std::string& words, const std::vector<Command>& commands);

} // namespace signalbox::ctl
