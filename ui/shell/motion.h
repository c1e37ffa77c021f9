// SPDX-License-Identifier: GPL-3.0-or-later
// Whether anything in the window moves of its own: as this user has said, or as the desktop says through its portal.
//
// Thread     GUI; the desktop is asked without waiting for it
// Ownership  the Preferences outlive it
// Source     org.freedesktop.portal.Settings; reduced-motion of org.freedesktop.appearance, enable-animations of GNOME
#pragma once

#include "ui/models/preferences.h"

#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace signalbox::ui {

class Motion final : public QObject {
    Q_OBJECT

public:
    explicit Motion(const Preferences& preferences, QObject* parent = nullptr);

    bool isStill() const { return m_still; } // nothing moves of its own
    void take(); // what the preferences say now

signals:
    void changed();

public slots:
    /// As the portal tells of a setting.
    void hear(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& group, const QString& key);

    const Preferences& m_preferences;
    std::optional<bool> m_reduced; // by the common setting of desktops
    bool m_still = false;
    std::optional<bool> m_animated; // by GNOME's own, where that one is not set
};

} // namespace signalbox::ui
