// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/gitlabduration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace signalbox::line {

namespace {

using std::chrono::days;
using std::chrono::duration_cast;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds kLongest = days(30);

constexpr std::array<std::pair<std::string_view, seconds>, 19> kUnits{{
    {"s", seconds(1)}, {"sec", seconds(1)}, {"secs", seconds(1)}, {"second", seconds(1)}, {"seconds", seconds(1)},
    {"m", minutes(1)}, {"min", minutes(1)}, {"mins", minutes(1)}, {"minute", minutes(1)}, {"minutes", minutes(1)},
    {"h", hours(1)},   {"hr", hours(1)},    {"hrs", hours(1)},    {"hour", hours(1)},     {"hours", hours(1)},
    {"d", days(1)},    {"day", days(1)},    {"days", days(1)},    {"", seconds(1)},
}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void skipBlanks(std::string_view& text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" ,"), text.size()));
}

/// "30m" off the front of `text`.
std::optional<seconds> takePart(std::string_view& text)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || number < 0)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    skipBlanks(text);
    const auto end = std::ranges::find_if(text, [](char c) { return c == ' ' || c == ',' || isDigit(c); });
    const std::string_view unit = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    const auto* known = std::ranges::find(kUnits, unit, &std::pair<std::string_view, seconds>::first);
    if (known == kUnits.end() || number > kLongest / known->second)
        return std::nullopt;
    text.remove_prefix(unit.size());
    return number * known->second;
}

} // namespace

std::optional<Milliseconds> durationFrom(std::string_view text)
{
    seconds whole{0};
    for (skipBlanks(text); !text.empty(); skipBlanks(text)) {
        const auto part = takePart(text);
        if (!part)
            return std::nullopt;
        whole += *part;
        if (whole > kLongest)
            return std::nullopt;
    }
    return whole.count() > 0 ? std::optional<Milliseconds>(whole) : std::nullopt;
}

} // namespace signalbox::line
