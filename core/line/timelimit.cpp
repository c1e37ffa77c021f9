// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/timelimit.h"

#include "core/line/gitlabduration.h"
#include "core/line/limitplace.h"

#include <algorithm>
#include <array>

namespace signalbox::line {

namespace {

using std::chrono::duration_cast;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view kTimedOut = "' has timed out after ";

/// "10 minutes.", "6h0m0s", "2h0m0s seconds"
std::optional<Milliseconds> durationAtFront(std::string_view text)
{
    text = text.substr(0, text.find_first_of(".;\r\n"));
    if (const auto whole = durationFrom(text))
        return whole;
    const std::string_view word = text.substr(0, text.find(' '));
    const bool hasUnit = word.find_first_of("hms") != std::string_view::npos;
    return hasUnit ? durationFrom(word) : std::nullopt;
}

std::string numbered(std::int64_t count, std::string_view unit)
{
    return std::to_string(count) + " " + std::string(unit) + (count == 1 ? "" : "s");
}

std::string words(Milliseconds limit)
{
    return limit % minutes(1) == Milliseconds(0) ? numbered(duration_cast<minutes>(limit).count(), "minute")
                                                 : numbered(duration_cast<seconds>(limit).count(), "second");
}

/// "1h 30m"
std::string written(Milliseconds limit)
{
    std::string text;
    const auto add = [&](auto unit, char letter) {
        const auto count = limit / unit;
        limit -= count * unit;
        if (count > 0)
            text += (text.empty() ? "" : " ") + std::to_string(count) + letter;
    };
    add(Milliseconds(hours(1)), 'h');
    add(Milliseconds(minutes(1)), 'm');
    add(Milliseconds(seconds(1)), 's');
    return text;
}

Error refused(std::string why)
{
    return {ErrorCode::InvalidInput, std::move(why)};
}

/// The log's word against the server's.
std::string ranOtherwise(const PassedLimit& passed)
{
    return "the log tells of a time limit of " + words(passed.limit) + ", but job " + passed.job + " ran for "
        + words(std::chrono::floor<seconds>(*passed.ran));
}

Result<RaisedLimit> raiseGitHub(const LimitPlace& place, const PassedLimit& passed)
{
    const YamlNode* value = limitAt(place);
    if (value == nullptr)
        return refused(place.file.path + ", " + place.name + " has no timeout-minutes: the limit of "
                       + words(passed.limit) + " is that of GitHub or of the runner");
    const auto now = durationFrom(value->text + " minutes");
    if (value->text.find_first_not_of("0123456789") != std::string::npos || !now)
        return refused(spotOf(place) + ": timeout-minutes of " + place.name + " is no plain number of minutes");
    if (*now != passed.limit)
        return refused(spotOf(place) + ": timeout-minutes of " + place.name + " is " + value->text
                       + ", but the log tells of " + words(passed.limit));
    const Milliseconds raised = std::min(2 * *now, place.most);
    if (raised <= *now)
        return refused(spotOf(place) + ": " + words(*now) + " is the most that " + place.name + " can have");
    return replaceLimit(place, std::to_string(duration_cast<minutes>(raised).count()));
}

Result<RaisedLimit> raiseGitLab(const LimitPlace& place, const PassedLimit& passed)
{
    const Milliseconds raised = std::min(2 * passed.limit, place.most);
    if (raised <= passed.limit)
        return refused(spotOf(place) + ": " + words(passed.limit) + " is the most that " + place.name + " can have");
    const YamlNode* value = limitAt(place);
    if (value == nullptr && passed.ran.value_or(raised) > raised) // what it inherits is higher
        return refused(spotOf(place) + ": " + ranOtherwise(passed));
    if (value == nullptr)
        return insertLimit(place, written(raised));
    const auto now = durationFrom(value->text);
    if (!now)
        return refused(spotOf(place) + ": timeout of " + place.name + " is no plain duration");
    if (*now != passed.limit)
        return refused(spotOf(place) + ": timeout of " + place.name + " is " + value->text + ", but the log tells of "
                       + words(passed.limit) + ": the limit is the runner's");
    return replaceLimit(place, written(raised));
}

} // namespace

std::optional<PassedLimit> passedLimit(std::string_view job, std::span<const std::string> lines)
{
    static constexpr std::array<std::string_view, 3> kMarks{"maximum execution time of ", kTimedOut,
                                                            "execution took longer than "};
    for (const std::string& line : lines) {
        for (const std::string_view mark : kMarks) {
            const std::size_t at = line.rfind(mark);
            if (at == std::string::npos)
                continue;
            const auto limit = durationAtFront(std::string_view(line).substr(at + mark.size()));
            if (!limit)
                continue;
            PassedLimit passed{std::string(job), {}, *limit};
            const std::size_t quote = line.find('\'');
            if (mark == kTimedOut && quote < at)
                passed.step = line.substr(quote + 1, at - quote - 1);
            return passed;
        }
    }
    return std::nullopt;
}

bool canHaveEnded(Milliseconds limit, Milliseconds ran)
{
    return ran >= limit - limit / 10;
}

Result<RaisedLimit> raiseLimit(std::span<const PipelineFile> files, PipelineDialect dialect, const PassedLimit& passed)
{
    if (passed.ran && !canHaveEnded(passed.limit, *passed.ran))
        return refused(ranOtherwise(passed));
    auto place = findLimit(files, dialect, passed);
    if (!place)
        return place.error();
    return dialect == PipelineDialect::GitHub ? raiseGitHub(*place, passed) : raiseGitLab(*place, passed);
}

} // namespace signalbox::line
