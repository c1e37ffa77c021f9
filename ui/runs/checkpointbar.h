// SPDX-License-Identifier: GPL-3.0-or-later
// Below the graph: which checkpoint is on screen, the slider over all of them, the way back to the
// present, and a replay, which reads one checkpoint after the other.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/views.h"
#include "ui/widgets/surface.h"

#include <QTimer>

#include <optional>
#include <vector>

class QHBoxLayout;

namespace signalbox::ui {

class Button;
class CheckpointSlider;
class Label;

class CheckpointBar final : public Surface {
    Q_OBJECT

public:
    explicit CheckpointBar(const ThemeSource& themes, QWidget* parent = nullptr);

    void setRun(const host::RunDetail& run);
    void setSelected(std::optional<std::int64_t> checkpoint); // empty: the present
    void setOffline(const QString& reason); // of the lock; empty: it is not
    int fit(int width); // gives way in steps until no button is cut; the width that it cannot do without
    CheckpointSlider* slider() const { return m_slider; }
    Button* liveButton() const { return m_live; }
    static QString forkFault(const host::RunDetail& run); // why it cannot be forked; empty: it can
    QString lockedWords() const; // below the buttons; empty: none is locked
    Button* forkButton() const { return m_fork; }
    void stopReplay(); // where somebody does something else

protected:
    void hideEvent(QHideEvent* event) override;

signals:
    void checkpointPicked(qint64 checkpoint);
    void livePicked();
    void forkPicked(); // from the shown checkpoint

private:
    enum class Form { Whole, Terse, Stacked }; // with keys and what came before; without; the moment below the buttons

    void setForm(Form form);
    void replay(); // one checkpoint after the other; stops where it is replaying
    void showNext();
    int leastWidth() const; // in its form, whichever moment is shown
    void showLocks();
    void describe(const host::CheckpointRow& row, bool live);
    qint64 goneBefore(qint64 checkpoint) const;

    CheckpointSlider* m_slider;
    Button* m_replay;
    Label* m_place;
    Label* m_after;
    Label* m_locked; // why it cannot be forked
    Button* m_fork;
    Button* m_live;
    QHBoxLayout* m_buttons;
    QHBoxLayout* m_below;
    std::vector<host::CheckpointRow> m_rows;
    std::int64_t m_newest = 0; // of the run
    bool m_running = false; // the last stop is the present
    QString m_forkFault; // empty: it can be forked
    QString m_offline;
    bool m_present = true; // is shown
    RunId m_run;
    QTimer m_pace{this}; // of a replay
    std::optional<std::int64_t> m_replayed; // the checkpoint that a replay has asked for; empty: the present
};

} // namespace signalbox::ui
