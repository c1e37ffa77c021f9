// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activitymodel.h"

#include "ui/models/timewords.h"

namespace signalbox::ui {

void ActivityModel::setRows(std::vector<Activity> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const Activity* ActivityModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int ActivityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ActivityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    const Activity* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    if (role == Qt::ToolTipRole && index.column() == Time)
        return everyZone(row->at);
    if (role == Qt::AccessibleTextRole && index.column() == Time)
        return tr("%1, %2, %3, %4").arg(clockTime(row->at), row->agent, row->subject, row->words);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Time: return clockTime(row->at);
    case Agent: return row->agent;
    case Subject: return row->subject;
    case What: return row->words;
    default: return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Agent: return tr("Agent");
    case Subject: return tr("Subject");
    case What: return tr("What it did");
    default: return {};
    }
}

} // namespace signalbox::ui
