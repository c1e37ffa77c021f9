// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of log scanning on this machine: the lines of a file that match, of many expressions at once.
#include "app/ctl/commands.h"
#include "app/ctl/input.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/host/patterncache.h"
#include "core/host/usage.h"
#include "core/log/matchinglines.h"
#include "core/log/patternset.h"
#include "resources/embedded.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace signalbox::ctl {

namespace {

constexpr std::size_t kMostPatternBytes = 16 * 1024 * 1024;
using Seconds = std::chrono::duration<double>;

/// One expression a line; empty lines are none, as for ripgrep's -f without them.
Result<std::vector<std::string>> readExpressions(const std::string& path)
{
    const auto text = readWhole(path, kMostPatternBytes);
    if (!text)
        return text.error();
    std::vector<std::string> expressions;
    std::string_view left = *text;
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        if (end > 0)
            expressions.emplace_back(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    if (expressions.empty())
        return Error{ErrorCode::InvalidInput, path + " holds no expression; write one a line"};
    return expressions;
}

/// The causes that the program knows, in the form that its scanner looks for.
Result<std::vector<std::string>> ownExpressions()
{
    const auto json = resources::embedded(QStringLiteral("patterns/catalogue.json"));
    const auto set = log::readPatternSet(json ? json->toStdString() : std::string());
    if (!set)
        return set.error();
    std::vector<std::string> expressions;
    for (const log::Pattern& pattern : set->patterns) {
        expressions.insert(expressions.end(), pattern.scans.begin(), pattern.scans.end());
    }
    return expressions;
}

Result<Json> measured(Input& input, log::MatchingLines& lines)
{
    const double cpuBefore = host::cpuSeconds();
    const auto began = std::chrono::steady_clock::now();
    std::size_t bytes = 0;
    for (;;) {
        const auto chunk = input.next();
        if (!chunk)
            return chunk.error();
        if (chunk->empty())
            break;
        bytes += chunk->size();
        lines.feed(*chunk);
    }
    const std::int64_t matches = lines.finish();
    const Seconds wall = std::chrono::steady_clock::now() - began;
    return Json{{"bytes", bytes},
                {"cpu_s", host::cpuSeconds() - cpuBefore},
                {"wall_s", wall.count()},
                {"rss_mb", host::peakMb()},
                {"matches", matches}};
}

} // namespace

Exit benchClassify(const Invocation& asked)
{
    auto input = Input::open(asked.arguments.front());
    if (!input)
        return fail(input.error());
    const double cpuBefore = host::cpuSeconds();
    const auto patterns = asked.value("--patterns");
    const auto expressions = patterns ? readExpressions(*patterns) : ownExpressions();
    if (!expressions)
        return fail(expressions.error());
    const auto set = host::PatternCache().lineExpressions(*expressions);
    if (!set)
        return fail(Exit::BadInput, patterns.value_or("pattern catalogue") + ": " + set.error().detail);
    log::MatchingLines lines(*set);
    const double prepared = host::cpuSeconds() - cpuBefore;
    auto figures = measured(*input, lines);
    if (!figures)
        return fail(figures.error());
    figures->emplace("prepare_cpu_s", prepared);
    printJson(*figures);
    return Exit::Done;
}

} // namespace signalbox::ctl
