// SPDX-License-Identifier: GPL-3.0-or-later
// How the parts of a line chart are drawn: the pen of a series, and where the marks of its axes stand.
//
// Thread  GUI
// Units   device-independent pixels
// Source  tokens.json, chartSeriesDash and chartSeriesOrder; mockup deployment-canary-dark
#pragma once

#include "ui/models/chartdata.h"
#include "ui/shell/theme.h"

#include <QPen>
#include <QRectF>

class QPainter;

namespace signalbox::ui {

QPen limitPen(const ChartLimit& limit, const Theme& theme);
QPen seriesPen(const ChartData& data, std::size_t series, const Theme& theme);

QColor bandColour(const Theme& theme);
/// A colour that stays behind what is drawn on it: in high contrast, where all is of one ink, the ink thinly.
QColor faint(const QColor& colour, const Theme& theme);

/// A short piece of the series' line, in the middle of `place`.
void paintSwatch(QPainter& painter, const QRectF& place, const QPen& pen);

struct Tick {
    double at = 0; // a value, or milliseconds since the epoch
    QString words;
};

/// `parts` equal parts from the least to the greatest value, with no more decimals than they need.
std::vector<Tick> valueTicks(const ChartData& data, int parts);
/// Round times of this machine's zone, as many as have room in `width`.
std::vector<Tick> timeTicks(UtcTime from, UtcTime to, int width);

} // namespace signalbox::ui
