// SPDX-License-Identifier: GPL-3.0-or-later
// Values in the course of time: the plot, the same as a table, and what stands there without values.
// Arrows, Home and End move the cross-hair, Escape takes it away, Ctrl+C copies the values.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/chartdata.h"
#include "ui/widgets/figure.h"

namespace signalbox::ui {

class ChartPlot;
class ChartTable;

class LineChart final : public Figure {
    Q_OBJECT

public:
    explicit LineChart(const ThemeSource& themes, QWidget* parent = nullptr);

    /// Replaces everything at once. Without a value to draw it says so: showEmpty() finds better words.
    void setData(ChartData chart);
    ChartPlot* plot() const { return m_plot; }

protected:
    QAbstractItemModel& table() override;
    void fillTable() override;
    QString name() const override;

private:
    ChartPlot* m_plot;
    ChartTable* m_table;
};

/// The names of the series beside their lines, and of the band.
class ChartLegend final : public QWidget {
    Q_OBJECT

public:
    ChartLegend(const ThemeSource& themes, ChartData chart, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int widthOf(const QString& name) const;

    const ThemeSource& m_themes;
    const ChartData m_data;
};

} // namespace signalbox::ui
