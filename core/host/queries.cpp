// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/queries.h"

#include "core/agents/npminstall.h"
#include "core/base/jsonmembers.h"
#include "core/host/npmjobs.h"
#include "core/host/runsummary.h"
#include "core/store/approvalrepository.h"
#include "core/store/checkpointrepository.h"
#include "core/store/holdrepository.h"
#include "core/store/runrepository.h"

#include <algorithm>

namespace signalbox::host {

namespace {

std::vector<TriedFix> triedIn(const Json& state)
{
    std::vector<TriedFix> out;
    const Json tried = fieldOr<Json>(state, "fixes_tried", Json::array());
    for (const Json& fix : tried) {
        out.push_back({.action = fieldOr<std::string>(fix, "action", {}),
                       .safety = fieldOr<std::string>(fix, "safety", {}),
                       .attempt = static_cast<int>(fieldOr<std::int64_t>(fix, "attempt", 0)),
                       .outcome = fieldOr<std::string>(fix, "outcome", {}),
                       .took = Milliseconds(fieldOr<std::int64_t>(fix, "took_ms", 0))});
    }
    return out;
}

std::vector<std::int64_t> causeLines(const Json& diagnosis)
{
    std::vector<std::int64_t> lines;
    const Json cause = fieldOr<Json>(diagnosis, "root_cause", Json::array());
    for (const Json& line : cause)
        lines.push_back(fieldOr<std::int64_t>(line, "line", 0));
    return lines;
}

constexpr int kEventsAtOnce = 500;
constexpr int kApprovalsShown = 500;

EventRow eventRow(const store::StoredEvent& event)
{
    return {event.seq, event.at, event.type, event.node, event.checkpoint, event.data};
}

template <typename Out, typename In, typename Make>
Result<std::vector<Out>> mapped(const Result<std::vector<In>>& rows, Make make)
{
    if (!rows)
        return rows.error();
    std::vector<Out> out;
    out.reserve(rows->size());
    std::ranges::transform(*rows, std::back_inserter(out), make);
    return out;
}

} // namespace

Result<std::vector<RunSummary>> Queries::runs(int limit, const std::string& line, RunId before)
{
    store::RunFilter filter;
    filter.limit = limit;
    filter.line = line;
    filter.before = before;
    return summaries(m_sources.database, filter);
}

Result<Readable<RunSummary, RunId>> Queries::readableRuns()
{
    store::RunFilter filter;
    filter.limit = kNewestRuns;
    Readable<RunSummary, RunId> found;
    auto runs = summaries(m_sources.database, filter, &found.unreadable);
    if (!runs)
        return runs.error();
    found.values = *std::move(runs);
    if (found.values.size() + found.unreadable.size() < std::size_t(kNewestRuns))
        return found;
    filter.before = found.values.empty() ? RunId() : found.values.back().id;
    filter.areOpen = true; // whoever waits for a person is shown however old it is
    auto open = summaries(m_sources.database, filter, &found.unreadable);
    if (!open)
        return open.error();
    found.values.insert(found.values.end(), std::make_move_iterator(open->begin()),
                        std::make_move_iterator(open->end()));
    return found;
}

Result<OlderRuns> Queries::olderRuns(RunId before, int limit)
{
    store::RunFilter filter;
    filter.before = before;
    filter.limit = limit;
    OlderRuns older{.before = before, .runs = {}, .oldest = before};
    std::vector<RunId> unreadable;
    auto runs = summaries(m_sources.database, filter, &unreadable);
    if (!runs)
        return runs.error();
    older.runs = *std::move(runs);
    older.hasMore = static_cast<int>(older.runs.size() + unreadable.size()) >= limit;
    if (!older.runs.empty())
        older.oldest = older.runs.back().id;
    for (const RunId damaged : unreadable)
        older.oldest = std::min(older.oldest, damaged);
    return older;
}

Result<std::vector<RunSummary>> Queries::runsChangedSince(std::int64_t& seq)
{
    const auto rows = store::RunRepository(m_sources.database).changedSince(seq, 1000);
    if (rows && !rows->empty())
        seq = std::max(seq, rows->back().changedSeq);
    return mapped<RunSummary>(rows, summaryOf);
}

Result<std::int64_t> Queries::lastChange()
{
    return store::RunRepository(m_sources.database).lastChange();
}

Result<RunSummary> Queries::summary(RunId run)
{
    const auto row = store::RunRepository(m_sources.database).find(run);
    if (!row)
        return row.error();
    return summaryOf(*row);
}

Result<RunDetail> Queries::run(RunId run)
{
    RunPart part;
    return this->run(run, part);
}

Result<RunDetail> Queries::run(RunId run, RunPart& part)
{
    const auto row = store::RunRepository(m_sources.database).find(run);
    if (!row)
        return row.error();
    auto newest = store::CheckpointRepository(m_sources.database).newest(run);
    if (!newest)
        return newest.error();
    auto heads = checkpoints(run);
    if (!heads)
        return heads.error();
    if (const auto read = readOn(run, part); !read)
        return read.error();
    RunDetail out;
    out.summary = summaryOf(*row);
    if (const auto graph = m_sources.graphs.find(row->agent); graph != m_sources.graphs.end())
        out.drawing = graph->second->drawing();
    out.checkpoints = *std::move(heads);
    std::erase_if(out.checkpoints, [&part](const CheckpointRow& head) { return !part.holds(head.number); });
    out.events = part.events();
    out.earlier = part.earlier();
    out.later = part.isEnough();
    out.tried = triedIn(newest->state);
    out.maxAttempts = static_cast<int>(fieldOr<std::int64_t>(newest->state, "max_attempts", 0));
    out.state = std::move(newest->state);
    if (row->agent == agents::kNpmInstall) { // never long: a few calls
        const auto told = events(run);
        if (!told)
            return told.error();
        for (NpmJob& call : npmJobsIn(*told))
            out.jobs.push_back(std::move(call.job));
    } else if (auto pipeline = m_sources.pipeline({out.summary.line, out.summary.number})) {
        out.jobs = std::move(pipeline->jobs);
    }
    return out;
}

Result<Json> Queries::stateAt(RunId run, std::int64_t checkpoint)
{
    return store::CheckpointRepository(m_sources.database).stateAt(run, checkpoint);
}

Result<std::vector<CheckpointRow>> Queries::checkpoints(RunId run)
{
    return mapped<CheckpointRow>(store::CheckpointRepository(m_sources.database).list(run),
                                 [](const store::CheckpointHead& head) {
                                     return CheckpointRow{head.number, head.at, head.nodes};
                                 });
}

Result<void> Queries::readOn(RunId run, RunPart& part)
{
    store::RunRepository repository(m_sources.database);
    while (!part.isEnough()) {
        auto read = mapped<EventRow>(repository.events(run, part.lastSeq(), kEventsAtOnce), eventRow);
        if (!read)
            return read.error();
        const std::size_t count = read->size();
        part.take(*std::move(read));
        if (count < static_cast<std::size_t>(kEventsAtOnce))
            return {};
    }
    return {};
}

Result<std::vector<EventRow>> Queries::events(RunId run)
{
    return mapped<EventRow>(store::RunRepository(m_sources.database).events(run), eventRow);
}

Result<LogPlace> Queries::log(RunId run, const std::string& job, int attempt)
{
    const auto row = store::RunRepository(m_sources.database).find(run);
    if (!row)
        return row.error();
    const auto newest = store::CheckpointRepository(m_sources.database).newest(run);
    if (!newest)
        return newest.error();
    const Json diagnosis = fieldOr<Json>(newest->state, "diagnosis", Json::object());
    if (row->agent == agents::kNpmInstall)
        return npmLog(run, attempt, diagnosis);
    const auto file = m_sources.logFile({row->line, jsonText(jsonMember(row->facts, "number"))}, job, attempt);
    if (!file)
        return file.error();
    LogPlace place{job, attempt, *file, {}};
    const bool ours = fieldOr<std::string>(diagnosis, "job", {}) == job
        && fieldOr<std::int64_t>(diagnosis, "attempt", 0) == attempt;
    if (ours)
        place.rootCause = causeLines(diagnosis);
    return place;
}

Result<LogPlace> Queries::npmLog(RunId run, int call, const Json& diagnosis)
{
    const auto told = events(run);
    if (!told)
        return told.error();
    const std::vector<NpmJob> calls = npmJobsIn(*told);
    const auto asked = std::ranges::find(calls, call, [](const NpmJob& made) { return made.job.attempt; });
    if (asked == calls.end())
        return Error{ErrorCode::NotFound, "run " + std::to_string(run.value) + " has not called npm that often"};
    const auto file = m_sources.npmLog(run, asked->key);
    if (!file)
        return file.error();
    LogPlace place{asked->job.name, call, *file, {}};
    if (asked->key == diagnosedCall(*told))
        place.rootCause = causeLines(diagnosis);
    return place;
}

Result<std::vector<gate::Approval>> Queries::approvals()
{
    return store::ApprovalRepository(m_sources.database).list();
}

Result<Readable<gate::Approval, ApprovalId>> Queries::readableApprovals()
{
    Readable<gate::Approval, ApprovalId> found;
    auto approvals = store::ApprovalRepository(m_sources.database).list(kApprovalsShown, &found.unreadable);
    if (!approvals)
        return approvals.error();
    found.values = *std::move(approvals);
    return found;
}

Result<gate::Approval> Queries::approval(ApprovalId approval)
{
    return store::ApprovalRepository(m_sources.database).find(approval);
}

Result<std::vector<Hold>> Queries::holds()
{
    return store::HoldRepository(m_sources.database).list();
}

} // namespace signalbox::host
