// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/knowledgemodel.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

namespace signalbox::ui {

Share shareOf(int worked, int tried)
{
    if (tried <= 0)
        return {};
    constexpr double z = 1.959964; // of 95 %
    const double n = tried;
    const double p = worked / n;
    const double scale = 1 + z * z / n;
    const double middle = (p + z * z / (2 * n)) / scale;
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;
    return {p, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

KnowledgeModel::KnowledgeModel(const Clock& clock, QObject* parent) : QAbstractTableModel(parent), m_clock(clock) { }

void KnowledgeModel::load(std::vector<host::KnowledgeRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    std::ranges::stable_sort(m_rows, std::greater{}, &host::KnowledgeRow::lastSeen);
    endResetModel();
}

const host::KnowledgeRow* KnowledgeModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int KnowledgeModel::patterns() const
{
    std::set<std::string> signatures;
    for (const auto& row : m_rows)
        signatures.insert(row.signature);
    return static_cast<int>(signatures.size());
}

int KnowledgeModel::worked() const
{
    int sum = 0;
    for (const auto& row : m_rows)
        sum += row.worked;
    return sum;
}

int KnowledgeModel::tried() const
{
    int sum = 0;
    for (const auto& row : m_rows)
        sum += row.tried;
    return sum;
}

int KnowledgeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KnowledgeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KnowledgeModel::data(const QModelIndex& index, int role) const
{
    const host::KnowledgeRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    if (role == Qt::AccessibleTextRole && index.column() == Pattern)
        return tr("%1, %2, worked %3 of %4")
            .arg(className(row->failureClass), fixName(row->fix))
            .arg(row->worked)
            .arg(row->tried);
    if (role == Qt::ToolTipRole && index.column() == LastUsed)
        return everyZone(row->lastSeen);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Pattern: return className(row->failureClass);
    case Tried: return QLocale().toString(row->tried);
    case Worked: return percent(shareOf(row->worked, row->tried).value);
    case LastUsed: return age(row->lastSeen, m_clock.now());
    default: return {};
    }
}

QVariant KnowledgeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Tried ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Pattern: return tr("Failure and fix");
    case Tried: return tr("Tried");
    case Worked: return tr("Worked, 95 % interval");
    case LastUsed: return tr("Last used");
    default: return {};
    }
}

} // namespace signalbox::ui
