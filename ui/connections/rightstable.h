// SPDX-License-Identifier: GPL-3.0-or-later
// The rights of a connection, one below the other, as high as they are many.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/rightsmodel.h"
#include "ui/widgets/celltable.h"

#include <QWidget>

class QTableView;

namespace signalbox::ui {

class RightsTable final : public QWidget {
    Q_OBJECT

public:
    enum class Shape { Whole, Short }; // short: without a header, and what each is needed for

    RightsTable(const ThemeSource& themes, Shape shape, QWidget* parent);

    RightsModel& model() { return m_model; }
    const RightsModel& model() const { return m_model; }

private:
    CellLook look(const QModelIndex& index) const;
    int wordsWidth(int column) const;
    void measure();

    const ThemeSource& m_themes;
    RightsModel m_model;
    QTableView* m_table;
};

} // namespace signalbox::ui
