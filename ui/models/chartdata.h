// SPDX-License-Identifier: GPL-3.0-or-later
// What a line chart shows, and the same in words: at a moment, and as a whole.
//
// Thread  any; pure
// Source  DESIGN 9 and COPY 8, "Chart"
#pragma once

#include "core/metrics/series.h"

#include <QString>

#include <optional>
#include <vector>

namespace signalbox::ui {

struct ChartSeries {
    /// Plain: the next colour and dash of the theme.
    enum class Line { Plain, Canary, Baseline, Forecast };

    QString name;
    Line line = Line::Plain;
    std::vector<metrics::Sample> samples{}; // in order of time
    std::optional<UtcTime> offSince{}; // outside of what is usual from then on
};

struct ChartBand {
    QString name;
    std::vector<metrics::Range> ranges;
};

struct ChartLimit {
    double value = 0;
    QString label; // "Rollback at 0.70"
    bool critical = false;
};

struct ChartMark {
    UtcTime at;
    QString label;
};

/// Stale: the last value is older than it may be. Silent: nothing came any more.
enum class Freshness { Live, Stale, Silent };

struct ChartData {
    QString name{}; // "Live risk"
    QString unit{}; // "ms"; empty: none
    UtcTime from{}, to{};
    double low = 0; // of the axis
    double high = 1;
    int decimals = 2; // of a value
    std::vector<ChartSeries> series{}; // the first one is what the chart is about
    std::optional<ChartBand> band{};
    std::vector<ChartLimit> limits{};
    std::vector<ChartMark> marks{};
    Freshness freshness = Freshness::Live;
};

QString valueText(const ChartData& data, double value); // "0.58"; a dash where there is no data
std::optional<UtcTime> lastMoment(const ChartData& data); // of the first series, with a value

/// Every moment that a series has a sample of, once, in order.
std::vector<UtcTime> momentsOf(const ChartData& data);
/// The first of them at or after `at`, the last at or before it, and the nearest.
std::optional<UtcTime> momentFrom(const ChartData& data, UtcTime at);
std::optional<UtcTime> momentUntil(const ChartData& data, UtcTime at);
std::optional<UtcTime> momentNear(const ChartData& data, UtcTime at);
/// The sample that is nearest to a moment, no further off than the series' usual step; kNoData where there is none.
double valueAt(const ChartSeries& series, UtcTime moment);

QString staleText(const ChartData& data); // "6 min old", "as of 14:12"; empty while it is live
QString spokenMoment(const ChartData& data, UtcTime moment); // "14:18:30, Canary 0.58, Baseline 0.41"
/// "Live risk, 30 min, from 0.16 to 0.58, rising. Promotion stops at 0.50, passed at 14:24."
QString spokenChart(const ChartData& data);

} // namespace signalbox::ui
