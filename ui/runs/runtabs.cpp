// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runtabs.h"

#include "ui/models/rowlistmodel.h"
#include "ui/models/runsteps.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"
#include "ui/runs/logpane.h"
#include "ui/runs/logsearch.h"
#include "ui/runs/modelpane.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tabstrip.h"

#include <QListView>
#include <QStackedWidget>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kSide = 8;
constexpr int kGap = 6;
constexpr int kLeastSearch = 150;

QListView* listOf(const ThemeSource& themes, RowListModel* model, const QString& name, QWidget* parent)
{
    auto* list = makeRowList(themes, {.height = 44, .rules = true}, parent);
    list->setModel(model);
    list->setAccessibleName(name);
    return list;
}

/// The step that ended a job: "make all, exit 2".
QString failedStep(const ci::Job& job)
{
    for (const auto& step : job.steps)
        if (step.exitCode && *step.exitCode != 0)
            return RunTabs::tr("%1, exit %2").arg(text(step.name)).arg(*step.exitCode);
    return jobLabel(job);
}

} // namespace

RunTabs::RunTabs(const ThemeSource& themes, QWidget* parent)
    : Surface(themes, Kind::Inset, parent),
      m_tabs(new TabStrip(themes, this)),
      m_search(new LineField(themes, Type::Body, this)),
      m_stack(new QStackedWidget(this)),
      m_log(new LogPane(themes, this)),
      m_calls(new RowListModel(this)),
      m_messages(new ModelPane(themes, this)),
      m_jobs(new RowListModel(this))
{
    m_tabs->addTab(tr("Log"));
    m_tabs->addTab(tr("Tool calls %1").arg(0));
    m_tabs->addTab(tr("Failed jobs %1").arg(0));
    m_messages->hide();
    m_tabs->setUsesScrollButtons(false);
    new LogSearch(*m_search, *m_log);
    m_search->setMinimumWidth(kLeastSearch);
    m_search->setMaximumWidth(270);
    m_search->setFixedHeight(28);
    m_stack->addWidget(m_log);
    m_stack->addWidget(listOf(themes, m_calls, tr("Tool calls"), this));
    m_stack->addWidget(listOf(themes, m_jobs, tr("Failed jobs"), this));

    auto* bar = new Surface(themes, Kind::Panel, this);
    m_bar = new QBoxLayout(QBoxLayout::LeftToRight, bar);
    m_bar->setContentsMargins(kSide, 0, kSide, 0);
    m_bar->setSpacing(kGap);
    m_bar->addWidget(m_tabs, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_log->chooser());
    row->addWidget(m_search, 1);
    m_bar->addLayout(row, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(new Rule(themes, Qt::Horizontal, this));
    column->addWidget(m_stack, 1);

    connect(m_tabs, &TabStrip::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(std::clamp(tab, 0, m_stack->count() - 1));
        m_search->setVisible(tab == 0);
        m_log->chooser()->setVisible(tab == 0 && m_log->chooser()->count() > 1);
    });
    connect(m_log, &LogPane::wanted, this, &RunTabs::logWanted);
}

void RunTabs::arrange()
{
    const int chooser = m_log->chooser()->count() > 1 ? m_log->chooser()->sizeHint().width() + kGap : 0;
    const int beside = 2 * kSide + m_tabs->sizeHint().width() + kGap + chooser + kLeastSearch;
    const bool below = beside > width();
    m_bar->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_bar->setContentsMargins(kSide, 0, kSide, below ? kGap : 0);
    m_bar->setSpacing(below ? 0 : kGap);
}

void RunTabs::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    arrange();
}

void RunTabs::find()
{
    m_tabs->setCurrentIndex(0);
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RunTabs::jumpToRootCause()
{
    m_tabs->setCurrentIndex(0);
    m_log->view()->jumpToRootCause();
}

void RunTabs::adopt(QWidget* panel, const QString& name)
{
    if (panel == m_adopted)
        return;
    if (panel) {
        m_tabs->addTab(name);
        m_stack->addWidget(panel);
    } else {
        m_tabs->removeTab(m_tabs->count() - 1);
        m_stack->removeWidget(m_adopted);
    }
    m_adopted = panel;
    m_tabs->updateGeometry(); // a hidden tab bar does not tell its layout
    arrange();
}

void RunTabs::showAdopted()
{
    if (m_adopted)
        m_tabs->setCurrentIndex(m_tabs->count() - 1);
}

void RunTabs::show(const host::RunDetail& run)
{
    m_log->setJobs(run);
    showCalls(run);
    showMessages(run);
    showFailedJobs(run);
    arrange();
}

void RunTabs::showCalls(const host::RunDetail& run)
{
    QList<ListRow> rows;
    for (const auto& call : toolCallsOf(run)) {
        ListRow row;
        row.id = call.key;
        row.role = call.role;
        row.title = tr("%1, %2").arg(call.key, call.safety);
        row.detail = call.result.isEmpty() ? call.intent : tr("%1: %2").arg(call.intent, call.result);
        row.right = clockTime(call.at);
        row.toolTip = tr("%1\n%2").arg(call.intent, call.result);
        rows.append(row);
    }
    m_tabs->setWords(1, tr("Tool calls %1").arg(rows.size()));
    m_calls->setRows(rows);
}

void RunTabs::showMessages(const host::RunDetail& run)
{
    const QList<ModelMessage> messages = modelMessagesOf(run);
    m_messages->show(messages);
    const bool has = !messages.isEmpty();
    if (has && !m_hasMessages) {
        m_tabs->insertTab(kMessagesTab, {});
        m_stack->insertWidget(kMessagesTab, m_messages);
    } else if (!has && m_hasMessages) {
        m_stack->removeWidget(m_messages);
        m_tabs->removeTab(kMessagesTab);
    }
    if (std::exchange(m_hasMessages, has) != has)
        m_stack->setCurrentIndex(m_tabs->currentIndex());
    if (has)
        m_tabs->setWords(kMessagesTab, tr("Model messages %1").arg(messages.size()));
}

void RunTabs::showFailedJobs(const host::RunDetail& run)
{
    QList<ListRow> rows;
    for (const auto& job : run.jobs) {
        if (statusOf(job) != StatusRole::Failed && statusOf(job) != StatusRole::NoData)
            continue;
        ListRow row;
        row.id = QString::fromStdString(job.name);
        row.role = statusOf(job);
        row.title = row.id;
        row.detail = failedStep(job);
        row.right = tr("attempt %1").arg(job.attempt);
        if (job.startedAt && job.finishedAt)
            row.right = tr("attempt %1, %2").arg(job.attempt).arg(stepDuration(*job.finishedAt - *job.startedAt));
        rows.append(row);
    }
    m_tabs->setWords(failedTab(), tr("Failed jobs %1").arg(rows.size()));
    m_jobs->setRows(rows);
}

} // namespace signalbox::ui
