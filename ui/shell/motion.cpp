// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/motion.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace signalbox::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kCommon = QStringLiteral("org.freedesktop.appearance");
const QString kReduced = QStringLiteral("reduced-motion");
const QString kGnome = QStringLiteral("org.gnome.desktop.interface");
const QString kAnimations = QStringLiteral("enable-animations");

/// Older portals wrap the value twice.
QVariant unwrapped(const QDBusVariant& value)
{
    const QVariant inner = value.variant();
    return inner.canConvert<QDBusVariant>() ? inner.value<QDBusVariant>().variant() : inner;
}

} // namespace

Motion::Motion(const Preferences& preferences, QObject* parent) : QObject(parent), m_preferences(preferences)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                    SLOT(hear(QString, QString, QDBusVariant)));
        ask(kCommon, kReduced);
        ask(kGnome, kAnimations);
    }
    take();
}

void Motion::ask(const QString& group, const QString& key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    call.setArguments({group, key});
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        done->deleteLater();
        if (!reply.isError()) // a desktop without the setting says nothing of motion
            hear(group, key, reply.value());
    });
}

void Motion::hear(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == kCommon && key == kReduced)
        m_reduced = unwrapped(value).toUInt() == 1;
    else if (group == kGnome && key == kAnimations)
        m_animated = unwrapped(value).toBool();
    else
        return;
    take();
}

void Motion::take()
{
    const QString said = m_preferences.motion();
    const bool desktop = m_reduced.value_or(!m_animated.value_or(true));
    const bool still = said == QLatin1String("system") ? desktop : said == QLatin1String("reduced");
    if (still == m_still)
        return;
    m_still = still;
    emit changed();
}

} // namespace signalbox::ui
