// SPDX-License-Identifier: GPL-3.0-or-later
// A count on the ground of a status, as round as it is high.
//
// Thread  GUI
#pragma once

#include "ui/shell/theme.h"

class QPainter;

namespace signalbox::ui {

enum class BadgeSize { Usual, Small };

QSize badgeSize(int number, BadgeSize size, const Theme& theme);
void paintBadge(QPainter& painter, const QRectF& place, int number, Hue hue, BadgeSize size, const Theme& theme);

} // namespace signalbox::ui
