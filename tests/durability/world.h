// SPDX-License-Identifier: GPL-3.0-or-later
// The outside world of the durability tests: a folder in which each act leaves a byte
// at once, so that it is known, whoever was killed when, how often each happened.
//
// Thread  any, any process
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"

#include <filesystem>
#include <map>
#include <string>

namespace signalbox::test {

class World {
public:
    explicit World(std::filesystem::path folder) : m_folder(std::move(folder)) { }

    /// Happens, and answers what it would answer at any time.
    Json act(RunId run, const std::string& key) const;
    /// How often it has happened.
    int times(RunId run, const std::string& key) const;
    /// Everything that has happened for this run, with how often.
    std::map<std::string, int> acts(RunId run) const;

private:
    std::filesystem::path placeOf(RunId run) const { return m_folder / std::to_string(run.value); }

    std::filesystem::path m_folder;
};

} // namespace signalbox::test
