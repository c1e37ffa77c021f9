// SPDX-License-Identifier: GPL-3.0-or-later
// What happened when, in lanes: spans and single events. For the review of an incident, and for the critical path of a
// build.
//
// Thread  any; pure
// Source  DESIGN 3, "Builds", and 6
#pragma once

#include "core/base/time.h"
#include "ui/models/statusrole.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace signalbox::ui {

struct TimelineItem {
    int lane = 0;
    UtcTime from{};
    std::optional<UtcTime> to{}; // of a span; an event has none
    std::optional<UtcTime> slackUntil{}; // it could end as late without delaying anything
    QString label{};
    StatusRole role = StatusRole::Succeeded;
    bool critical = false; // on the critical path
    int after = -1; // the critical item that it waited for
};

struct TimelineData {
    QString name{}; // "Critical path"
    UtcTime from{}, to{};
    QStringList lanes{};
    std::vector<TimelineItem> items{};
    std::optional<UtcTime> moment{}; // the scrubber
    bool sinceStart = false; // times as "2:00" from the start on, in narrow lanes; else those of the clock
};

QString timelineTime(const TimelineData& data, UtcTime at); // "14:25:10", "2:00"
/// "Deploy, 25 % promotion held, 14:25:10 to 14:34:18, off baseline."
QString spokenItem(const TimelineData& data, int item);

/// The item that an arrow key leads to: dx within the lane, dy to another lane; `item` itself where there is none.
int itemBeside(const TimelineData& data, int item, int dx, int dy);
int firstItem(const TimelineData& data); // in time; -1: there is none
int lastItem(const TimelineData& data);

class TimelineTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Lane, What, From, Until, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void load(TimelineData data); // rows in order of time

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    TimelineData m_data;
};

} // namespace signalbox::ui
