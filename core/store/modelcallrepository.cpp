// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/modelcallrepository.h"

namespace signalbox::store {

namespace {

constexpr std::string_view kAnswer = "SELECT answer FROM model_call WHERE prompt_hash = ?1 AND model = ?2"
                                     " AND answer <> '' ORDER BY number DESC LIMIT 1";
constexpr std::string_view kSpent = "SELECT COALESCE(SUM(cost_micro_usd), 0) FROM model_call WHERE at >= ?1";
constexpr std::string_view kSpentByLine
    = "SELECT COALESCE(SUM(cost_micro_usd), 0) FROM model_call WHERE at >= ?1 AND line = ?2";
constexpr std::string_view kLastAnswered
    = "SELECT at FROM model_call WHERE model = ?1 AND tokens_out > 0 ORDER BY number DESC LIMIT 1";
constexpr std::string_view kBegin
    = "INSERT INTO model_call (at, run, line, model, prompt_hash, cost_micro_usd) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
      " RETURNING number";
constexpr std::string_view kEnd = "UPDATE model_call SET answer = ?2, tokens_in = ?3, tokens_out = ?4,"
                                  " cost_micro_usd = ?5 WHERE number = ?1";

} // namespace

Result<std::optional<std::string>> ModelCallRepository::answerTo(const std::string& promptHash,
                                                                 const std::string& model)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return firstOf<std::string>((*connection)->query(kAnswer, promptHash, model),
                                [](const Cursor& row) -> Result<std::string> { return row.text(0); });
}

Result<std::optional<std::int64_t>> ModelCallRepository::begin(const ModelCall& call, MicroUsd most,
                                                               const ModelBudget& budget)
{
    std::optional<std::int64_t> number;
    const auto written = m_database.writer().write([&](Connection& connection, Changes&) -> Result<void> {
        number.reset();
        const auto all = connection.number(kSpent, budget.from);
        if (!all)
            return all.error();
        const auto ofLine = connection.number(kSpentByLine, budget.from, call.line);
        if (!ofLine)
            return ofLine.error();
        if (most > 0 && (*all + most > budget.all || *ofLine + most > budget.line))
            return {};
        const auto begun = connection.number(kBegin, call.at, call.run, call.line, call.model, call.promptHash, most);
        if (!begun)
            return begun.error();
        number = *begun;
        return {};
    });
    return written ? Result<std::optional<std::int64_t>>(number) : written.error();
}

Result<void> ModelCallRepository::end(std::int64_t number, const ModelCallEnd& end)
{
    return m_database.writer().write([&](Connection& connection, Changes&) -> Result<void> {
        const auto ended = connection.execute(kEnd, number, end.answer, end.tokensIn, end.tokensOut, end.cost);
        return ended ? Result<void>() : Result<void>(ended.error());
    });
}

Result<std::optional<UtcTime>> ModelCallRepository::lastAnswered(const std::string& model)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return firstOf<UtcTime>((*connection)->query(kLastAnswered, model),
                            [](const Cursor& row) -> Result<UtcTime> { return row.time(0); });
}

Result<MicroUsd> ModelCallRepository::spentSince(UtcTime from)
{
    auto connection = m_database.reader();
    if (!connection)
        return connection.error();
    return (*connection)->number(kSpent, from);
}

} // namespace signalbox::store
