// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the window with its key: the menu bar shows them, `?` lists them.
//
// Thread     GUI
// Ownership  the window owns it
#pragma once

#include "ui/models/keyline.h"
#include "ui/shell/theme.h"

#include <QAction>
#include <QObject>

#include <vector>

class QMainWindow;
class QMenu;

namespace signalbox::ui {

class Commands final : public QObject {
    Q_OBJECT

public:
    explicit Commands(QMainWindow& window); // fills its menu bar

    QAction* addRepository = nullptr;
    QAction* importWorkspace = nullptr;
    QAction* quit = nullptr;
    QAction* find = nullptr;
    QAction* copyCommit = nullptr;
    QAction* dark = nullptr;
    QAction* light = nullptr;
    QAction* followSystem = nullptr;
    QAction* highContrast = nullptr;
    QAction* nextZone = nullptr; // in which times are told
    QAction* wall = nullptr;
    QAction* ownWindow = nullptr; // of the approval or log that is selected
    QAction* collapseRail = nullptr;
    QAction* overview = nullptr;
    QAction* approvals = nullptr;
    QAction* runs = nullptr;
    QAction* knowledge = nullptr;
    QAction* audit = nullptr;
    QAction* settings = nullptr;
    QAction* back = nullptr;
    QAction* forward = nullptr;
    QAction* needsYou = nullptr;
    QAction* palette = nullptr;
    QAction* openRun = nullptr;
    QAction* holdAll = nullptr;
    QAction* releaseAll = nullptr;
    QAction* holdLine = nullptr; // what the page shows or has marked; releases it where it is held
    QAction* rerun = nullptr;
    QAction* cancelRun = nullptr;
    QAction* keys = nullptr;
    QAction* about = nullptr;

    static void lock(QAction* command, const QString& reason); // empty: it is unlocked
    const QAction*
    lockedBy(const QKeySequence& pressed) const; // the command that would have them; null: none is locked

    std::vector<KeyLine> keyList() const;
    const std::vector<QAction*>& all() const { return m_all; }
    static QString labelOf(const QAction& action); // "Hold all"
    QString iconOf(const QAction& action) const; // of resources/icons

    void showTheme(ThemeSource::Choice choice);

private:
    QAction* add(QMenu* menu, const QString& label, const QList<QKeySequence>& keys = {});
    void buildView(QMenu* menu);
    void buildGo(QMenu* menu);

    std::vector<QAction*> m_all;
};

} // namespace signalbox::ui
