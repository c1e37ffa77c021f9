// SPDX-License-Identifier: GPL-3.0-or-later
// Where what the main window shows comes from, how old it is, and what it says where a server does not answer.
#include "ui/shell/mainwindow.h"

#include "ui/models/silencetext.h"
#include "ui/overview/overviewpage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/announcer.h"
#include "ui/shell/ownwindows.h"
#include "ui/shell/sourcewatch.h"
#include "ui/shell/statusline.h"
#include "ui/shell/wallview.h"
#include "ui/widgets/errorstrip.h"

#include <utility>

namespace signalbox::ui {

namespace {

/// What a page shows of servers; empty: nothing.
std::optional<ToldOf> shownOn(PageKind page)
{
    switch (page) {
    case PageKind::Overview: return ToldOf::Lines;
    case PageKind::Runs:
    case PageKind::RunDetail: return ToldOf::Runs;
    case PageKind::Approvals: return ToldOf::Decisions;
    case PageKind::Knowledge:
    case PageKind::Audit:
    case PageKind::Settings: break;
    }
    return {};
}

} // namespace

void MainWindow::connectSources()
{
    m_sources = new SourceWatch(m_engine, m_clock, this);
    m_announcer = new Announcer(*m_status, m_runs.all(), m_engine, this);
    connect(&m_engine, &host::AgentHost::remoteFailed, this, [this](const QString& detail) {
        m_faults << detail;
        m_sources->load();
    });
    connect(m_sources, &SourceWatch::changed, this, &MainWindow::takeSources);
    connect(m_sources, &SourceWatch::loaded, this, &MainWindow::tellFaults);
    connect(m_silence, &ErrorStrip::actionTriggered, this, [this] {
        settingsPage().chooseConnections();
        go({PageKind::Settings, {}, -1, {}});
    });
}

/// Those that no server's silence explains; the last of them.
void MainWindow::tellFaults()
{
    for (const QString& fault : std::exchange(m_faults, {})) {
        if (m_sources->explains(fault))
            continue;
        m_toldFault = fault;
        m_strip->tell(tr("A connection does not work."), fault);
    }
}

void MainWindow::takeSources(const QList<SourceWords>& sources)
{
    m_status->setSources(sources);
    m_own->wall().setSources(sources);
    if (m_overview)
        m_overview->setSources(sources);
    const bool isOver = m_sources->allWork() || m_sources->explains(m_toldFault);
    if (isOver && m_strip->sentence() == tr("A connection does not work."))
        m_strip->clear();
    showSilence();
    emit sourcesChanged(sources);
}

void MainWindow::showSilence()
{
    const auto shown = shownOn(m_place.page);
    const SilenceText said = shown ? silenceText(*shown, m_sources->told(), m_clock.now()) : SilenceText();
    if (said.sentence.isEmpty())
        m_silence->clear();
    else if (m_silence->sentence() == said.sentence)
        m_silence->setRest(said.rest);
    else
        m_silence->tell(said.sentence, said.rest, tr("Connections"));
    m_silence->setDetails(said.details);
}

} // namespace signalbox::ui
