// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/runreading.h"

#include "core/store/sqlerror.h"

namespace signalbox::store {

namespace {

/// Overwrites `run`, whose room is used again.
Result<void> readHead(const Cursor& row, const std::string& path, RunHead& run)
{
    const auto phase = phaseFromName(row.utf8(3));
    const auto acting = actingFromName(row.utf8(5));
    run.facts = row.utf8(7);
    const bool isObject = run.facts.starts_with('{') && run.facts.ends_with('}');
    if (!phase || !acting || !isObject)
        return damaged(path, "run " + row.text(0) + " cannot be read");
    run.id = {row.integer(0)};
    run.agent = row.utf8(1);
    run.line = row.utf8(2);
    run.phase = *phase;
    run.step = row.utf8(4);
    run.acting = *acting;
    run.failure = row.utf8(6);
    run.checkpoint = row.integer(8);
    run.createdAt = row.time(9);
    run.startedAt = row.maybeTime(10);
    run.finishedAt = row.maybeTime(11);
    run.approval = row.isNull(12) ? std::nullopt : std::optional(ApprovalId{row.integer(12)});
    run.origin.reset();
    if (!row.isNull(13))
        run.origin = graph::Origin{{row.integer(13)}, row.integer(14)};
    return {};
}

} // namespace

Result<RunRow> readRow(const Cursor& row, const std::string& path)
{
    RunRow run;
    if (auto head = readHead(row, path, run); !head)
        return head.error();
    const auto durability = durabilityFromName(row.utf8(17));
    if (!durability)
        return damaged(path, "run " + row.text(0) + " cannot be read");
    run.subject = row.utf8(15);
    run.graphVersion = row.count(16);
    run.durability = *durability;
    run.cancelAsked = row.integer(18) != 0;
    run.leaseOwner = row.utf8(19);
    run.changedSeq = row.integer(20);
    return run;
}

Result<void> visitNewest(Cursor& left, Cursor* right, const RunVisit& visit)
{
    RunHead run;
    auto leftHas = left.next();
    Result<bool> rightHas = right ? right->next() : Result<bool>(false);
    for (int given = 0; given < visit.limit; ++given) {
        if (!leftHas || !rightHas)
            return leftHas ? rightHas.error() : leftHas.error();
        if (!*leftHas && !*rightHas)
            return {};
        const bool isLeft = *leftHas && (!*rightHas || left.integer(0) > right->integer(0));
        Cursor& next = isLeft ? left : *right;
        if (auto read = readHead(next, visit.path, run); read)
            visit.each(run);
        else if (visit.unreadable)
            visit.unreadable->push_back({next.integer(0)});
        else
            return read;
        (isLeft ? leftHas : rightHas) = next.next();
    }
    return {};
}

Result<std::vector<RunRow>> readSound(Result<Cursor> rows, const std::string& path)
{
    if (!rows)
        return rows.error();
    std::vector<RunRow> runs;
    for (;;) {
        const auto has = rows->next();
        if (!has)
            return has.error();
        if (!*has)
            return runs;
        if (auto run = readRow(*rows, path))
            runs.push_back(*std::move(run));
    }
}

} // namespace signalbox::store
