// SPDX-License-Identifier: GPL-3.0-or-later
// ZIP archives, good and hostile, as libzip writes them.
#pragma once

#include "core/net/unnamedfile.h"

#include <string>
#include <utility>
#include <vector>

namespace signalbox::test {

struct ZippedEntry {
    std::string name;
    std::string text;
    bool isEncrypted = false;
    bool isStored = false; // not deflated
    bool isBzip2 = false;
};

/// The bytes of an archive of these entries, of one name too.
std::string zipped(const std::vector<ZippedEntry>& entries);

/// As a file that has come from outside.
net::UnnamedFile fileOf(const std::string& bytes);

} // namespace signalbox::test
