// SPDX-License-Identifier: GPL-3.0-or-later
// Watches the lines that are on servers by asking how their runs stand: what a delivery tells comes sooner so, and what
// none tells comes all the same. Whatever is told how often, each run is looked after once.
//
// Thread     one of its own from start() to stop(); hint(), catchUp(), hasEnded() and laterThan(): any
// Ownership  what is in Scene outlives it
// Silence    after its beginning, a failure or a sleep, what was to be delivered meanwhile is asked for too
// Loss       nothing of the newest thousand runs of a line, however long nobody looked, nor of a run that went on when
//            it was looked at last
#pragma once

#include "core/ci/cisystem.h"
#include "core/host/pollplan.h"
#include "core/store/lookrepository.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace signalbox::host {

/// Of two numbers of runs of a line, which grow.
inline bool isLater(const std::string& number, const std::string& than)
{
    return std::pair(number.size(), std::string_view(number)) > std::pair(than.size(), std::string_view(than));
}

class RemoteWatch {
public:
    struct Line {
        std::string name;
        UtcTime since; // what had ended by then is nobody's business here
        std::string server = {}; // its address; empty: one of its own
    };
    struct Scene {
        const Clock& clock;
        std::function<std::vector<Line>()> lines;
        /// An attempt of 0 is not told: the run is asked for where it matters.
        std::function<Result<std::vector<ci::Run>>(const std::string& line, int count, std::stop_token)> newest;
        std::function<Result<ci::Run>(const ci::RunRef& run, std::stop_token)> standing;
        /// Runs of the line that wait for people there, whatever their age; asked for once.
        std::function<Result<std::vector<ci::Run>>(const std::string& line, std::stop_token)> waiting = {};
        /// What was seen of the line before this program began; and what is to be known to the next one.
        std::function<Result<std::optional<store::Look>>(const std::string& line)> lastLook = {};
        std::function<Result<void>(const std::string& line, const store::Look& look)> keepLook = {};
        /// Of a run that its system calls cancelled: whether a time limit of its own has ended it.
        std::function<Result<bool>(const ci::RunRef& run, std::stop_token)> hasTimedOut = {};
        std::function<std::int64_t()> counted; // answers that servers have counted so far
        /// Runs of the line whose end is waited for, each with its attempt.
        std::function<std::vector<std::pair<ci::RunRef, int>>(const std::string& line)> awaited;
        /// A run of the line has failed. Told of one run as often as it is seen.
        std::function<Result<void>(const ci::RunRef& run, int attempt)> failed;
        /// Runs of the line that go on, each with its attempt: what waits in them for people may be looked for.
        std::function<Result<void>(const std::string& line, const std::vector<std::pair<ci::RunRef, int>>& runs,
                                   std::stop_token)>
            gates = {};
        /// A look went well after a silence: what was told of the line meanwhile is looked for. False: there is more.
        std::function<Result<bool>(const Line& line, std::stop_token)> catchUp = {};
        /// Each look: that it went well, or what is wrong.
        std::function<void(const std::string& line, const Result<void>& look)> looked;
        std::function<void()> ended; // an end that is waited for has come
        std::function<void(const Error& error)> report; // a line cannot be looked at; told once until it can
    };

    explicit RemoteWatch(Scene scene) : m_scene(std::move(scene)) { }
    ~RemoteWatch() { stop(); }

    void start();
    void stop();

    /// Something has changed in that line.
    void hint(const std::string& line);
    /// Deliveries are received from now on: those before are asked for, as after a silence.
    void catchUp()
    {
        m_missed = true;
        hint({});
    }
    /// A person wants that line looked at now. `told` is called once, of the thread that looks: by a look that began
    /// after this, or that its server does not answer; NotFound: it is no line any more.
    void lookNow(const std::string& line, std::function<void(const Result<void>& look)> told);
    /// Somebody begins to wait for the end of a run of that line, which nobody may tell of.
    void expect(const std::string& line);
    /// Whether this attempt, or a later one, was seen at its end.
    bool hasEnded(const ci::RunRef& run, int attempt) const;

    /// When the line is looked at next; nothing: it is not watched yet.
    std::optional<UtcTime> nextLook(const std::string& line) const;

    /// Whether it was seen to have passed since this attempt of it failed. One that never failed there has not,
    /// whatever its jobs did.
    bool hasPassedSince(const ci::RunRef& run, int attempt) const;

    /// Those that were seen of the runs of its line that began after it: number, branch and commit.
    std::vector<ci::Run> laterThan(const ci::RunRef& run) const;

    /// One look, as the thread makes them.
    PollPlan::Saw look(const Line& line, const std::stop_token& stop);

private:
    struct Seen {
        int attempt = 0;
        bool ended = false;
        std::string branch{};
        std::string commit{};
        std::string workflow{};
        bool failed = false; // at whatever time
        bool passed = false; // as it was seen last
        bool isTold = false; // its attempt, then
    };

    /// The newest runs of a line.
    struct Newest {
        bool goesOn = false; // one of them, or what looks after it
        std::set<std::string> numbers;
        std::vector<std::pair<ci::RunRef, int>> going;
    };

    using Told = std::function<void(const Result<void>& look)>;

    void watch(const std::stop_token& stop);
    std::vector<Told> takeAsking(const std::string& line); // who wants to know of a look at it
    void answerOfGone(const std::vector<std::string>& lines); // these are there
    void spare(const std::vector<Line>& lines, const Line& looked, PollPlan& plan);
    Result<Newest> takeIn(const Line& line, const std::stop_token& stop);
    Result<std::vector<ci::Run>> runsSince(const std::string& line, const std::stop_token& stop);
    Result<std::vector<ci::Run>> listedSince(const std::string& line, const std::string& newest, bool isFirst,
                                             const std::stop_token& stop) const;
    std::vector<std::string> turnOf(const store::Look& look, const std::string& line);
    Result<void> remember(const std::string& line, const std::vector<ci::Run>& runs);
    Result<void> lookAtGates(const std::string& line, const Newest& newest, const std::stop_token& stop) const;
    bool hearsAgain(const Line& line, const std::stop_token& stop);
    Result<bool> lookAtAwaited(const std::string& line, const Newest& newest, const std::stop_token& stop);
    void note(const ci::RunRef& run, Seen seen);
    void note(const ci::RunRef& ref, const ci::Run& run);
    Result<bool> hasTimedOut(const ci::RunRef& ref, const ci::Run& run, const std::stop_token& stop);
    Result<int> failedAttempt(const ci::RunRef& ref, const ci::Run& listed, const std::stop_token& stop);

    const Scene m_scene;
    std::map<std::string, std::set<std::pair<std::string, int>>> m_told; // failures, by line; of the thread that looks
    std::map<std::string, store::Look> m_looks; // by line; likewise
    std::map<std::string, std::string> m_lastAsked; // of the open ones, by line; likewise
    std::map<std::string, Error> m_silent; // what was told, by servers that do not answer; likewise
    std::map<std::string, std::string> m_reported; // by line; likewise
    std::set<std::string> m_heard; // lines of which nothing was missed since they were looked at; likewise
    struct Asked {
        UtcTime ended;
        int attempt = 0;
    };
    std::map<std::pair<std::string, std::string>, Asked> m_asked; // failures, by line and number; likewise
    std::map<std::tuple<std::string, std::string, int>, bool>
        m_limits; // passed or not, of cancelled attempts; likewise
    std::atomic<bool> m_missed = false; // there may be deliveries that were, of whichever line
    mutable std::mutex m_mutex;
    std::condition_variable_any m_hinted;
    bool m_news = false; // guarded by m_mutex, as what follows
    std::set<std::string> m_hints;
    std::map<std::string, UtcTime> m_next; // looks, by line
    std::map<std::string, std::vector<Told>> m_asking; // by line
    std::set<std::string> m_wanted; // lines
    std::set<std::string> m_expected; // lines that were told of since they were looked at
    std::map<std::pair<std::string, std::string>, Seen> m_seen; // by line and number
    std::jthread m_thread;
};

} // namespace signalbox::host
