// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/policyrepository.h"

#include "core/store/auditlog.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

namespace {

constexpr std::string_view kAccepted = "SELECT rules, accepted_by, accepted_at, line FROM policy WHERE line = ?1";
constexpr std::string_view kList = "SELECT rules, accepted_by, accepted_at, line FROM policy ORDER BY line";
constexpr std::string_view kAccept
    = "INSERT INTO policy (line, rules, accepted_by, accepted_at) VALUES (?1, ?2, ?3, ?4)"
      " ON CONFLICT (line) DO UPDATE SET rules = excluded.rules,"
      " accepted_by = excluded.accepted_by, accepted_at = excluded.accepted_at";
constexpr std::string_view kActions = "SELECT COUNT(*) FROM action WHERE line = ?1 AND at > ?2";
constexpr std::string_view kTaken = "SELECT COUNT(*) FROM action WHERE run = ?1 AND key = ?2";
constexpr std::string_view kTake = "INSERT INTO action (run, key, line, at) VALUES (?1, ?2, ?3, ?4)";

Result<AcceptedPolicy> readRow(const Cursor& row)
{
    return AcceptedPolicy{
        .line = row.text(3), .rules = row.text(0), .acceptedBy = row.text(1), .acceptedAt = row.time(2)};
}

Result<std::optional<AcceptedPolicy>> readAccepted(Connection& connection, const std::string& line)
{
    return firstOf<AcceptedPolicy>(connection.query(kAccepted, line), readRow);
}

} // namespace

Result<std::optional<AcceptedPolicy>> PolicyRepository::accepted(const std::string& line)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return readAccepted(**connection, line);
}

Result<std::vector<AcceptedPolicy>> PolicyRepository::list()
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<AcceptedPolicy>((*connection)->query(kList), readRow);
}

Result<void> PolicyRepository::accept(const AcceptedPolicy& policy, const std::optional<std::string>& before,
                                      const std::string& reason)
{
    return m_database.writer().write([&](Connection& connection, Changes& changes) -> Result<void> {
        const auto inForce = readAccepted(connection, policy.line);
        if (!inForce)
            return inForce.error();
        const auto rules = *inForce ? std::optional((*inForce)->rules) : std::nullopt;
        if (rules == policy.rules)
            return {}; // another process was as fast
        if (rules != before)
            return Error{ErrorCode::Conflict, "the policy of " + policy.line + " has changed meanwhile"};
        const auto stored
            = connection.execute(kAccept, policy.line, policy.rules, policy.acceptedBy, policy.acceptedAt);
        if (!stored)
            return stored.error();
        const auto json = parseJson(policy.rules);
        return appendAudit(connection, changes,
                           {.at = policy.acceptedAt,
                            .actor = policy.acceptedBy,
                            .action = "policy_accepted",
                            .subject = "policy of " + policy.line,
                            .line = policy.line,
                            .reason = reason,
                            .evidenceHash = {},
                            .data = dumpJson({{"rules", json ? *json : Json()},
                                              {"first", !before.has_value()},
                                              {"not_looser", policy.acceptedBy == kSystemActor}})});
    });
}

Result<int> PolicyRepository::actionsSince(const std::string& line, UtcTime since)
{
    const auto reader = m_database.reader();
    if (!reader)
        return reader.error();
    const auto count = (*reader)->number(kActions, line, since);
    if (!count)
        return count.error();
    return static_cast<int>(*count);
}

Result<bool> PolicyRepository::takeAction(const AutomaticAction& action, int limit)
{
    bool taken = false;
    const auto written = m_database.writer().write([&](Connection& connection, Changes&) -> Result<void> {
        const auto before = connection.number(kTaken, action.run, action.key);
        if (!before)
            return before.error();
        if (*before > 0) {
            taken = true; // a step that runs again after a crash
            return {};
        }
        const auto used = connection.number(kActions, action.line, action.at - std::chrono::hours(1));
        if (!used)
            return used.error();
        if (*used >= limit)
            return {};
        taken = true;
        const auto stored = connection.execute(kTake, action.run, action.key, action.line, action.at);
        return stored ? Result<void>() : Result<void>(stored.error());
    });
    if (!written)
        return written.error();
    return taken;
}

} // namespace signalbox::store
