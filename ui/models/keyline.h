// SPDX-License-Identifier: GPL-3.0-or-later
// A key and what it does, for lists of keys.
#pragma once

#include <QString>

namespace signalbox::ui {

struct KeyLine {
    QString keys; // "Ctrl+K"
    QString does;
};

} // namespace signalbox::ui
