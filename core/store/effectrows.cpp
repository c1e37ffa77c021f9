// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/effectrows.h"

#include "core/store/sqlerror.h"

namespace signalbox::store {

namespace {

constexpr std::string_view kFind
    = "SELECT safety, intent, finished, failed, result, round FROM effect WHERE run = ?1 AND key = ?2";
constexpr std::string_view kIntent
    = "INSERT INTO effect (run, key, safety, node, intent, finished, failed, result, round, begun_at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, 'null', ?6, ?7)"
      " ON CONFLICT (run, key) DO UPDATE SET safety = excluded.safety, node = excluded.node, intent = excluded.intent,"
      " finished = 0, failed = 0, result = 'null', round = excluded.round, begun_at = excluded.begun_at, ended_at = "
      "NULL";
// Inserted where there is no intent: a run of lesser durability may tell only results.
constexpr std::string_view kResult
    = "INSERT INTO effect (run, key, safety, node, intent, finished, failed, result, round, begun_at, ended_at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8, ?9, ?9)"
      " ON CONFLICT (run, key) DO UPDATE SET finished = 1, failed = excluded.failed, result = excluded.result,"
      " round = excluded.round, ended_at = excluded.ended_at";

} // namespace

Result<std::optional<graph::EffectRecord>> readEffect(Connection& connection, RunId run, const std::string& key)
{
    auto rows = connection.query(kFind, run, key);
    if (!rows)
        return rows.error();
    const auto found = rows->next();
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<graph::EffectRecord>();
    const auto safety = safetyFromName(rows->text(0));
    auto intent = rows->json(1);
    auto result = rows->json(4);
    if (!safety || !intent || !result)
        return damaged(connection.path(),
                       "effect \"" + key + "\" of run " + std::to_string(run.value) + " cannot be read");
    graph::EffectRecord effect;
    effect.key = key;
    effect.safety = *safety;
    effect.intent = *std::move(intent);
    effect.finished = rows->integer(2) != 0;
    effect.failed = rows->integer(3) != 0;
    effect.result = *std::move(result);
    effect.round = rows->count(5);
    return std::optional(std::move(effect));
}

EffectText effectText(const graph::EffectRecord& effect, const std::string& node)
{
    return {.key = effect.key,
            .safety = safetyName(effect.safety),
            .node = node,
            .intent = dumpJson(effect.intent),
            .failed = effect.failed,
            .result = dumpJson(effect.result),
            .round = effect.round};
}

Result<void> writeIntent(Connection& connection, RunId run, const EffectText& effect, UtcTime now)
{
    const auto stored
        = connection.execute(kIntent, run, effect.key, effect.safety, effect.node, effect.intent, effect.round, now);
    return stored ? Result<void>() : Result<void>(stored.error());
}

Result<void> writeResult(Connection& connection, RunId run, const EffectText& effect, UtcTime now)
{
    const auto stored = connection.execute(kResult, run, effect.key, effect.safety, effect.node, effect.intent,
                                           effect.failed, effect.result, effect.round, now);
    return stored ? Result<void>() : Result<void>(stored.error());
}

} // namespace signalbox::store
