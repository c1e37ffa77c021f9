// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopsettings.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace signalbox::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kCommon = QStringLiteral("org.freedesktop.appearance");
const QString kScheme = QStringLiteral("color-scheme");
const QString kContrast = QStringLiteral("contrast");
const QString kReduced = QStringLiteral("reduced-motion");
const QString kGnome = QStringLiteral("org.gnome.desktop.interface");
const QString kAnimations = QStringLiteral("enable-animations");
constexpr uint kDark = 1;
constexpr uint kLight = 2;

/// Older portals wrap the value twice.
QVariant unwrapped(const QDBusVariant& value)
{
    const QVariant inner = value.variant();
    return inner.canConvert<QDBusVariant>() ? inner.value<QDBusVariant>().variant() : inner;
}

} // namespace

DesktopSettings::DesktopSettings(const QDBusConnection& bus, QObject* parent) : QObject(parent), m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                  SLOT(hear(QString, QString, QDBusVariant)));
    for (const QString& key : {kScheme, kContrast, kReduced})
        ask(kCommon, key);
    ask(kGnome, kAnimations);
}

void DesktopSettings::ask(const QString& group, const QString& key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call.setArguments({group, key});
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        done->deleteLater();
        if (!reply.isError()) // a desktop without the setting says nothing of it
            hear(group, key, reply.value());
    });
}

void DesktopSettings::hear(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (take(group, key, unwrapped(value)))
        emit changed();
}

bool DesktopSettings::take(const QString& group, const QString& key, const QVariant& value)
{
    if (group == kGnome && key == kAnimations) {
        m_animated = value.toBool();
        return true;
    }
    if (group != kCommon)
        return false;
    if (key == kReduced)
        m_reduced = value.toUInt() == 1;
    else if (key == kContrast)
        m_contrast = value.toUInt() == 1;
    else if (key == kScheme)
        m_scheme = value.toUInt() == kDark ? std::optional(Mode::Dark)
            : value.toUInt() == kLight     ? std::optional(Mode::Light)
                                           : std::nullopt;
    else
        return false;
    return true;
}

} // namespace signalbox::ui
