// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firstrun/additions.h"

#include "ui/models/words.h"

#include <QFileDialog>

namespace signalbox::ui {

Additions::Additions(host::AgentHost& engine, QWidget& window) : QObject(&window), m_engine(engine), m_window(window)
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
    QFileDialog& asking = dialog(tr("Add a repository"));
    asking.setFileMode(QFileDialog::Directory);
    asking.setOption(QFileDialog::ShowDirsOnly);
    connect(&asking, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { begin(m_engine.addLine(folder.toStdString())); });
    asking.open();
}

void Additions::askForWorkspace()
{
    QFileDialog& asking = dialog(tr("Import a workspace"));
    asking.setNameFilter(tr("Workspaces (*.workspace.json)"));
    asking.setFileMode(QFileDialog::ExistingFile);
    connect(&asking, &QFileDialog::fileSelected, this,
            [this](const QString& file) { begin(m_engine.importLines(file.toStdString())); });
    asking.open();
}

QFileDialog& Additions::dialog(const QString& title)
{
    auto* made = new QFileDialog(&m_window, title);
    made->setAttribute(Qt::WA_DeleteOnClose);
    return *made;
}

void Additions::begin(host::RequestId request)
{
    m_request = request;
    emit began();
}

} // namespace signalbox::ui
