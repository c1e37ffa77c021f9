// SPDX-License-Identifier: GPL-3.0-or-later
// The ground of a place in a list of places: chosen with a bar at its left, or under the mouse.
//
// Thread  GUI
#pragma once

#include "ui/shell/theme.h"

class QPainter;
class QRect;

namespace signalbox::ui {

struct PlaceState {
    bool chosen = false;
    bool hovered = false;
};

void paintPlaceGround(QPainter& painter, const QRect& place, const PlaceState& state, const Theme& theme);

} // namespace signalbox::ui
