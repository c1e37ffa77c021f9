// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a person for the number of a line.
//
// Thread  GUI
#pragma once

#include <cstdint>

class QInputDialog;
class QString;
class QWidget;

namespace signalbox::ui {

/// Shows itself; deletes itself when it is closed.
QInputDialog* askLine(std::uint64_t lines, QWidget* parent);

/// What was typed, with separators perhaps; 0: no number.
std::int64_t lineOf(const QString& text);

} // namespace signalbox::ui
