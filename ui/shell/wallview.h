// SPDX-License-Identifier: GPL-3.0-or-later
// The whole screen, to be read from three metres: the sentence, every line on its track, what needs a person, the time.
// It only shows; nothing is decided here.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Units      device-independent pixels, in proportion to a screen of 1440x900; no text under 22
#pragma once

#include "core/host/agenthost.h"
#include "ui/models/connectiontext.h"
#include "ui/models/linetracks.h"
#include "ui/models/needs.h"
#include "ui/shell/theme.h"
#include "ui/widgets/pace.h"

#include <QTimer>
#include <QWidget>

namespace signalbox::ui {

class ApprovalListModel;
class RunTableModel;

class WallView final : public QWidget {
    Q_OBJECT

public:
    static constexpr int kSmallestText = 22;

    struct Sources {
        const RunTableModel& runs;
        const ApprovalListModel& approvals;
        const Clock& clock;
        const host::AgentHost& engine; // knows lines that have no run yet
    };

    WallView(const ThemeSource& themes, const Sources& sources, QWidget* parent = nullptr);

    void setAgents(int running);
    void setSources(const QList<SourceWords>& sources); // where it all comes from
    void setStoreWorks(bool works);
    void setStill(bool still); // reduced motion
    void leave(); // F11 and Escape do it, too
    bool isMoving() const { return m_pace.isGoing(); }
    bool isWhole() const { return m_parts == kWhole; } // what is painted next
    int smallestText() const { return m_smallest; } // of what was painted last
    const QStringList& cut() const { return m_cut; } // texts of it that had too little room

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Pen; // one painting

    void refresh();
    std::vector<Need> needs() const;
    void move(); // what moves, as long as it is seen
    void divide(Pen& pen) const;
    void paintSentence(Pen& pen) const;
    void paintTracks(Pen& pen) const;
    void paintTrack(Pen& pen, const LineTrack& track, double top, double tall) const;
    void paintLive(Pen& pen, const LineTrack& track, const QLineF& live, double pillLeft) const;
    double pillWidth(Pen& pen, const LineTrack& track) const;
    void paintPill(Pen& pen, const LineTrack& track, double middle, double y) const;
    void paintNeeds(Pen& pen) const;
    void paintFoot(Pen& pen) const;

    const ThemeSource& m_themes;
    const Sources m_sources;
    std::vector<LineTrack> m_tracks;
    QList<SentencePart> m_sentence;
    std::vector<host::Hold> m_holds;
    /// What was never painted draws all its letters, which are large: not in one turn.
    static constexpr int kWithTracks = 1;
    static constexpr int kWhole = 2;
    int m_parts = 0;
    QTimer m_second;
    Pace m_pace;
    int m_agents = 0;
    int m_smallest = kSmallestText;
    QStringList m_cut;
    QString m_sourceWords;
    QList<SourceWords> m_told; // by the sources
    bool m_works = true;
};

} // namespace signalbox::ui
