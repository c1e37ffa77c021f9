// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/charttable.h"

#include "ui/models/timewords.h"

#include <cmath>

namespace signalbox::ui {

void ChartTable::load(ChartData data)
{
    beginResetModel();
    m_data = std::move(data);
    m_moments = momentsOf(m_data);
    endResetModel();
}

int ChartTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_moments.size());
}

int ChartTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_data.series.size());
}

QString ChartTable::cell(UtcTime moment, int column, bool plain) const
{
    if (column == 0)
        return plain ? QString::fromStdString(formatUtc(moment)) : clockTime(moment);
    const double value = valueAt(m_data.series[static_cast<std::size_t>(column - 1)], moment);
    if (!plain)
        return valueText(m_data, value);
    return std::isfinite(value) ? QString::number(value, 'g', 10) : QString();
}

QVariant ChartTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const UtcTime moment = m_moments[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return cell(moment, index.column(), false);
    case Qt::UserRole: return cell(moment, index.column(), true);
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? spokenMoment(m_data, moment) : cell(moment, index.column(), false);
    default: return {};
    }
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Time");
    const QString& name = m_data.series[static_cast<std::size_t>(section - 1)].name;
    return m_data.unit.isEmpty() ? name : tr("%1, %2").arg(name, m_data.unit);
}

QString tabSeparated(const QAbstractItemModel& table)
{
    QStringList lines;
    QStringList heading;
    for (int column = 0; column < table.columnCount(); ++column)
        heading << table.headerData(column, Qt::Horizontal).toString();
    lines << heading.join(QLatin1Char('\t'));
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column) {
            const QModelIndex at = table.index(row, column);
            const QVariant plain = at.data(Qt::UserRole);
            cells << (plain.isValid() ? plain : at.data()).toString();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace signalbox::ui
