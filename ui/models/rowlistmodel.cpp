// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowlistmodel.h"

#include "ui/models/words.h"

#include <algorithm>

namespace signalbox::ui {

void RowListModel::setRows(QList<ListRow> rows)
{
    const auto sameId = [&](qsizetype old, qsizetype now) { return m_rows[old].id == rows[now].id; };
    qsizetype head = 0; // rows that stay in front
    while (head < m_rows.size() && head < rows.size() && sameId(head, head))
        ++head;
    qsizetype tail = 0; // and at the end
    while (head + tail < m_rows.size() && head + tail < rows.size()
           && sameId(m_rows.size() - 1 - tail, rows.size() - 1 - tail))
        ++tail;

    if (const qsizetype gone = m_rows.size() - head - tail; gone > 0) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone - 1));
        m_rows.remove(head, gone);
        endRemoveRows();
    }
    if (const qsizetype added = rows.size() - head - tail; added > 0) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + added - 1));
        for (qsizetype i = 0; i < added; ++i)
            m_rows.insert(head + i, rows[head + i]);
        endInsertRows();
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = rows[i];
        const QModelIndex at = index(static_cast<int>(i));
        emit dataChanged(at, at);
    }
}

int RowListModel::indexOf(const QString& id) const
{
    const auto at = std::ranges::find(m_rows, id, &ListRow::id);
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

int RowListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListRow& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole: return plainTip(row.toolTip);
    case Qt::AccessibleTextRole:
        return row.spoken.isEmpty() && !row.heading
            ? tr("%1, %2, %3, %4").arg(row.title, spoken(row.role), row.detail, row.right)
            : row.spoken.isEmpty() ? tr("%1, %2").arg(row.title, row.right)
                                   : row.spoken;
    case RowRole: return QVariant::fromValue(row);
    default: return {};
    }
}

Qt::ItemFlags RowListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || m_rows[index.row()].heading)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace signalbox::ui
