// SPDX-License-Identifier: GPL-3.0-or-later
// Shows notices through the desktop's own service. Their only button opens the evidence.
//
// Thread     GUI; never waits for the service
// Source     Desktop Notifications Specification 1.2, org.freedesktop.Notifications
#pragma once

#include "ui/models/notices.h"

#include <QObject>

#include <map>

class QDBusPendingCallWatcher;

namespace signalbox::ui {

class DesktopNotices final : public QObject {
    Q_OBJECT

public:
    explicit DesktopNotices(QObject* parent = nullptr);

    void show(const Notice& notice);

signals:
    void opened(const signalbox::ui::Notice& notice);
    void unavailable(const signalbox::ui::Notice& notice); // no service took it

private slots:
    void invoke(uint id, const QString& action);
    void forget(uint id);

private:
    std::map<uint, Notice> m_shown;
};

} // namespace signalbox::ui
