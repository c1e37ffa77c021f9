// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing of values with its companion table (Ctrl+Shift+T), which also is what Ctrl+C copies, and with what stands
// in its place while there is nothing to draw.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     DESIGN 3, "States, everywhere", and 9
#pragma once

#include "ui/shell/theme.h"
#include "ui/widgets/label.h"

#include <QStackedWidget>

class QAbstractItemModel;
class QTableView;

namespace signalbox::ui {

class CellDelegate;
class EmptyState;
class Waiting;

class Figure : public QStackedWidget {
    Q_OBJECT

public:
    void showLoading(const QString& words = {}); // "First look in 40 s."; empty: only that it comes
    void showEmpty(const QString& sentence, const QString& action = {});

    bool isTabular() const;
    void toggleTable();
    void copy();

signals:
    void actionTriggered(); // that of the empty state

protected:
    Figure(const ThemeSource& themes, const QString& iconName, QWidget* parent);

    void setDrawing(QWidget* drawing); // once, in the constructor
    void showDrawing();
    void refreshTable(); // the values have changed
    const ThemeSource& themes() const { return m_themes; }

    virtual QAbstractItemModel& table() = 0; // without values until they are asked for
    virtual void fillTable() = 0;
    virtual QString name() const = 0;

    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTableView* makeTableView();
    bool takeKey(QEvent* event);

    const ThemeSource& m_themes;
    const QString m_iconName;
    QWidget* m_drawing = nullptr;
    QTableView* m_table = nullptr; // made when it is first asked for, as the others
    EmptyState* m_empty = nullptr;
    Waiting* m_waiting = nullptr;
    CellDelegate* m_cells = nullptr;
};

} // namespace signalbox::ui
