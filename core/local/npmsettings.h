// SPDX-License-Identifier: GPL-3.0-or-later
// How npm is set up when it runs for the healer: its environment, its defaults, and what it needs to see.
//
// Thread  any
// Source  npm's config(7): the environment stands above a project's .npmrc, the user's .npmrc below it
#pragma once

#include "core/local/process.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::local {

/// The user's .npmrc of the healer: what a project sets itself, holds.
extern const std::string_view kNpmDefaults;

Environment npmEnvironment(const std::filesystem::path& cache);

/// Values that must not be stored.
std::vector<std::string> npmSecrets();

/// What npm and node need of the folders that are hidden from jobs.
std::vector<std::filesystem::path> npmNeeds();

/// Whether npm and node are on this machine.
bool hasNpm();

} // namespace signalbox::local
