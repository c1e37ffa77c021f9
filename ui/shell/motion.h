// SPDX-License-Identifier: GPL-3.0-or-later
// Whether anything in the window moves of its own: as this user has said, or as the desktop says.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
#pragma once

#include "ui/models/preferences.h"
#include "ui/shell/desktopsettings.h"

#include <QObject>

namespace signalbox::ui {

class Motion final : public QObject {
    Q_OBJECT

public:
    Motion(const Preferences& preferences, const DesktopSettings& desktop, QObject* parent = nullptr);

    bool isStill() const { return m_still; } // nothing moves of its own
    void take(); // what preferences and desktop say now

signals:
    void changed();

private:
    const Preferences& m_preferences;
    const DesktopSettings& m_desktop;
    bool m_still = false;
};

} // namespace signalbox::ui
