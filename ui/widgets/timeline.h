// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes with spans and events in the course of time. Arrows go from item to item, Home and End to the first and last,
// Enter opens.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     mockups incident-review-dark, build-bottlenecks-light
#pragma once

#include "ui/models/timelinedata.h"
#include "ui/widgets/figure.h"

namespace signalbox::ui {

class Lanes;

class Timeline final : public Figure {
    Q_OBJECT

public:
    explicit Timeline(const ThemeSource& themes, QWidget* parent = nullptr);

    void setData(TimelineData timeline); // the item of the same number stays chosen
    int picked() const; // -1: none
    void pick(int item);

signals:
    void itemPicked(int item); // by a person
    void itemActivated(int item);

protected:
    QAbstractItemModel& table() override;
    void fillTable() override;
    QString name() const override;

private:
    Lanes* m_lanes;
    TimelineTable* m_table;
};

} // namespace signalbox::ui
