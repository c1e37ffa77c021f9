// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the lines of a chart: grid and axes below them, limits, marks and the age of the values above.
//
// Thread  GUI
// Units   device-independent pixels
#pragma once

#include "ui/models/chartdata.h"
#include "ui/shell/theme.h"

#include <QRectF>

class QPainter;

namespace signalbox::ui {

/// Where values and moments lie within the area of the lines.
struct ChartScale {
    const ChartData& data;
    QRectF area;

    double x(UtcTime at) const;
    double y(double value) const;
    UtcTime at(double x) const;
};

QRectF chartArea(const ChartData& data, const QSizeF& whole, const Theme& theme);
void paintAxes(QPainter& painter, const ChartScale& scale, const Theme& theme);
void paintNotes(QPainter& painter, const ChartScale& scale, const Theme& theme);

} // namespace signalbox::ui
