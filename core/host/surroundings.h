// SPDX-License-Identifier: GPL-3.0-or-later
// Where this program is, and who uses it.
//
// Thread  any
#pragma once

#include <filesystem>
#include <string>

namespace signalbox::host {

/// The program that runs the jobs of the local CI.
std::filesystem::path supervisorProgram();

/// Who decides here: the operating system's user.
std::string person();

} // namespace signalbox::host
