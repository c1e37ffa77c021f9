// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/githublogs.h"

#include <algorithm>

namespace signalbox::net {

namespace {

constexpr std::chrono::minutes kUntilLogIsThere{2}; // after its job has ended
constexpr int kLinks = 2; // links to a log that are asked for: each is good for a minute
constexpr std::ptrdiff_t kMany = 3; // failed jobs of an attempt
constexpr int kAlone = 2; // logs of an attempt that are fetched each by its own link before all are
constexpr std::chrono::minutes kKept{10};
constexpr std::size_t kMostKept = 3; // attempts

std::string nameOf(const GitHubApi& api, const GitHubLogs::Wanted& wanted)
{
    return "run " + wanted.run + " of " + api.place().repository;
}

std::string keyOf(const GitHubApi& api, const GitHubLogs::Wanted& wanted)
{
    return api.place().api + '\n' + api.place().repository + '\n' + wanted.run + '\n' + std::to_string(wanted.attempt);
}

/// Asks for a link and follows it; where it leads, it may be too old: then the next one is new.
Result<HttpAnswer> followed(GitHubApi& api, const GitHubApi::Request& request, const std::stop_token& stop)
{
    Result<HttpAnswer> answer = Error{};
    for (int links = 0; links < kLinks; ++links) {
        answer = api.send(request, stop);
        if (!answer || answer->status == 200 || !answer->isElsewhere)
            break;
    }
    return answer;
}

Error keptElsewhere(const HttpAnswer& answer, const std::string& about)
{
    return {ErrorCode::Network,
            "where GitHub keeps " + about + ", " + std::to_string(answer.status)
                + " is answered; it is asked again later"};
}

bool hasEnded(const GitHubLogs::Wanted& wanted)
{
    return std::ranges::all_of(wanted.jobs, [](const GitHubJob& one) { return one.job.phase == ci::Phase::Finished; });
}

/// It is not for want of a right, and another request may be answered.
bool mayStandInArchive(const Error& refused)
{
    return refused.code == ErrorCode::NotFound || refused.code == ErrorCode::Network;
}

} // namespace

Result<void> GitHubLogs::read(GitHubApi& api, const Wanted& wanted, const LogArchive::Sink& sink,
                              const std::stop_token& stop)
{
    const std::string attempt = keyOf(api, wanted);
    const bool fromArchive = hasEnded(wanted) && isArchiveBetter(attempt, wanted);
    if (fromArchive) {
        auto read = readFromArchive(api, wanted, sink, stop);
        if (read || read.error().code == ErrorCode::Cancelled)
            return read;
    }
    bool given = false;
    const Alone alone = readAlone(
        api, wanted,
        [&](std::string_view piece) {
            given = true;
            sink(piece);
        },
        stop);
    if (alone.read) {
        const std::lock_guard lock(m_mutex);
        ++keptOf(attempt).alone;
        return {};
    }
    if (fromArchive || given || !hasEnded(wanted) || !mayStandInArchive(alone.read.error()))
        return alone.read;
    const auto read = readFromArchive(api, wanted, sink, stop);
    return read ? read : refusal(alone, read.error());
}

/// Of a log that neither way has given.
Error GitHubLogs::refusal(const Alone& alone, const Error& archive)
{
    const Error& why = alone.read.error();
    const bool isLater = archive.code == ErrorCode::Network || archive.code == ErrorCode::Timeout;
    if (archive.code == ErrorCode::NotFound)
        return alone.mayCome ? Error{why.code, why.detail + ", and " + archive.detail} : why;
    return isLater && why.code == ErrorCode::Network && !alone.mayCome ? why : archive;
}

GitHubLogs::Alone GitHubLogs::readAlone(GitHubApi& api, const Wanted& wanted, const LogArchive::Sink& sink,
                                        const std::stop_token& stop) const
{
    const ci::Job& job = wanted.job.job;
    const GitHubApi::Request request{.path = "/actions/jobs/" + std::to_string(wanted.job.id) + "/logs",
                                     .about = "the log of job " + job.name + " of " + nameOf(api, wanted),
                                     .sink = sink};
    const auto answer = followed(api, request, stop);
    if (!answer)
        return {answer.error()};
    if (answer->status == 200)
        return {Result<void>()};
    if (answer->isElsewhere)
        return {keptElsewhere(*answer, request.about)};
    if (answer->status == 404 && job.phase != ci::Phase::Finished)
        return {Error{ErrorCode::Conflict, request.about + " is not there before the job has ended"}};
    if (answer->status == 404 && m_clock.now() - job.finishedAt.value_or(UtcTime()) < kUntilLogIsThere)
        return {Error{ErrorCode::Network, request.about + " is not there yet: the job has just ended"}, true};
    return {api.refusal(*answer, request)};
}

/// The archive of an attempt in which many failed, once some of its logs were read; or one that is here anyway.
bool GitHubLogs::isArchiveBetter(const std::string& attempt, const Wanted& wanted)
{
    const auto failed = std::ranges::count_if(wanted.jobs, [&](const GitHubJob& one) {
        return one.job.attempt == wanted.attempt && ci::isBad(one.job.conclusion);
    });
    const std::lock_guard lock(m_mutex);
    const Kept& kept = keptOf(attempt);
    return kept.archive || (failed >= kMany && kept.alone >= kAlone && !kept.fault && !kept.isSlow);
}

GitHubLogs::Kept& GitHubLogs::keptOf(const std::string& attempt)
{
    const UtcTime now = m_clock.now();
    std::erase_if(m_kept, [&](const Kept& one) { return now - one.since > kKept; });
    const auto found = std::ranges::find(m_kept, attempt, &Kept::attempt);
    if (found != m_kept.end())
        return *found;
    if (m_kept.size() == kMostKept)
        m_kept.erase(m_kept.begin());
    return m_kept.emplace_back(Kept{.attempt = attempt, .since = now});
}

Result<void> GitHubLogs::readFromArchive(GitHubApi& api, const Wanted& wanted, const LogArchive::Sink& sink,
                                         const std::stop_token& stop)
{
    const std::string attempt = keyOf(api, wanted);
    std::shared_ptr<const LogArchive> archive;
    {
        const std::lock_guard lock(m_mutex);
        const Kept& kept = keptOf(attempt);
        if (kept.fault)
            return *kept.fault;
        archive = kept.archive;
    }
    if (!archive) {
        auto fetched = fetch(api, wanted, stop);
        const std::lock_guard lock(m_mutex);
        Kept& kept = keptOf(attempt);
        if (!fetched && fetched.error().code == ErrorCode::InvalidInput)
            kept.fault = fetched.error();
        kept.isSlow = !fetched && fetched.error().code == ErrorCode::Timeout;
        if (!fetched)
            return fetched.error();
        archive = kept.archive = *std::move(fetched);
    }
    std::vector<std::string> names;
    std::ranges::transform(wanted.jobs, std::back_inserter(names), &GitHubJob::named);
    return archive->read(wanted.job.named, names, sink, stop);
}

Result<std::shared_ptr<const LogArchive>> GitHubLogs::fetch(GitHubApi& api, const Wanted& wanted,
                                                            const std::stop_token& stop) const
{
    const std::string number = std::to_string(wanted.attempt);
    const std::string about = "the log archive of attempt " + number + " of " + nameOf(api, wanted);
    auto made = UnnamedFile::make();
    if (!made)
        return made.error();
    UnnamedFile file = *std::move(made);
    std::optional<Error> fault;
    std::stop_source ended; // by us
    const std::stop_callback whenAsked(stop, [&ended] { ended.request_stop(); });
    const auto keep = [&](std::string_view piece) {
        if (fault)
            return;
        if (file.size() + piece.size() > ArchiveBounds().bytes)
            fault = Error{ErrorCode::InvalidInput,
                          about + " is larger than " + std::to_string(ArchiveBounds().bytes >> 20)
                              + " MiB, which is not read; see the run's own page"};
        else if (auto written = file.append(piece); !written)
            fault = written.error();
        if (fault)
            ended.request_stop();
    };
    const GitHubApi::Request request{
        .path = "/actions/runs/" + wanted.run + "/attempts/" + number + "/logs", .about = about, .sink = keep};
    const auto answer = followed(api, request, ended.get_token());
    if (fault)
        return *std::move(fault);
    if (!answer)
        return answer.error();
    if (answer->status != 200)
        return answer->isElsewhere ? keptElsewhere(*answer, about) : api.refusal(*answer, request);
    auto archive = LogArchive::open(std::move(file), about);
    if (!archive)
        return archive.error();
    return std::make_shared<const LogArchive>(*std::move(archive));
}

} // namespace signalbox::net
