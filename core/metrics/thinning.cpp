// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/thinning.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace signalbox::metrics {

namespace {

constexpr int kPerColumn = 2;

/// Which column a moment falls into; nothing outside of the frame.
class Columns {
public:
    explicit Columns(const Frame& frame)
        : m_from(frame.from), m_to(frame.to), m_count(std::clamp(frame.columns, 1, kMostPoints / kPerColumn))
    {
    }

    std::optional<int> of(UtcTime at) const
    {
        if (at < m_from || at > m_to)
            return std::nullopt;
        if (m_to == m_from)
            return 0;
        const double share = toSeconds(at - m_from) / toSeconds(m_to - m_from);
        return std::min(static_cast<int>(share * m_count), m_count - 1);
    }

private:
    UtcTime m_from;
    UtcTime m_to;
    int m_count;
};

/// The extremes of one column, as places in the samples.
struct Extremes {
    std::optional<std::size_t> least, greatest, gap;

    void take(std::span<const Sample> samples, std::size_t at)
    {
        if (!std::isfinite(samples[at].value)) {
            gap = gap.value_or(at);
            return;
        }
        if (!least || samples[at].value < samples[*least].value)
            least = at;
        if (!greatest || samples[at].value > samples[*greatest].value)
            greatest = at;
    }

    void giveTo(std::vector<Sample>& thinned, std::span<const Sample> samples) const
    {
        if (!least) {
            if (gap)
                thinned.push_back({samples[*gap].at, kNoData});
            return;
        }
        const auto [first, second] = std::minmax(*least, *greatest);
        thinned.push_back(samples[first]);
        if (second != first)
            thinned.push_back(samples[second]);
    }
};

} // namespace

std::vector<Sample> thin(std::span<const Sample> samples, const Frame& frame)
{
    const Columns columns(frame);
    std::vector<Sample> thinned;
    Extremes extremes;
    std::optional<int> current;
    for (std::size_t at = 0; at < samples.size(); ++at) {
        const auto column = columns.of(samples[at].at);
        if (!column)
            continue;
        if (current && *column != *current) {
            extremes.giveTo(thinned, samples);
            extremes = {};
        }
        current = column;
        extremes.take(samples, at);
    }
    extremes.giveTo(thinned, samples);
    return thinned;
}

std::vector<Range> thin(std::span<const Range> ranges, const Frame& frame)
{
    const Columns columns(frame);
    std::vector<Range> thinned;
    std::optional<int> current;
    for (const Range& range : ranges) {
        const auto column = columns.of(range.at);
        if (!column || !std::isfinite(range.low) || !std::isfinite(range.high))
            continue;
        if (current == column) {
            thinned.back().low = std::min(thinned.back().low, range.low);
            thinned.back().high = std::max(thinned.back().high, range.high);
        } else {
            thinned.push_back(range);
        }
        current = column;
    }
    return thinned;
}

} // namespace signalbox::metrics
