// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a run, newest last, and below them its attempts, side effects and limits.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/runsteps.h"
#include "ui/widgets/surface.h"

#include <optional>

class QBoxLayout;
class QGridLayout;
class QListView;

namespace signalbox::ui {

class Button;
class Label;
class RowListModel;

class StepsPanel final : public Surface {
    Q_OBJECT

public:
    explicit StepsPanel(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(const host::RunDetail& run, UtcTime now);
    void tick(UtcTime now); // ages of running steps
    void setSelected(std::optional<std::int64_t> checkpoint, bool live);
    void setOffline(const QString& reason); // of the lock; empty: it is not
    int stepCount() const { return static_cast<int>(m_steps.size()); }
    QListView* list() const { return m_list; }

signals:
    void checkpointPicked(qint64 checkpoint);
    void partAsked(qint64 checkpoint); // of a long run: the part that it lies in
    void livePicked();
    void cancelAsked();
    void resumeAsked();
    void reviewAsked(); // the approval that the run waits for

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHeading();
    void buildPart();
    void showPart(const host::RunDetail& run);
    void buildFooter();
    void showFacts(const host::RunDetail& run);
    void showActions();
    void arrange(); // actions that do not fit beside each other stand below each other
    void pick(int row);

    Label* m_count = nullptr;
    QWidget* m_part = nullptr; // which steps of a long run there are, and the ways to the others
    Label* m_partWords = nullptr;
    Button* m_earlier = nullptr;
    Button* m_later = nullptr;
    QListView* m_list = nullptr;
    RowListModel* m_rows = nullptr;
    QGridLayout* m_facts = nullptr;
    QList<std::pair<QString, QString>> m_shownFacts;
    QBoxLayout* m_actions = nullptr;
    Button* m_cancel = nullptr;
    Button* m_resume = nullptr;
    Button* m_review = nullptr;
    Label* m_reason = nullptr;
    QList<RunStep> m_steps;
    host::RunState m_state = host::RunState::Running; // of the run
    bool m_isAsked = false; // the run waits for a decision
    QString m_offline;
    std::int64_t m_first = 0, m_last = 0; // checkpoints of the part
    bool m_quiet = false; // the selection is set by the page
};

} // namespace signalbox::ui
