// SPDX-License-Identifier: GPL-3.0-or-later
// What changes between two package-lock.json files, package by package.
//
// Thread  any: pure
// Errors  InvalidInput for a lockfile that is not JSON
// Source  npm's package-lock.json, lockfileVersion 1 to 3
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::agents {

struct PackageChange {
    std::string package; // "node_modules/money"
    std::string before; // version; empty: it is new
    std::string after; // empty: it is gone
};

struct LockfileChange {
    std::vector<PackageChange> packages; // sorted by package
    int kept = 0; // entries with the version that they had
    /// Entries of an unchanged version whose checksum is another one, or none any more: never to be taken over.
    std::vector<std::string> suspicious;
};

/// `before` may be empty or unreadable: then everything is new.
Result<LockfileChange> compareLockfiles(std::string_view before, std::string_view after);

Json toJson(const LockfileChange& change);

} // namespace signalbox::agents
