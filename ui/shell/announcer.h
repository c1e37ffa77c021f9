// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a screen reader what happens outside its focus: what the desktop is told is urgent, and so is a line that is
// held or critical; any other change of a line is said quietly. Nothing of it is drawn: the pages show the same.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Source     DESIGN 9
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/linetracks.h"
#include "ui/models/notices.h"

#include <QTimer>

#include <map>
#include <set>

namespace signalbox::ui {

class StatusLine;

class Announcer final : public QObject {
    Q_OBJECT

public:
    Announcer(StatusLine& line, const std::vector<host::RunSummary>& runs, const host::AgentHost& engine,
              QObject* parent = nullptr);

    void tell(const Notice& notice); // which is urgent

private:
    struct State {
        StatusRole role;
        RunId run;
        bool operator==(const State&) const = default;
    };

    void gather(); // what has changed since the last time
    std::vector<const LineTrack*> changed(const std::vector<LineTrack>& tracks);

    StatusLine& m_line;
    const std::vector<host::RunSummary>& m_runs;
    const host::AgentHost& m_engine;
    std::map<QString, State> m_known; // by line
    std::set<ApprovalId> m_told; // by notices
    bool m_begun = false;
    QTimer m_gathering;
};

} // namespace signalbox::ui
