// SPDX-License-Identifier: GPL-3.0-or-later
// The glyph and the hue of each status. Nominal is grey: a hue means live, waiting or abnormal.
#pragma once

#include "ui/models/statusrole.h"
#include "ui/shell/theme.h"

class QPainter;
class QRectF;

namespace signalbox::ui {

QString glyphName(StatusRole role); // "status-waiting": a file of resources/icons
Hue hueOf(StatusRole role);
bool isMuted(StatusRole role); // fine, over or not begun: drawn in the quiet text colour

/// Draws the glyph into `rect`. In the light theme waiting and off baseline get their outline; `angle` turns the
/// running arc, in degrees.
void paintGlyph(QPainter& painter, const QRectF& rect, StatusRole role, const Theme& theme, double angle = 0);

} // namespace signalbox::ui
