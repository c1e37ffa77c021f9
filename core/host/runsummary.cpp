// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/runsummary.h"

#include "core/base/jsonmembers.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr int kMostExpected = 200; // runs for which room is made beforehand

/// Where a fact that is a text stands; null for every other.
std::string* textOf(RunSummary& run, std::string_view fact)
{
    if (fact == "number")
        return &run.number;
    if (fact == "branch")
        return &run.branch;
    if (fact == "commit")
        return &run.commit;
    if (fact == "trigger")
        return &run.trigger;
    if (fact == "outcome")
        return &run.outcome;
    if (fact == "failure_class")
        return &run.failureClass;
    if (fact == "job")
        return &run.job;
    return fact == "fix" ? &run.fix : nullptr;
}

/// `[{"line", "text"}, …]`, the cause first.
void addCause(RunSummary& run, std::string_view lines)
{
    if (!lines.starts_with('['))
        return;
    const std::string_view first = lines.substr(1);
    run.rootCause = jsonText(jsonMember(first, "text"));
    run.rootCauseLine = jsonInteger(jsonMember(first, "line"), 0);
}

void addFacts(RunSummary& run, std::string_view facts)
{
    JsonMembers members(facts);
    for (auto fact = members.next(); fact; fact = members.next()) {
        if (std::string* text = textOf(run, fact->name))
            *text = jsonText(fact->value);
        else if (fact->name == "attempt")
            run.attempts = static_cast<int>(jsonInteger(fact->value, 1));
        else if (fact->name == "root_cause")
            addCause(run, fact->value);
    }
}

void fill(const store::RunHead& row, RunSummary& out)
{
    out.id = row.id;
    out.agent = row.agent;
    out.line = row.line;
    out.state = static_cast<RunState>(row.phase);
    out.step = row.step;
    out.checkpoints = static_cast<int>(row.checkpoint) + 1;
    out.startedAt = row.startedAt.value_or(row.createdAt);
    out.finishedAt = row.finishedAt;
    out.approval = row.approval;
    out.failure = row.failure;
    out.origin = row.origin;
    out.rehearsal = row.acting == graph::Acting::Rehearsal;
    addFacts(out, row.facts);
}

} // namespace

RunSummary summaryOf(const store::RunHead& row)
{
    RunSummary out;
    fill(row, out);
    return out;
}

Result<std::vector<RunSummary>> summaries(store::Database& database, const store::RunFilter& filter,
                                          std::vector<RunId>* unreadable)
{
    std::vector<RunSummary> runs;
    runs.reserve(static_cast<std::size_t>(std::clamp(filter.limit, 0, kMostExpected)));
    const auto visited = store::RunRepository(database).visit(
        filter, [&](const store::RunHead& row) { fill(row, runs.emplace_back()); }, unreadable);
    return visited ? Result<std::vector<RunSummary>>(std::move(runs)) : visited.error();
}

} // namespace signalbox::host
