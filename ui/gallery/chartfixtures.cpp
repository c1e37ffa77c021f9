// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/fixtures.h"

#include <QDateTime>

#include <cmath>

namespace signalbox::ui::fixtures {

namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Line = ChartSeries::Line;

constexpr auto kStep = 30s;
constexpr int kSteps = 60;

/// The same wobble each time, from -1 to 1.
double wobble(int step, double seed)
{
    return 0.6 * std::sin(step * 1.7 + seed) + 0.4 * std::sin(step * 0.61 + 2.1 * seed);
}

UtcTime begin()
{
    return present() - kSteps * kStep;
}

struct Shape {
    double level = 0;
    double noise = 0;
    double rise = 0; // over the last third
};

std::vector<metrics::Sample> course(const Shape& shape, double seed, int steps = kSteps)
{
    std::vector<metrics::Sample> samples;
    for (int step = 0; step <= steps; ++step) {
        const double late = std::max(0.0, (step - 2.0 * kSteps / 3) / (kSteps / 3.0));
        samples.push_back({begin() + step * kStep, shape.level + shape.noise * wobble(step, seed) + shape.rise * late});
    }
    return samples;
}

ChartBand around(const QString& name, const std::vector<metrics::Sample>& samples, double half)
{
    ChartBand band{.name = name, .ranges = {}};
    for (const auto& [at, value] : samples)
        band.ranges.push_back({at, value - half, value + half});
    return band;
}

} // namespace

UtcTime present()
{
    return fromUnixMs(QDateTime(QDate(2026, 3, 12), QTime(14, 26, 41)).toMSecsSinceEpoch());
}

ChartData liveRisk(Freshness freshness)
{
    ChartData data{.name = u"Live risk"_s, .from = begin(), .to = present()};
    const bool live = freshness == Freshness::Live;
    const auto samples = course({0.16, 0.025, live ? 0.41 : 0}, 1, live ? kSteps : kSteps - 12);
    data.series = {{.name = u"Live risk"_s, .line = Line::Canary, .samples = samples}};
    if (live)
        data.series.front().offSince = present() - 4 * kStep;
    data.band = around(u"Model uncertainty"_s, samples, 0.07);
    data.limits = {{.value = 0.5, .label = u"Promotion stops at 0.50"_s},
                   {.value = 0.7, .label = u"Rollback at 0.70"_s, .critical = true}};
    data.marks = {{begin() + 6min, u"5\u202f%"_s}, {begin() + 18min, u"25\u202f%"_s}};
    data.freshness = freshness;
    return data;
}

ChartData latency()
{
    ChartData data{.name = u"Latency p95"_s,
                   .unit = u"ms"_s,
                   .from = begin(),
                   .to = present(),
                   .low = 150,
                   .high = 350,
                   .decimals = 0};
    const auto usual = course({250, 4, 0}, 3);
    data.series = {{.name = u"Canary 2.31.0"_s,
                    .line = Line::Canary,
                    .samples = course({256, 8, 52}, 2),
                    .offSince = present() - 18 * kStep},
                   {.name = u"Baseline 2.30.6"_s, .line = Line::Baseline, .samples = usual}};
    data.band = around(u"Usual range"_s, course({250, 0, 0}, 0), 15);
    data.limits = {{.value = 325, .label = u"+30\u202f%"_s, .critical = true}};
    return data;
}

ChartData withGap()
{
    ChartData data = latency();
    data.series.front().offSince.reset();
    for (std::size_t step = 20; step < 34; ++step)
        data.series.front().samples[step].value = metrics::kNoData;
    return data;
}

ChartData sixSeries()
{
    ChartData data{.name = u"Chart series"_s, .from = begin(), .to = present(), .low = 0, .high = 12, .decimals = 1};
    for (int number = 0; number < 6; ++number)
        data.series.push_back(
            {.name = u"s%1"_s.arg(number + 1), .samples = course({1.2 + 1.9 * number, 0.3, 0}, number)});
    return data;
}

ChartData dense()
{
    ChartData data{.name = u"A hundred thousand samples"_s,
                   .from = begin(),
                   .to = present(),
                   .low = 0,
                   .high = 1000,
                   .decimals = 0};
    ChartSeries series{.name = u"Requests"_s};
    constexpr int kMany = 100'000;
    for (int step = 0; step <= kMany; ++step)
        series.samples.push_back(
            {begin() + Milliseconds(18 * step), 500 + 260 * wobble(step, 1) + 180 * std::sin(step / 9000.0)});
    data.series = {series};
    return data;
}

std::vector<double> durations()
{
    std::vector<double> seconds;
    for (int run = 0; run < 20; ++run)
        seconds.push_back(230 + (run % 6 == 1 ? 95 : 12 * wobble(run, 4)));
    return seconds;
}

} // namespace signalbox::ui::fixtures
