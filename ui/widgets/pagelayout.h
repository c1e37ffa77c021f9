// SPDX-License-Identifier: GPL-3.0-or-later
// The room that every page keeps around what it shows, and between its panels.
//
// Units   device-independent pixels
// Source  mockups of overview, runs, audit and settings
#pragma once

#include "ui/shell/theme.h"

#include <QMargins>

namespace signalbox::ui {

constexpr int kPanelGap = 14;

inline QMargins pageMargins(const Theme& theme)
{
    return {theme.spacing(5), kPanelGap, theme.spacing(5), theme.spacing(5)};
}

} // namespace signalbox::ui
