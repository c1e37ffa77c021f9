// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checkpointrepository.h"

#include "core/store/checkpointrows.h"

#include <nlohmann/json.hpp>

namespace signalbox::store {

namespace {

constexpr std::string_view kList = "SELECT number, at, nodes FROM checkpoint WHERE run = ?1 ORDER BY number";
constexpr std::string_view kFind = "SELECT number, at, waits, nodes, frontier FROM checkpoint"
                                   " WHERE run = ?1 AND number = ?2";
constexpr std::string_view kNewest = "SELECT checkpoint, waits, frontier FROM run WHERE id = ?1";
constexpr std::string_view kAnswers = "SELECT token, answer FROM wait WHERE run = ?1 AND answer IS NOT NULL";

std::vector<std::string> names(const Json& json)
{
    return fieldOr<std::vector<std::string>>(Json{{"nodes", json}}, "nodes", {});
}

/// All but the state.
Result<StoredCheckpoint> readHead(Connection& connection, RunId run, std::int64_t number)
{
    const auto read = [&](const Cursor& row) -> Result<StoredCheckpoint> {
        const auto nodes = row.json(3);
        auto frontier = row.json(4);
        if (!nodes || !frontier)
            return unreadable(connection, run);
        StoredCheckpoint checkpoint;
        checkpoint.number = row.integer(0);
        checkpoint.at = row.time(1);
        checkpoint.waits = row.integer(2);
        checkpoint.nodes = names(*nodes);
        checkpoint.frontier = *std::move(frontier);
        return checkpoint;
    };
    auto head = firstOf<StoredCheckpoint>(connection.query(kFind, run, number), read);
    if (!head)
        return head.error();
    return *head ? Result<StoredCheckpoint>(**std::move(head)) : noCheckpoint(connection, run, number);
}

Result<StoredCheckpoint> readWhole(Connection& connection, RunId run, std::int64_t number)
{
    auto checkpoint = readHead(connection, run, number);
    if (!checkpoint)
        return checkpoint;
    auto state = readState(connection, run, number);
    if (!state)
        return state.error();
    checkpoint->state = *std::move(state);
    return checkpoint;
}

struct Present {
    std::int64_t number = 0;
    std::int64_t waits = 0;
    Json frontier; // null: that of the checkpoint
};

Result<Present> readPresent(Connection& connection, RunId run)
{
    const auto read = [](const Cursor& row) -> Result<Present> {
        Present present{row.integer(0), row.integer(1), Json()};
        if (row.isNull(2))
            return present;
        auto frontier = row.json(2);
        if (!frontier)
            return frontier.error();
        present.frontier = *std::move(frontier);
        return present;
    };
    auto present = firstOf<Present>(connection.query(kNewest, run), read);
    if (!present)
        return present.error();
    if (!*present)
        return Error{ErrorCode::NotFound, "there is no run " + std::to_string(run.value)};
    return **std::move(present);
}

} // namespace

Result<std::vector<CheckpointHead>> CheckpointRepository::list(RunId run)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return collect<CheckpointHead>((*connection)->query(kList, run), [](const Cursor& row) -> Result<CheckpointHead> {
        const auto nodes = row.json(2);
        if (!nodes)
            return nodes.error();
        return CheckpointHead{row.integer(0), row.time(1), names(*nodes)};
    });
}

Result<Json> CheckpointRepository::stateAt(RunId run, std::int64_t number)
{
    auto checkpoint = at(run, number);
    if (!checkpoint)
        return checkpoint.error();
    return std::move(checkpoint->state);
}

Result<StoredCheckpoint> CheckpointRepository::at(RunId run, std::int64_t number)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return readWhole(**connection, run, number);
}

Result<StoredCheckpoint> CheckpointRepository::newest(RunId run)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    auto present = readPresent(**connection, run);
    if (!present)
        return present.error();
    auto checkpoint = readWhole(**connection, run, present->number);
    if (!checkpoint)
        return checkpoint;
    checkpoint->waits = present->waits;
    if (!present->frontier.is_null())
        checkpoint->frontier = std::move(present->frontier);
    return checkpoint;
}

Result<std::map<std::string, Json>> CheckpointRepository::answeredWaits(RunId run)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    std::map<std::string, Json> answers;
    const auto keep = [&](const Cursor& row) -> Result<bool> {
        auto answer = row.json(1);
        if (!answer)
            return answer.error();
        return answers.emplace(row.text(0), *std::move(answer)).second;
    };
    if (auto rows = collect<bool>((*connection)->query(kAnswers, run), keep); !rows)
        return rows.error();
    return answers;
}

} // namespace signalbox::store
