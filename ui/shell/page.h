// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the window: what its header says, and where it leads.
//
// Thread  GUI
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "ui/models/statusrole.h"

#include <QString>
#include <QWidget>

#include <optional>

namespace signalbox::ui {

/// The header of the window while the page is shown, from left to right.
struct PageTitle {
    QString title; // "search #7713"
    QString task; // "Heal failing run"
    std::optional<StatusRole> status; // a pill
    QString statusWords; // "Retrying, attempt 2 of 3"
    QString note; // "main, 8c1f2ab"
    bool steps = false; // leads to the one before and the one after, as step() does
};

class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual PageTitle title() const = 0;
    virtual void step(int) { } // by one, back or forward
    virtual void entered() { } // it is shown now: put the focus where work begins
    virtual void restate() { } // times are told in another zone: put what is shown in words again

    /// Nothing newer than of `since` can be had, and nothing can be changed; empty: it can. What is shown stays.
    void setOffline(std::optional<UtcTime> since);

signals:
    void titleChanged();
    void runOpened(signalbox::RunId run, std::int64_t checkpoint); // a checkpoint below 0: the newest
    void approvalOpened(signalbox::ApprovalId approval);

protected:
    virtual void takeOffline() { } // it has changed: lock what changes something, or unlock it
    QString offlineReason() const; // of a lock; empty: it is not offline
    QString ageWords(UtcTime lastChange, UtcTime now) const; // of what is shown

private:
    std::optional<UtcTime> m_offline;
};

} // namespace signalbox::ui
