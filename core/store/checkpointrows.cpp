// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checkpointrows.h"

#include "core/store/checkpointtext.h"
#include "core/store/sqlerror.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

namespace {

constexpr std::string_view kStates
    = "SELECT whole, state, number FROM checkpoint WHERE run = ?1 AND number <= ?2 AND number >="
      " (SELECT number FROM checkpoint WHERE run = ?1 AND number <= ?2 AND whole = 1 ORDER BY number DESC LIMIT 1)"
      " ORDER BY number";
constexpr std::string_view kNewest = "SELECT checkpoint FROM run WHERE id = ?1";

} // namespace

Error noCheckpoint(Connection& connection, RunId run, std::int64_t number)
{
    const std::string name = "run " + std::to_string(run.value);
    const auto newest = connection.number(kNewest, run);
    if (newest && number >= 0 && number < *newest)
        return {ErrorCode::NotFound,
                "checkpoint " + std::to_string(number) + " of " + name
                    + " is not kept any more, as the run ended long ago; see signalboxctl runs show "
                    + std::to_string(run.value)};
    return {ErrorCode::NotFound, name + " has no checkpoint " + std::to_string(number)};
}

Error unreadable(const Connection& connection, RunId run)
{
    return damaged(connection.path(), "a checkpoint of run " + std::to_string(run.value) + " cannot be read");
}

Result<Json> readState(Connection& connection, RunId run, std::int64_t number)
{
    Json state;
    std::int64_t reached = -1;
    const auto apply = [&](const Cursor& row) -> Result<bool> {
        auto stored = row.json(1);
        if (!stored)
            return stored.error();
        reached = row.integer(2);
        const bool whole = row.integer(0) != 0;
        if (whole)
            state = *std::move(stored);
        else if (!applyDifference(state, *stored))
            return unreadable(connection, run);
        return whole;
    };
    if (auto rows = collect<bool>(connection.query(kStates, run, number), apply); !rows)
        return rows.error();
    return reached == number ? Result<Json>(std::move(state)) : Result<Json>(noCheckpoint(connection, run, number));
}

} // namespace signalbox::store
