// SPDX-License-Identifier: GPL-3.0-or-later
// The panels of the run page and how they share the room: side by side, or as tabs where there is none.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/views.h"
#include "ui/models/preferences.h"
#include "ui/shell/theme.h"
#include "ui/widgets/turns.h"

#include <QWidget>

#include <memory>

class QSplitter;

namespace signalbox::ui {

class CheckpointBar;
class ErrorStrip;
class GraphPane;
class RehearsalBanner;
class RunTabs;
class Skeleton;
class StatePanel;
class StepsPanel;

class RunDetailBody final : public QWidget {
    Q_OBJECT

public:
    /// `tabs`: made before, so that not everything is made at once; null: they are made here.
    explicit RunDetailBody(const ThemeSource& themes, std::unique_ptr<RunTabs> tabs, QWidget* parent = nullptr);

    void conceal(); // there are only the strip and grey rows
    std::vector<Turns::Step> revealing(); // steps that end that
    std::vector<Turns::Step> showing(const host::RunDetail& run, const Clock& clock); // both outlive the steps
    void setStill(bool still); // reduced motion
    void giveUp(); // on loading: only the strip
    void setSizes(const RunDetailSizes& sizes); // as they were left

    StepsPanel* steps() const { return m_steps; }
    Skeleton* skeleton() const { return m_skeleton; }
    ErrorStrip* strip() const { return m_strip; }
    RehearsalBanner* banner() const { return m_banner; }
    GraphPane* graph() const { return m_graph; }
    CheckpointBar* bar() const { return m_bar; }
    RunTabs* tabs() const { return m_tabs; }
    StatePanel* state() const { return m_state; }

signals:
    void sizesChosen(const signalbox::ui::RunDetailSizes& sizes); // a splitter was moved

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildCentre(const ThemeSource& themes);
    void keepSizes();
    void arrange(); // the state beside the graph, or a tab below it

    StepsPanel* m_steps;
    ErrorStrip* m_strip;
    RehearsalBanner* m_banner;
    Skeleton* m_skeleton;
    GraphPane* m_graph;
    CheckpointBar* m_bar;
    RunTabs* m_tabs;
    StatePanel* m_state;
    QSplitter* m_across;
    QWidget* m_centre = nullptr;
    QSplitter* m_middle = nullptr;
    RunDetailSizes m_sizes;
    bool m_narrow = false;
    bool m_isConcealed = false;
};

} // namespace signalbox::ui
