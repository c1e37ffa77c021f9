// SPDX-License-Identifier: GPL-3.0-or-later
// A chart of half an hour: a canary that leaves its baseline.
#pragma once

#include "tests/ui/cannedruns.h"
#include "ui/models/chartdata.h"

namespace signalbox::test {

inline ui::ChartData aChart()
{
    ui::ChartData data{.name = QStringLiteral("Live risk"), .from = noon(), .to = noon() + std::chrono::minutes(30)};
    ui::ChartSeries canary{.name = QStringLiteral("Canary"), .line = ui::ChartSeries::Line::Canary};
    ui::ChartSeries baseline{.name = QStringLiteral("Baseline"), .line = ui::ChartSeries::Line::Baseline};
    for (int minute = 0; minute <= 30; ++minute) {
        const UtcTime at = noon() + std::chrono::minutes(minute);
        canary.samples.push_back({at, minute < 20 ? 0.16 : 0.16 + 0.042 * (minute - 20)});
        baseline.samples.push_back({at, 0.2});
    }
    data.series = {canary, baseline};
    data.limits = {{.value = 0.5, .label = QStringLiteral("Promotion stops at 0.50")},
                   {.value = 0.7, .label = QStringLiteral("Rollback at 0.70"), .critical = true}};
    return data;
}

} // namespace signalbox::test
