// SPDX-License-Identifier: GPL-3.0-or-later
// Values for the gallery: typed, fixed, and never seen by the console itself.
//
// Thread  any; pure
// Source  the mockups that show the same
#pragma once

#include "core/base/time.h"
#include "ui/models/chartdata.h"
#include "ui/models/contributions.h"
#include "ui/models/graphstate.h"
#include "ui/models/linetracks.h"
#include "ui/models/timelinedata.h"

#include <vector>

namespace signalbox::ui::fixtures {

UtcTime present(); // 12 March 2026, 14:26:41 here

ChartData liveRisk(Freshness freshness = Freshness::Live);
ChartData latency();
ChartData withGap();
ChartData sixSeries();
ChartData dense(); // a hundred thousand samples

TimelineData incident();
TimelineData criticalPath();
Contributions releaseRisk();

struct GraphScene {
    graph::Drawing drawing;
    GraphState state;
};
GraphScene everyNodeState();

std::vector<LineTrack> tracks();
std::vector<double> durations();

} // namespace signalbox::ui::fixtures
