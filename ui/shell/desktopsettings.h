// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop says of its looks through its portal: dark or light, more contrast, less motion. One reader for
// whatever follows it.
//
// Thread     GUI; the desktop is asked without waiting for it
// Source     org.freedesktop.portal.Settings; color-scheme, contrast and reduced-motion of org.freedesktop.appearance,
//            enable-animations of GNOME
#pragma once

#include "ui/shell/theme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace signalbox::ui {

class DesktopSettings final : public QObject {
    Q_OBJECT

public:
    explicit DesktopSettings(const QDBusConnection& bus = QDBusConnection::sessionBus(), QObject* parent = nullptr);

    std::optional<Mode> scheme() const { return m_scheme; } // empty: it says nothing of it
    bool wantsContrast() const { return m_contrast; }
    bool wantsStill() const { return m_reduced.value_or(!m_animated.value_or(true)); }

signals:
    void changed();

public slots:
    /// As the portal tells of a setting.
    void hear(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& group, const QString& key);
    bool take(const QString& group, const QString& key, const QVariant& value); // whether it is one of ours

    QDBusConnection m_bus;
    std::optional<Mode> m_scheme;
    bool m_contrast = false;
    std::optional<bool> m_reduced; // by the common setting of desktops
    std::optional<bool> m_animated; // by GNOME's own, where that one is not set
};

} // namespace signalbox::ui
