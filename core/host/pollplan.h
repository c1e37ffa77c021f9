// SPDX-License-Identifier: GPL-3.0-or-later
// Which line is looked at next, and when: often where something goes on, seldom where a server fails, and all in all
// within what its limit allows, however many lines there are.
//
// Thread  one at a time: a value
// Limits  at most kAnHour answers that servers count in any hour, but for those of the look that spends the last
// Source  PEERS A6: a person's token has 5,000 requests an hour, which others want too
#pragma once

#include "core/base/time.h"

#include <map>
#include <optional>
#include <vector>

namespace signalbox::host {

class PollPlan {
public:
    static constexpr double kAnHour = 950;
    static constexpr double kAtOnce = 60; // of them
    static constexpr Milliseconds kBusy{std::chrono::seconds(15)};
    static constexpr Milliseconds kQuiet{std::chrono::seconds(60)};
    static constexpr Milliseconds kLongest{std::chrono::minutes(15)};

    enum class Saw : std::uint8_t { Busy, Quiet, Failed };
    struct Turn {
        std::string line;
        UtcTime at;
    };

    explicit PollPlan(UtcTime now) : m_refilled(now) { }

    /// These are the lines from now on; a new one is looked at first of all.
    void setLines(const std::vector<std::string>& lines, UtcTime now);
    /// Something has changed there.
    void hint(const std::string& line, UtcTime now);
    /// A person wants it looked at now, however often it has failed.
    void want(const std::string& line, UtcTime now);
    /// Somebody waits for what goes on there: its next look comes as after a busy one.
    void expect(const std::string& line, UtcTime now);
    /// Nothing is to be had there before: it is looked at no sooner.
    void rest(const std::string& line, UtcTime until);
    /// When it is due; nothing: it is no line.
    std::optional<UtcTime> due(const std::string& line) const;
    /// The next look; nothing where there is no line.
    std::optional<Turn> next(UtcTime now) const;
    /// It was looked at, for so many answers that count.
    void looked(const std::string& line, Saw saw, std::int64_t counted, UtcTime now);

private:
    struct Standing {
        UtcTime due;
        std::optional<UtcTime> looked; // the last time
        int failures = 0; // in a row
    };

    void bringForward(const std::string& line, UtcTime now, bool evenIfFailing);
    double allowance(UtcTime now) const;

    std::map<std::string, Standing> m_lines;
    double m_left = kAtOnce; // at m_refilled
    UtcTime m_refilled;
};

} // namespace signalbox::host
