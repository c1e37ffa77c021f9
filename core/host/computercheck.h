// SPDX-License-Identifier: GPL-3.0-or-later
// Whether this computer has what Signalbox needs: the check of first run and of `signalboxctl doctor`.
//
// Thread  any; blocks on programs that answer within seconds
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace signalbox::host {

struct Finding {
    std::string check;
    bool ok = false;
    bool needed = true; // else its absence only limits something
    std::string detail;
    std::string remedy; // empty where it is ok
    std::optional<std::uintmax_t> freeBytes = std::nullopt; // of the disk
};

inline constexpr std::uintmax_t kNeededBytes = 512ULL << 20; // of the disk

/// `folder`: where the store is, or will be.
std::vector<Finding> checkComputer(const std::filesystem::path& folder);

} // namespace signalbox::host
