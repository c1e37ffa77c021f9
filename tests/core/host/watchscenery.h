// SPDX-License-Identifier: GPL-3.0-or-later
// A server with one line, whose runs are laid down, and what RemoteWatch makes of them.
#pragma once

#include "core/host/remotewatch.h"
#include "tests/core/store/storefixture.h"

namespace signalbox::test {

using namespace std::chrono_literals;
using ci::Conclusion;
using host::RemoteWatch;
using Saw = host::PollPlan::Saw;

/// A server with one line, whose runs are laid down.
struct Scenery {
    SetClock clock;
    const RemoteWatch::Line line{"acme/shop", clock.now() - 1h};
    Result<std::vector<ci::Run>> newest = std::vector<ci::Run>();
    std::map<std::string, Result<ci::Run>> older;
    std::vector<std::pair<ci::RunRef, int>> awaited;
    std::vector<std::string> told; // failures: "7/1"
    std::vector<int> counts; // runs asked for in each look
    std::map<std::string, Result<bool>> timeOuts; // of runs that are called cancelled
    int asked = 0; // for single runs
    int ends = 0;
    bool lastLookWentWell = false;
    std::vector<std::string> reports;
    Result<void> outcome = {};
    Result<std::optional<store::Look>> last = std::optional<store::Look>();
    std::vector<store::Look> kept;
    Result<std::vector<ci::Run>> waiting = std::vector<ci::Run>();
    Result<bool> caughtUp = true;
    int catchUps = 0;
    RemoteWatch watch{
        {.clock = clock,
         .lines = [this] { return std::vector{line}; },
         .newest =
             [this](const std::string&, int count, const std::stop_token&) {
                 counts.push_back(count);
                 auto runs = newest;
                 if (runs && std::ssize(*runs) > count)
                     runs->resize(static_cast<std::size_t>(count));
                 return runs;
             },
         .standing =
             [this](const ci::RunRef& run, const std::stop_token&) {
                 ++asked;
                 return older.at(run.number);
             },
         .waiting = [this](const std::string&, const std::stop_token&) { return waiting; },
         .lastLook = [this](const std::string&) { return last; },
         .keepLook =
             [this](const std::string&, const store::Look& look) {
                 kept.push_back(look);
                 return Result<void>();
             },
         .hasTimedOut =
             [this](const ci::RunRef& run, const std::stop_token&) {
                 ++asked;
                 const auto known = timeOuts.find(run.number);
                 return known == timeOuts.end() ? Result<bool>(false) : known->second;
             },
         .counted = [] { return 0; },
         .awaited = [this](const std::string&) { return awaited; },
         .failed =
             [this](const ci::RunRef& run, int attempt) {
                 told.push_back(run.number + "/" + std::to_string(attempt));
                 return outcome;
             },
         .catchUp =
             [this](const RemoteWatch::Line&, const std::stop_token&) {
                 ++catchUps;
                 return caughtUp;
             },
         .looked = [this](const std::string&, const Result<void>& look) { lastLookWentWell = static_cast<bool>(look); },
         .ended = [this] { ++ends; },
         .report = [this](const Error& error) { reports.push_back(error.detail); }}};

    Saw look() { return watch.look(line, {}); }

    /// As many as `from` to `to` count, the newest first.
    std::vector<ci::Run> runs(int from, int to, Conclusion conclusion) const
    {
        std::vector<ci::Run> all;
        for (int number = from; number >= to; --number)
            all.push_back(run(std::to_string(number).c_str(), conclusion));
        return all;
    }

    ci::Run run(const char* number, ci::Conclusion conclusion, int attempt = 1, Milliseconds ago = 1min) const
    {
        ci::Run run;
        run.line = line.name;
        run.number = number;
        run.attempt = attempt;
        run.conclusion = conclusion;
        run.phase = conclusion == ci::Conclusion::None ? ci::Phase::Running : ci::Phase::Finished;
        if (run.phase == ci::Phase::Finished)
            run.finishedAt = clock.now() - ago;
        return run;
    }
};

} // namespace signalbox::test
