// SPDX-License-Identifier: GPL-3.0-or-later
// A LineDiffModel as a reviewer reads it: number, sign, and the line on its tint.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     mockup settings-policy-light, "Change"
#pragma once

#include "ui/shell/theme.h"

class QListView;
class QWidget;

namespace signalbox::ui {

QListView* makeLineDiffView(const ThemeSource& themes, QWidget* parent);

} // namespace signalbox::ui
