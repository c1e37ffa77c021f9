// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace signalbox::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kOpen = QStringLiteral("open");
const QString kDefault = QStringLiteral("default"); // a click on the notice itself
constexpr uchar kNormal = 1;
constexpr uchar kCritical = 2;
constexpr int kAsTheDesktopLikes = -1;
constexpr int kUntilClosed = 0;

} // namespace

DesktopNotices::DesktopNotices(QObject* parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this, SLOT(invoke(uint, QString)));
    bus.connect(kService, kPath, kService, QStringLiteral("NotificationClosed"), this, SLOT(forget(uint)));
}

void DesktopNotices::show(const Notice& notice)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        emit unavailable(notice);
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    const bool isCritical = notice.urgency == Urgency::Critical;
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(isCritical ? kCritical : kNormal)},
                            {QStringLiteral("desktop-entry"), QStringLiteral("signalbox")},
                            {QStringLiteral("sound-name"), QStringLiteral("message-new-instant")}};
    // The body may be taken for markup, the title may not.
    call.setArguments({QStringLiteral("Signalbox"), uint(0), QStringLiteral("signalbox"), notice.title,
                       notice.body.toHtmlEscaped(), QStringList{kDefault, notice.button, kOpen, notice.button}, hints,
                       isCritical ? kUntilClosed : kAsTheDesktopLikes});
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, notice](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<uint> reply = *done;
        done->deleteLater();
        if (reply.isError())
            emit unavailable(notice);
        else
            m_shown.insert_or_assign(reply.value(), notice);
    });
}

void DesktopNotices::invoke(uint id, const QString& action)
{
    const auto shown = m_shown.find(id);
    if (shown != m_shown.end() && (action == kOpen || action == kDefault))
        emit opened(shown->second);
}

void DesktopNotices::forget(uint id)
{
    m_shown.erase(id);
}

} // namespace signalbox::ui
