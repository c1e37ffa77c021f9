// SPDX-License-Identifier: GPL-3.0-or-later
// Carries the news of commits from the store thread to the thread it lives in, in batches.
//
// Thread  post(): any. Signal: the thread the relay lives in.
// Rate    at most one signal per kInterval, however much was posted
// Loss    none: batches are added up
#pragma once

#include "core/store/changes.h"

#include <QObject>

#include <mutex>

namespace signalbox::host {

class EventRelay : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void post(const store::Changes& changes);

signals:
    void changed(const signalbox::store::Changes& changes);

private:
    static constexpr int kIntervalMs = 50;
    void scheduleFlush();
    void flush();

    std::mutex m_mutex;
    store::Changes m_pending; // guarded by m_mutex
};

} // namespace signalbox::host
