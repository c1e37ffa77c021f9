// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/chartdata.h"

#include "ui/models/timewords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {

struct ChartWords {
    Q_DECLARE_TR_FUNCTIONS(ChartWords)
};

constexpr double kLevel = 0.1; // of the axis: what moved less than that is steady

/// The usual step from sample to sample; a lone sample holds for as long as the chart is asked about.
Milliseconds stepOf(const ChartSeries& series)
{
    const auto& samples = series.samples;
    if (samples.size() < 2)
        return Milliseconds::max();
    return (samples.back().at - samples.front().at) / static_cast<std::int64_t>(samples.size() - 1);
}

struct Course {
    double first = metrics::kNoData, last = metrics::kNoData, least = metrics::kNoData, greatest = metrics::kNoData;
};

/// How the shown part of a series went.
Course courseOf(const ChartData& data, const ChartSeries& series)
{
    Course course;
    for (const auto& [at, value] : series.samples) {
        if (at < data.from || at > data.to || !std::isfinite(value))
            continue;
        if (std::isnan(course.first))
            course = {value, value, value, value};
        course.last = value;
        course.least = std::min(course.least, value);
        course.greatest = std::max(course.greatest, value);
    }
    return course;
}

QString tendency(const ChartData& data, const Course& course)
{
    const double moved = (course.last - course.first) / (data.high - data.low);
    if (std::abs(moved) < kLevel)
        return ChartWords::tr("steady");
    return moved > 0 ? ChartWords::tr("rising") : ChartWords::tr("falling");
}

/// When the series last went from one side of the limit to the other.
std::optional<UtcTime> passedAt(const ChartSeries& series, double limit)
{
    std::optional<UtcTime> passed;
    std::optional<bool> above;
    for (const auto& [at, value] : series.samples) {
        if (!std::isfinite(value))
            continue;
        if (above && *above != (value >= limit))
            passed = at;
        above = value >= limit;
    }
    return passed;
}

QString spokenLimit(const ChartData& data, const ChartLimit& limit)
{
    const auto passed = passedAt(data.series.front(), limit.value);
    return passed ? ChartWords::tr("%1, passed at %2.").arg(limit.label, shortTime(*passed))
                  : ChartWords::tr("%1, not passed.").arg(limit.label);
}

QString spanText(Milliseconds span)
{
    const auto minutes = std::chrono::round<std::chrono::minutes>(span).count();
    return minutes < 120 ? ChartWords::tr("%n minute(s)", nullptr, static_cast<int>(minutes))
                         : ChartWords::tr("%n hour(s)", nullptr, static_cast<int>(minutes / 60));
}

} // namespace

QString valueText(const ChartData& data, double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("—");
    return QLocale().toString(value, 'f', data.decimals).replace(QLatin1Char('-'), QChar(0x2212));
}

std::optional<UtcTime> lastMoment(const ChartData& data)
{
    if (data.series.empty())
        return std::nullopt;
    const auto& samples = data.series.front().samples;
    const auto last = std::find_if(samples.rbegin(), samples.rend(),
                                   [](const auto& sample) { return std::isfinite(sample.value); });
    return last == samples.rend() ? std::nullopt : std::optional(last->at);
}

QString staleText(const ChartData& data)
{
    const auto last = lastMoment(data);
    if (!last || data.freshness == Freshness::Live)
        return {};
    return data.to - *last < std::chrono::hours(1) ? ChartWords::tr("%1 old").arg(age(*last, data.to))
                                                   : ChartWords::tr("as of %1").arg(shortTime(*last));
}

std::vector<UtcTime> momentsOf(const ChartData& data)
{
    std::vector<UtcTime> moments;
    for (const auto& series : data.series)
        for (const auto& sample : series.samples)
            if (sample.at >= data.from && sample.at <= data.to)
                moments.push_back(sample.at);
    std::ranges::sort(moments);
    const auto repeated = std::ranges::unique(moments);
    moments.erase(repeated.begin(), repeated.end());
    return moments;
}

std::optional<UtcTime> momentFrom(const ChartData& data, UtcTime at)
{
    std::optional<UtcTime> first;
    for (const auto& series : data.series) {
        const auto found = std::ranges::lower_bound(series.samples, std::max(at, data.from), {}, &metrics::Sample::at);
        if (found != series.samples.end() && found->at <= data.to && (!first || found->at < *first))
            first = found->at;
    }
    return first;
}

std::optional<UtcTime> momentUntil(const ChartData& data, UtcTime at)
{
    std::optional<UtcTime> last;
    for (const auto& series : data.series) {
        const auto past = std::ranges::upper_bound(series.samples, std::min(at, data.to), {}, &metrics::Sample::at);
        if (past != series.samples.begin() && (past - 1)->at >= data.from && (!last || (past - 1)->at > *last))
            last = (past - 1)->at;
    }
    return last;
}

std::optional<UtcTime> momentNear(const ChartData& data, UtcTime at)
{
    const auto before = momentUntil(data, at);
    const auto after = momentFrom(data, at);
    if (!before || !after)
        return before ? before : after;
    return at - *before < *after - at ? before : after;
}

double valueAt(const ChartSeries& series, UtcTime moment)
{
    const auto after = std::ranges::lower_bound(series.samples, moment, {}, &metrics::Sample::at);
    const metrics::Sample* nearest = nullptr;
    if (after != series.samples.end())
        nearest = &*after;
    if (after != series.samples.begin()) {
        const metrics::Sample& before = *(after - 1);
        if (!nearest || moment - before.at < nearest->at - moment)
            nearest = &before;
    }
    const bool close = nearest && std::chrono::abs(nearest->at - moment) <= stepOf(series);
    return close ? nearest->value : metrics::kNoData;
}

QString spokenMoment(const ChartData& data, UtcTime moment)
{
    QStringList parts{clockTime(moment)};
    for (const auto& series : data.series)
        parts << ChartWords::tr("%1 %2").arg(series.name, valueText(data, valueAt(series, moment)));
    return parts.join(QStringLiteral(", "));
}

QString spokenChart(const ChartData& data)
{
    const Course course = data.series.empty() ? Course() : courseOf(data, data.series.front());
    if (std::isnan(course.first))
        return ChartWords::tr("%1, no data.").arg(data.name);
    QStringList sentences{ChartWords::tr("%1, %2, from %3 to %4, %5.")
                              .arg(data.name, spanText(data.to - data.from), valueText(data, course.least),
                                   valueText(data, course.greatest), tendency(data, course))};
    for (const auto& limit : data.limits)
        sentences << spokenLimit(data, limit);
    if (const QString old = staleText(data); !old.isEmpty())
        sentences << ChartWords::tr("%1.").arg(old);
    return sentences.join(QLatin1Char(' '));
}

} // namespace signalbox::ui
