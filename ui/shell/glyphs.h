// SPDX-License-Identifier: GPL-3.0-or-later
// The glyphs of the faces that pages are full of, drawn before any page is shown: a font keeps what it has drawn once,
// and the first page would have to draw them all in one turn.
//
// Thread     GUI
// Ownership  the ThemeSource outlives the steps
#pragma once

#include "ui/shell/theme.h"
#include "ui/widgets/turns.h"

namespace signalbox::ui {

/// Steps of a few milliseconds, one a face.
std::vector<Turns::Step> glyphsDrawn(const ThemeSource& themes);

} // namespace signalbox::ui
