// SPDX-License-Identifier: GPL-3.0-or-later
// What the track diagrams of Overview and wall are drawn of: the arm of a gate, what moves towards a stop, a run that
// is over. Each is told by its shape, too.
//
// Thread  GUI
// Units   device-independent pixels
// Source  DESIGN 3, overview-dark and overview-wall-dark
#pragma once

#include "ui/models/statusrole.h"
#include "ui/shell/theme.h"

#include <QPointF>
#include <QRectF>

class QPainter;

namespace signalbox::ui {

bool isMoving(StatusRole role); // something goes on by itself

/// Stands on `foot`, on the track. Level and filled where it holds; raised and hollow where the line is clear.
struct Arm {
    QPointF foot = {};
    double mast = 19; // high
    double stroke = 2; // of the mast
    double length = 11; // of the blade; level, half as long again
    double height = 5;
    bool level = false;
    double forward = 1; // -1: the track leads to the left

    double reach() const { return level ? 1.5 * length : length; } // before its mast
};
void paintArm(QPainter& painter, const Arm& arm, const Theme& theme);

/// A gap that travels along a piece of track, `at` 0 to 1 of the way.
void paintTravelling(QPainter& painter, const QLineF& track, double at, double width, const QColor& ground);

/// One run, standing on the lower edge of `place`: low where nothing was wrong, high where it failed, hollow where it
/// goes on, in two pieces where it waits for a person.
void paintRunMark(QPainter& painter, const QRectF& place, StatusRole role, const Theme& theme);

} // namespace signalbox::ui
