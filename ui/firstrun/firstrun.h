// SPDX-License-Identifier: GPL-3.0-or-later
// Where a workspace without lines begins: the demo, a repository, another workspace; and whether this computer is
// ready.
//
// Thread     GUI
// Ownership  everything handed to the constructor outlives it
// Errors     what a request answers is shown in the strip above the ways to begin
#pragma once

#include "core/host/agenthost.h"
#include "ui/shell/theme.h"

#include <QScrollArea>

class QVBoxLayout;

namespace signalbox::ui {

class Additions;
class ComputerList;
class ErrorStrip;
class StartCard;

class FirstRun final : public QScrollArea {
    Q_OBJECT

public:
    FirstRun(const ThemeSource& themes, host::AgentHost& engine, const Clock& clock, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override; // looks at this computer
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildWays();
    QWidget* buildAside();
    StartCard* addWay(QVBoxLayout* column, const QString& icon, const QStringList& words);
    void lock(bool locked);

    const ThemeSource& m_themes;
    host::AgentHost& m_engine;
    Additions* const m_additions;
    ErrorStrip* m_strip = nullptr;
    std::vector<StartCard*> m_cards;
    ComputerList* m_computer = nullptr;
    QWidget* m_aside = nullptr;
    bool m_looked = false; // at this computer
};

} // namespace signalbox::ui
