// SPDX-License-Identifier: GPL-3.0-or-later
// The rounded frame of panels, fields and buttons.
//
// Thread  GUI
#pragma once

#include <QColor>
#include <QRect>

class QPainter;

namespace signalbox::ui {

struct Frame {
    QColor border; // one pixel wide; without alpha there is none
    QColor ground; // within it; without alpha it is left as it is
    int radius = 0; // pixels
};

/// Stroking and filling a path was a third of what it costs to paint a page, so that only the corners are: once, and
/// kept. Where the border is not whole pixels of the screen the path is painted as it is.
void paintFrame(QPainter& painter, const QRect& place, const Frame& frame);

} // namespace signalbox::ui
