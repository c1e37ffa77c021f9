// SPDX-License-Identifier: GPL-3.0-or-later
// Where a repository lives: on GitHub, on GitLab, or in a folder of this computer.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/connectionviews.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class Label;
class LineField;
class Segments;

class PlaceStep final : public QWidget {
    Q_OBJECT

public:
    PlaceStep(const ThemeSource& themes, QWidget* parent);

    bool isLocal() const;
    QString folder() const; // of a local one
    host::NewRepository repository() const; // without its token
    QString server() const; // "github.com"
    QString missing() const; // what keeps it from being taken; empty: nothing
    bool isTouched() const; // something was typed
    void adopt(); // takes an address that was typed for the repository into its parts
    void enter(); // sets the focus

signals:
    void edited();

private:
    QWidget* row(const QString& label, QWidget* field, Label*& note);
    void arrange();
    bool isGitLab() const;
    const char* provider() const; // of a server
    void askForFolder();

    const ThemeSource& m_themes;
    Segments* m_where;
    LineField* m_server;
    LineField* m_repository;
    LineField* m_folder;
    QWidget* m_serverRow = nullptr;
    QWidget* m_repositoryRow = nullptr;
    QWidget* m_folderRow = nullptr;
    Label* m_serverNote = nullptr;
    Label* m_repositoryNote = nullptr;
};

} // namespace signalbox::ui
