// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/cisystem.h"
#include "core/ci/rights.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace signalbox::ci {

namespace {

constexpr std::string_view kFinished
    = "ci-attempt-finished/"; // a line's name may hold slashes, what follows it does not

constexpr std::array<std::string_view, 3> kPhases{"queued", "running", "finished"};
constexpr std::array<std::string_view, 7> kConclusions{"none",      "success", "failure", "cancelled",
                                                       "timed_out", "skipped", "lost"};

constexpr std::array<std::string_view, 12> kRights{"reach",        "sign_in",       "read_runs",   "read_environments",
                                                   "rerun_jobs",   "open_changes",  "open_issues", "review_deployments",
                                                   "read_reasons", "read_webhooks", "deliver",     "advise"};
constexpr std::array<std::string_view, 4> kRightStates{"untried", "works", "lacks", "fails"};

template <typename Enum, std::size_t N>
std::optional<Enum> fromName(const std::array<std::string_view, N>& names, std::string_view name)
{
    const auto at = std::ranges::find(names, name);
    if (at == names.end())
        return std::nullopt;
    return static_cast<Enum>(at - names.begin());
}

} // namespace

std::string_view rightName(Right right)
{
    return kRights[static_cast<std::size_t>(right)];
}

std::string_view rightStateName(RightState state)
{
    return kRightStates[static_cast<std::size_t>(state)];
}

std::string_view conclusionName(Conclusion conclusion)
{
    return kConclusions[static_cast<std::size_t>(conclusion)];
}

std::optional<Conclusion> conclusionFromName(std::string_view name)
{
    return fromName<Conclusion>(kConclusions, name);
}

std::string_view phaseName(Phase phase)
{
    return kPhases[static_cast<std::size_t>(phase)];
}

std::optional<Phase> phaseFromName(std::string_view name)
{
    return fromName<Phase>(kPhases, name);
}

std::string finishedEvent(const RunRef& run, int attempt)
{
    return std::string(kFinished) + run.line + "/" + run.number + "/" + std::to_string(attempt);
}

std::optional<std::pair<RunRef, int>> attemptOf(std::string_view event)
{
    if (!event.starts_with(kFinished))
        return std::nullopt;
    event.remove_prefix(kFinished.size());
    const auto attemptAt = event.rfind('/');
    const auto numberAt = attemptAt == std::string_view::npos ? attemptAt : event.rfind('/', attemptAt - 1);
    if (numberAt == std::string_view::npos)
        return std::nullopt;
    int attempt = 0;
    const auto digits = event.substr(attemptAt + 1);
    if (std::from_chars(digits.data(), digits.data() + digits.size(), attempt).ec != std::errc())
        return std::nullopt;
    RunRef run{std::string(event.substr(0, numberAt)),
               std::string(event.substr(numberAt + 1, attemptAt - numberAt - 1))};
    return std::pair(std::move(run), attempt);
}

} // namespace signalbox::ci
