// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/watching.h"

#include "core/host/forges.h"
#include "core/store/processowner.h"
#include "core/store/wakeups.h"

#include <algorithm>

namespace signalbox::host {

namespace {

constexpr int kMostAwaited = 100; // of one line, in one look

/// Runs of the line whose end somebody waits for.
std::vector<std::pair<ci::RunRef, int>> awaitedOf(store::Database& database, const std::string& line)
{
    const std::string before = ci::finishedEvent({line, ""}, 0); // LINE//0
    const auto events = store::WakeUps(database).openEvents(before.substr(0, before.size() - 2), kMostAwaited);
    std::vector<std::pair<ci::RunRef, int>> awaited;
    if (!events) // the store is told of elsewhere
        return awaited;
    for (const std::string& event : *events) {
        auto attempt = ci::attemptOf(event);
        if (!attempt || attempt->first.line != line)
            break;
        awaited.push_back(*std::move(attempt));
    }
    return awaited;
}

} // namespace

Watching::Watching(Scene scene)
    : m_scene(std::move(scene)),
      m_gates({.database = m_scene.database,
               .clock = m_scene.clock,
               .gate = m_scene.remotes.gates(),
               .standing
               = [this](const ci::RunRef& run,
                        std::stop_token stop) { return m_scene.remotes.of(run.line).standing(run, std::move(stop)); },
               .ask = m_scene.ask,
               .report = m_scene.report}),
      m_catchUp(catchUpScene()),
      m_watch(watchScene()),
      m_inbox(inboxScene())
{
}

RemoteWatch::Scene Watching::watchScene()
{
    return {.clock = m_scene.clock,
            .lines =
                [this, told = std::string()]() mutable {
                    const auto read = m_scene.workspace.readAgain();
                    const std::string fault = read ? std::string() : read.error().detail;
                    if (std::exchange(told, fault) != fault && !read) // every turn would be too often
                        m_scene.report(read.error());
                    std::vector<RemoteWatch::Line> lines;
                    const auto workspace = m_scene.workspace.now();
                    for (const auto& [name, remote] : workspace->remotes)
                        lines.push_back({name, remote.since, remote.api});
                    return lines;
                },
            .newest
            = [this](const std::string& line, int count,
                     std::stop_token stop) { return m_scene.remotes.of(line).newest(line, count, std::move(stop)); },
            .standing
            = [this](const ci::RunRef& run,
                     std::stop_token stop) { return m_scene.remotes.of(run.line).standing(run, std::move(stop)); },
            .waiting = [this](const std::string& line,
                              std::stop_token stop) { return m_scene.remotes.of(line).waiting(line, std::move(stop)); },
            .lastLook = [this](const std::string& line) { return store::LookRepository(m_scene.database).last(line); },
            .keepLook
            = [this](const std::string& line,
                     const store::Look& look) { return store::LookRepository(m_scene.database).keep(line, look); },
            .hasTimedOut = [this](const ci::RunRef& run, std::stop_token stop) -> Result<bool> {
                if (m_scene.remotes.forge(run.line).isGitLab) // which says so itself
                    return false;
                const auto whole = m_scene.remotes.of(run.line).run(run, std::move(stop));
                return whole ? Result<bool>(whole->conclusion == ci::Conclusion::TimedOut) : whole.error();
            },
            .counted = [this] { return m_scene.remotes.counted(); },
            .awaited = [this](const std::string& line) { return awaitedOf(m_scene.database, line); },
            .failed = m_scene.heal,
            .gates = [this](const std::string& line, const auto& runs,
                            std::stop_token stop) { return m_gates.look(line, runs, std::move(stop)); },
            // At the second look after a silence: first, how all lines stand is seen with what requests there are.
            .catchUp = [this, waiting = std::set<std::string>()](const RemoteWatch::Line& line,
                                                                 std::stop_token stop) mutable -> Result<bool> {
                if (waiting.insert(line.name).second)
                    return Error{ErrorCode::Conflict, "the other lines are looked at first"};
                auto done = m_catchUp.look(line, std::move(stop));
                if (done && *done)
                    waiting.erase(line.name);
                return done;
            },
            .looked = [this](const std::string& line, const Result<void>& look) { looked(line, look); },
            .ended = m_scene.wake,
            .report = m_scene.report};
}

CatchUp::Scene Watching::catchUpScene()
{
    return {.database = m_scene.database,
            .clock = m_scene.clock,
            .hooksOf = [this](const std::string& line) -> Result<std::optional<net::GitHubHooks>> {
                if (m_scene.remotes.forge(line).isGitLab)
                    return std::optional<net::GitHubHooks>();
                auto place = m_scene.remotes.placeOf(line);
                if (!place)
                    return place.error();
                return std::optional(net::GitHubHooks(m_scene.remotes.outgoing().client(), *std::move(place)));
            },
            .came = [this] { m_inbox.wake(); }};
}

store::LookedAt Watching::placeOf(const std::string& line) const
{
    const auto workspace = m_scene.workspace.now();
    const auto found = workspace->remotes.find(line);
    if (found == workspace->remotes.end()) // it has just been removed
        return {.line = line, .server = {}, .name = {}, .lines = {}, .by = store::thisProcess()};
    const std::string& api = found->second.api;
    store::LookedAt place{.line = line,
                          .server = api,
                          .name = forgeOf(found->second.provider)->nameOf(api),
                          .lines = {},
                          .by = store::thisProcess()};
    for (const auto& [name, remote] : workspace->remotes) {
        if (remote.api == api)
            place.lines.push_back(name);
    }
    return place;
}

void Watching::looked(const std::string& line, const Result<void>& look)
{
    store::ConnectionRepository connections(m_scene.database);
    const UtcTime now = m_scene.clock.now();
    const store::LookedAt place = placeOf(line);
    const auto noted = look ? connections.wentWell(place, now) : connections.failed(place, look.error(), now);
    if (!noted)
        m_scene.report(noted.error());
    const std::lock_guard lock(m_mutex);
    if (look) {
        m_answered[line] = now;
        m_unauthorized.erase(line);
    } else if (look.error().code == ErrorCode::Unauthorized) {
        m_unauthorized.insert(line);
    }
}

std::set<std::string> Watching::unauthorized() const
{
    const std::lock_guard lock(m_mutex);
    return m_unauthorized;
}

std::optional<UtcTime> Watching::answered(const std::string& line) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_answered.find(line);
    return at == m_answered.end() ? std::nullopt : std::optional(at->second);
}

void Watching::lookNow(const std::string& line, std::function<void(const Result<void>& look)> told)
{
    if (m_scene.workspace.now()->remotes.contains(line))
        m_watch.lookNow(line, std::move(told));
    else
        told({});
}

Inbox::Scene Watching::inboxScene()
{
    return {
        .database = m_scene.database,
        .clock = m_scene.clock,
        .hasLines =
            [this](const std::string& source) {
                const auto workspace = m_scene.workspace.now();
                return std::ranges::any_of(workspace->remotes,
                                           [&](const auto& entry) { return entry.second.provider == source; });
            },
        .lineOf = [this](const std::string& source, const std::string& repository) -> std::optional<RemoteWatch::Line> {
            const auto workspace = m_scene.workspace.now();
            const auto found = std::ranges::find_if(workspace->remotes, [&](const auto& entry) {
                return entry.second.provider == source && net::isSameRepository(entry.second.repository, repository);
            });
            if (found == workspace->remotes.end())
                return std::nullopt;
            return RemoteWatch::Line{found->first, found->second.since};
        },
        .failed = m_scene.heal,
        .changed = [this](const std::string& line) { m_watch.hint(line); },
        .report = m_scene.report};
}

void Watching::receiveFromGitHub(bool receives)
{
    m_catchUp.receive(receives);
    if (receives)
        m_watch.catchUp();
}

void Watching::start()
{
    m_watch.start();
    m_inbox.start();
}

void Watching::stop()
{
    m_inbox.stop();
    m_watch.stop();
}

} // namespace signalbox::host
