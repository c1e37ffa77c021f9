// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/rundetailbody.h"

#include "ui/runs/checkpointbar.h"
#include "ui/runs/graphpane.h"
#include "ui/runs/rehearsalbanner.h"
#include "ui/runs/runtabs.h"
#include "ui/runs/statepanel.h"
#include "ui/runs/stepspanel.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/graphview.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/skeleton.h"

#include <QHBoxLayout>
#include <QSplitter>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr int kCentreWidth = 690; // grows and shrinks with the window
constexpr int kTabsHeight = 480; // does, too
constexpr int kLeastState = 280; // narrower it is a tab
} // namespace

RunDetailBody::RunDetailBody(const ThemeSource& themes, std::unique_ptr<RunTabs> tabs, QWidget* parent)
    : QWidget(parent),
      m_steps(new StepsPanel(themes, this)),
      m_strip(new ErrorStrip(themes, StatusRole::Critical, this)),
      m_banner(new RehearsalBanner(themes, this)),
      m_skeleton(new Skeleton(themes, this)),
      m_graph(new GraphPane(themes, this)),
      m_bar(new CheckpointBar(themes, this)),
      m_tabs(tabs ? tabs.release() : new RunTabs(themes, this)),
      m_state(new StatePanel(themes, this)),
      m_across(new QSplitter(Qt::Horizontal, this))
{
    m_state->setMinimumWidth(kLeastState);
    m_graph->setMinimumHeight(140);
    m_across->setObjectName(QStringLiteral("runDetailAcross"));
    m_across->setHandleWidth(1);
    m_across->setChildrenCollapsible(false);
    m_centre = buildCentre(themes);
    m_across->addWidget(m_centre);
    m_across->addWidget(m_state);
    m_across->setStretchFactor(0, 1);
    m_across->setStretchFactor(1, 0);
    m_across->setSizes({kCentreWidth, m_sizes.stateWidth});
    for (QSplitter* splitter : {m_across, m_middle})
        connect(splitter, &QSplitter::splitterMoved, this, &RunDetailBody::keepSizes);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_steps);
    row->addWidget(new Rule(themes, Qt::Vertical, this));
    row->addWidget(m_across, 1);
}

QWidget* RunDetailBody::buildCentre(const ThemeSource& themes)
{
    auto* lower = new QWidget(this);
    auto* lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(0);
    lowerColumn->addWidget(m_bar);
    lowerColumn->addWidget(new Rule(themes, Qt::Horizontal, lower));
    lowerColumn->addWidget(m_tabs, 1);

    auto* middle = new QSplitter(Qt::Vertical, this);
    m_middle = middle;
    middle->setObjectName(QStringLiteral("runDetailMiddle"));
    middle->setHandleWidth(1);
    middle->setChildrenCollapsible(false);
    middle->addWidget(m_graph);
    middle->addWidget(lower);
    middle->setStretchFactor(0, 0);
    middle->setStretchFactor(1, 1);
    middle->setSizes({m_sizes.graphHeight, kTabsHeight});

    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_banner);
    column->addWidget(m_skeleton, 1);
    column->addWidget(middle, 1);
    column->addStretch(); // of a run that cannot be read only the strip is left, at the top
    return centre;
}

void RunDetailBody::conceal()
{
    m_isConcealed = true;
    m_steps->hide();
    m_middle->hide();
    if (!m_narrow) // else it is a page of the tabs, which show and hide it
        m_state->hide();
    m_banner->hide();
    m_skeleton->start();
}

/// The centre last: the skeleton keeps its place until then.
std::vector<Turns::Step> RunDetailBody::revealing()
{
    return {[this] { m_steps->setVisible(true); },
            [this] {
                m_isConcealed = false;
                arrange(); // the bar has its words
                if (!m_narrow)
                    m_state->setVisible(true);
            },
            [this] {
                m_skeleton->stop();
                m_middle->show();
            }};
}

std::vector<Turns::Step> RunDetailBody::showing(const host::RunDetail& run, const Clock& clock)
{
    return {[this, &run] { m_banner->show(run.summary); }, [this, &run] { m_graph->setDrawing(run.drawing); },
            [this, &run] { m_tabs->show(run); }, [this, &run] { m_bar->setRun(run); },
            [this, &run, &clock] { m_steps->show(run, clock.now()); }};
}

void RunDetailBody::giveUp()
{
    m_skeleton->stop();
}

/// The row above the slider is never cut: what stands beside it gives way first, at last into a tab.
void RunDetailBody::arrange()
{
    const int centre = m_bar->fit(width() - m_steps->minimumWidth() - 1); // the rule between them
    m_centre->setMinimumWidth(centre);
    const bool narrow = m_steps->minimumWidth() + centre + kLeastState + 2 > width();
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_state->setMinimumWidth(narrow ? 0 : kLeastState);
    if (narrow) {
        m_tabs->adopt(m_state, tr("State"));
        return;
    }
    m_tabs->adopt(nullptr, {});
    m_across->addWidget(m_state);
    m_across->setStretchFactor(1, 0);
    m_across->setSizes({m_across->width() - m_sizes.stateWidth, m_sizes.stateWidth});
    m_state->setVisible(!m_isConcealed);
}

void RunDetailBody::setSizes(const RunDetailSizes& sizes)
{
    m_sizes = sizes;
    m_middle->setSizes({sizes.graphHeight, std::max(kTabsHeight, m_middle->height() - sizes.graphHeight)});
    if (!m_narrow)
        m_across->setSizes({std::max(kCentreWidth, m_across->width() - sizes.stateWidth), sizes.stateWidth});
}

void RunDetailBody::keepSizes()
{
    m_sizes.graphHeight = m_middle->sizes().constFirst();
    if (!m_narrow)
        m_sizes.stateWidth = m_across->sizes().constLast();
    emit sizesChosen(m_sizes);
}

void RunDetailBody::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RunDetailBody::setStill(bool still)
{
    m_graph->graph()->setStill(still);
}

} // namespace signalbox::ui
