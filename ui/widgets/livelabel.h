// SPDX-License-Identifier: GPL-3.0-or-later
// A label whose words a screen reader speaks as they come, wherever its focus is.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     DESIGN 9
#pragma once

#include "ui/widgets/label.h"

namespace signalbox::ui {

class LiveLabel final : public Label {
    Q_OBJECT

public:
    LiveLabel(const ThemeSource& themes, Type type, Tone tone, QWidget* parent = nullptr);

    /// To screen readers alone: what it shows stays. What is not urgent is only found by whoever listens to it.
    void announce(const QString& words, bool urgently);
};

} // namespace signalbox::ui
