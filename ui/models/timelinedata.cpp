// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timelinedata.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

namespace {

struct TimelineWords {
    Q_DECLARE_TR_FUNCTIONS(TimelineWords)
};

const TimelineItem& at(const TimelineData& data, int item)
{
    return data.items[static_cast<std::size_t>(item)];
}

/// The best of the items that `wanted` admits; -1 where it admits none. `better`: the first is.
template <typename Wanted, typename Better>
int bestItem(const TimelineData& data, Wanted wanted, Better better)
{
    int best = -1;
    for (int item = 0; item < static_cast<int>(data.items.size()); ++item)
        if (wanted(at(data, item)) && (best < 0 || better(at(data, item), at(data, best))))
            best = item;
    return best;
}

const auto kAny = [](const TimelineItem&) { return true; };
const auto kEarlier = [](const TimelineItem& a, const TimelineItem& b) { return a.from < b.from; };
const auto kLater = [](const TimelineItem& a, const TimelineItem& b) { return a.from > b.from; };

int besideInLane(const TimelineData& data, int item, bool onward)
{
    const TimelineItem& here = at(data, item);
    const auto beyond = [&](const TimelineItem& other) {
        return other.lane == here.lane && (onward ? other.from > here.from : other.from < here.from);
    };
    return onward ? bestItem(data, beyond, kEarlier) : bestItem(data, beyond, kLater);
}

int besideInTime(const TimelineData& data, int item, bool down)
{
    const TimelineItem& here = at(data, item);
    const auto beyond
        = [&](const TimelineItem& other) { return down ? other.lane > here.lane : other.lane < here.lane; };
    return bestItem(data, beyond, [&](const TimelineItem& a, const TimelineItem& b) {
        const auto far = [&](const TimelineItem& other) {
            return std::pair(std::abs(other.lane - here.lane), std::chrono::abs(other.from - here.from));
        };
        return far(a) < far(b);
    });
}

} // namespace

QString timelineTime(const TimelineData& data, UtcTime moment)
{
    return data.sinceStart ? duration(moment - data.from) : clockTime(moment);
}

QString spokenItem(const TimelineData& data, int item)
{
    const TimelineItem& said = at(data, item);
    const QString lane = data.lanes.value(said.lane);
    const QString begin = timelineTime(data, said.from);
    const QString state = said.critical ? TimelineWords::tr("on the critical path") : spoken(said.role);
    if (!said.to)
        return TimelineWords::tr("%1, %2, %3, %4.").arg(lane, said.label, begin, state);
    const QString end = timelineTime(data, *said.to);
    if (said.slackUntil)
        return TimelineWords::tr("%1, %2, %3 to %4, slack until %5.")
            .arg(lane, said.label, begin, end, timelineTime(data, *said.slackUntil));
    return TimelineWords::tr("%1, %2, %3 to %4, %5.").arg(lane, said.label, begin, end, state);
}

int itemBeside(const TimelineData& data, int item, int dx, int dy)
{
    const int found = dx != 0 ? besideInLane(data, item, dx > 0) : besideInTime(data, item, dy > 0);
    return found < 0 ? item : found;
}

int firstItem(const TimelineData& data)
{
    return bestItem(data, kAny, kEarlier);
}

int lastItem(const TimelineData& data)
{
    return bestItem(data, kAny, kLater);
}

void TimelineTable::load(TimelineData data)
{
    beginResetModel();
    m_data = std::move(data);
    std::ranges::stable_sort(m_data.items, {}, &TimelineItem::from);
    endResetModel();
}

int TimelineTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_data.items.size());
}

int TimelineTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TimelineItem& item = at(m_data, index.row());
    if (role == Qt::AccessibleTextRole && index.column() == Lane)
        return spokenItem(m_data, index.row());
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Lane: return m_data.lanes.value(item.lane);
    case What: return item.label;
    case From: return timelineTime(m_data, item.from);
    case Until: return item.to ? timelineTime(m_data, *item.to) : QString();
    default: return {};
    }
}

QVariant TimelineTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section >= From ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Lane: return tr("Lane");
    case What: return tr("What");
    case From: return tr("From");
    default: return tr("Until");
    }
}

} // namespace signalbox::ui
