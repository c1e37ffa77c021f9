// SPDX-License-Identifier: GPL-3.0-or-later
// What would end a conflict of peer dependencies, from what npm says of it.
//
// Thread  any: pure; the log is other people's: nothing of it is taken that is not a name or a range
// Source  npm 7 and later, "ERESOLVE"; https://docs.npmjs.com/cli/v10/configuring-npm/package-json#dependencies
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signalbox::agents {

struct ConflictRemedy {
    std::string package; // that the project depends on itself
    std::string range; // to install it in: "latest", "^1.0.0"
    std::string declared; // the range that package.json has now: "^2.0.0"
    std::string clash; // what cannot be had: "money@^1.0.0, a peer of theme@1.0.0"

    bool isPin() const { return range != "latest"; }
};

/// The newest of what wants the peer, before the peer as it is wanted. `manifest`: package.json.
std::vector<ConflictRemedy> conflictRemedies(std::string_view log, std::string_view manifest);

} // namespace signalbox::agents
