// SPDX-License-Identifier: GPL-3.0-or-later
// Draws an icon of resources/icons in one colour, in place of its currentColor.
//
// Thread  GUI
#pragma once

#include <QPixmap>
#include <QString>

namespace signalbox::ui {

/// `tint` as "#rrggbb", or empty for a drawing with colours of its own. Null where there is no such icon. Cached.
QPixmap tintedIcon(const QString& name, const QString& tint, int side, double ratio);

} // namespace signalbox::ui
