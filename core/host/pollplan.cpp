// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/pollplan.h"

#include <algorithm>
#include <cmath>

namespace signalbox::host {

namespace {

constexpr double kAnHourMs = 3'600'000;
constexpr double kPerMs = (PollPlan::kAnHour - PollPlan::kAtOnce) / kAnHourMs;
constexpr Milliseconds kApart{std::chrono::seconds(2)}; // between two looks at one line, whatever is heard
constexpr int kDoublings = 4;

} // namespace

void PollPlan::setLines(const std::vector<std::string>& lines, UtcTime now)
{
    std::map<std::string, Standing> kept;
    for (const std::string& line : lines) {
        const auto known = m_lines.find(line);
        kept.emplace(line, known == m_lines.end() ? Standing{.due = now, .looked = {}} : known->second);
    }
    m_lines = std::move(kept);
}

void PollPlan::hint(const std::string& line, UtcTime now)
{
    bringForward(line, now, false); // whoever fails is left alone
}

void PollPlan::want(const std::string& line, UtcTime now)
{
    bringForward(line, now, true);
}

void PollPlan::bringForward(const std::string& line, UtcTime now, bool evenIfFailing)
{
    const auto at = m_lines.find(line);
    if (at == m_lines.end() || (at->second.failures > 0 && !evenIfFailing))
        return;
    Standing& standing = at->second;
    const UtcTime soon = standing.looked ? std::max(now, *standing.looked + kApart) : now;
    standing.due = std::min(standing.due, soon);
}

void PollPlan::expect(const std::string& line, UtcTime now)
{
    const auto at = m_lines.find(line);
    if (at == m_lines.end() || at->second.failures > 0)
        return;
    Standing& standing = at->second;
    standing.due = std::min(standing.due, standing.looked ? std::max(now, *standing.looked + kBusy) : now);
}

void PollPlan::rest(const std::string& line, UtcTime until)
{
    if (const auto at = m_lines.find(line); at != m_lines.end())
        at->second.due = std::max(at->second.due, until);
}

std::optional<UtcTime> PollPlan::due(const std::string& line) const
{
    const auto at = m_lines.find(line);
    return at == m_lines.end() ? std::nullopt : std::optional(at->second.due);
}

double PollPlan::allowance(UtcTime now) const
{
    const double grown = kPerMs * static_cast<double>((now - m_refilled).count());
    return std::min(kAtOnce, m_left + std::max(0.0, grown));
}

std::optional<PollPlan::Turn> PollPlan::next(UtcTime now) const
{
    const auto first = std::ranges::min_element(m_lines, {}, [](const auto& entry) { return entry.second.due; });
    if (first == m_lines.end())
        return std::nullopt;
    const double missing = 1 - allowance(now);
    const UtcTime allowed
        = missing > 0 ? now + Milliseconds(static_cast<std::int64_t>(std::ceil(missing / kPerMs))) : now;
    return Turn{first->first, std::max(first->second.due, allowed)};
}

void PollPlan::looked(const std::string& line, Saw saw, std::int64_t counted, UtcTime now)
{
    m_left = allowance(now) - static_cast<double>(counted);
    m_refilled = now;
    const auto at = m_lines.find(line);
    if (at == m_lines.end())
        return;
    Standing& standing = at->second;
    standing.failures = saw == Saw::Failed ? standing.failures + 1 : 0;
    standing.looked = now;
    const Milliseconds apart = saw == Saw::Busy ? kBusy
        : saw == Saw::Quiet                     ? kQuiet
                            : std::min(kLongest, kQuiet * (1 << std::min(standing.failures - 1, kDoublings)));
    standing.due = now + apart;
}

} // namespace signalbox::host
