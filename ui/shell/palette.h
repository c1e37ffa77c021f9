// SPDX-License-Identifier: GPL-3.0-or-later
// The command palette: type, choose, open. Decisions are not made here.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it; it is made once and shown over its window
#pragma once

#include "ui/models/palettesearch.h"
#include "ui/shell/theme.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QWidget>

#include <array>

class QLayout;
class QListView;

namespace signalbox::ui {

class LineField;
class LiveLabel;
class WrappedText;

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(QList<PaletteRow> rows);
    const PaletteRow* at(int row) const;
    int next(int row, int step) const; // the nearest item from `row` on, -1: none
    int countUntil(int row) const; // of the items before `row`

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    QList<PaletteRow> m_rows;
};

class Palette final : public QWidget {
    Q_OBJECT

public:
    Palette(const ThemeSource& themes, QWidget* window);

    void open(QList<PaletteItem> items);

signals:
    void chosen(int id); // of an item that is not locked; the palette is closed
    void chosenInWindow(int id); // likewise, of one that has a window of its own
    void runsAsked(const QString& words); // among all runs, those that it does not list too; likewise

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLayout* buildHead();
    void addRule();
    void buildFooter();
    void find(const QString& query);
    QString runWords() const; // what may be looked for among all runs; empty: nothing is typed for that
    void place(); // at the top of the window, in its middle
    void move(int step);
    void choose(bool inWindow);
    void tellKeys(); // those that do something to what is marked
    void close();
    void tellMarked(); // to screen readers, as the keys go to the field

    const ThemeSource& m_themes;
    QList<PaletteItem> m_items;
    PaletteModel m_model;
    LineField* m_field;
    QListView* m_list;
    WrappedText* m_nothing;
    LiveLabel* m_told;
    std::array<QWidget*, 2> m_enter{}; // the key and its word
    std::array<QWidget*, 2> m_inWindow{}; // likewise
    QPointer<QWidget> m_before; // had the focus
};

} // namespace signalbox::ui
