// SPDX-License-Identifier: GPL-3.0-or-later
// A field of a form below its label, no wider than what is typed there.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it; `parent` owns what is made, and that the field
#pragma once

#include "ui/shell/theme.h"

class QWidget;

namespace signalbox::ui {

QWidget* labelledField(const ThemeSource& themes, const QString& label, QWidget* field, QWidget* parent);

} // namespace signalbox::ui
