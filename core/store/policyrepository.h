// SPDX-License-Identifier: GPL-3.0-or-later
// The policy that is in force for each line, and the automatic actions taken under it.
//
// Thread  any but the store thread; what changes blocks on the writer
// Errors  Conflict (the policy in force has changed meanwhile), Io
// Disk    schema.md, policy and action
#pragma once

#include "core/store/act.h"
#include "core/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox::store {

/// A policy that was accepted, as gate::toJson() text.
struct AcceptedPolicy {
    std::string line;
    std::string rules;
    std::string acceptedBy; // a person, or "signalbox" where nothing became looser
    UtcTime acceptedAt;
};

/// One automatic action; (run, key) names it, so that it counts once however often it is asked for.
struct AutomaticAction {
    std::string line;
    RunId run;
    std::string key; // "fix:2"
    UtcTime at;
};

class PolicyRepository {
public:
    explicit PolicyRepository(Database& database) : m_database(database) { }

    Result<std::optional<AcceptedPolicy>> accepted(const std::string& line);
    Result<std::vector<AcceptedPolicy>> list(); // by line
    /// Takes the place of `before`, the rules in force that it was compared with; nothing: there were none.
    Result<void> accept(const AcceptedPolicy& policy, const std::optional<std::string>& before,
                        const std::string& reason);

    Result<int> actionsSince(const std::string& line, UtcTime since);
    /// Counts the action where fewer than `limit` were taken in the hour before it. Of several processes that ask for
    /// the last one, one gets it.
    Result<bool> takeAction(const AutomaticAction& action, int limit);

private:
    Database& m_database; // outlives this
};

} // namespace signalbox::store
