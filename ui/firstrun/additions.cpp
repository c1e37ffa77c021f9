// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firstrun/additions.h"

#include "ui/connections/addrepository.h"
#include "ui/models/words.h"

#include <QFileDialog>

namespace signalbox::ui {

Additions::Additions(const ThemeSource& themes, host::AgentHost& engine, const Clock& clock, QWidget& window)
    : QObject(&window), m_themes(themes), m_engine(engine), m_clock(clock), m_window(window)
{
    connect(&engine, &host::AgentHost::requestFinished, this,
            [this](host::RequestId request, const Result<void>& result) {
                if (m_request != request)
                    return;
                m_request.reset();
                emit ended();
                if (!result)
                    emit failed(text(result.error().detail));
            });
}

void Additions::openDemo()
{
    begin(m_engine.openDemo());
}

void Additions::askForRepository()
{
    (new AddRepository(m_themes, m_engine, m_clock, *m_window.window()))->open();
}

void Additions::askForWorkspace()
{
    auto* asking = new QFileDialog(&m_window, tr("Import a workspace"));
    asking->setAttribute(Qt::WA_DeleteOnClose);
    asking->setNameFilter(tr("Workspaces (*.workspace.json)"));
    asking->setFileMode(QFileDialog::ExistingFile);
    connect(asking, &QFileDialog::fileSelected, this,
            [this](const QString& file) { begin(m_engine.importLines(file.toStdString())); });
    asking->open();
}

void Additions::begin(host::RequestId request)
{
    m_request = request;
    emit began();
}

} // namespace signalbox::ui
