// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rightsmodel.h"

#include "ui/models/words.h"

#include <algorithm>

namespace signalbox::ui {

void RightsModel::load(std::vector<ci::TriedRight> rights, const QString& server, UtcTime now)
{
    beginResetModel();
    m_rights = std::move(rights);
    m_server = server;
    m_now = now;
    endResetModel();
}

void RightsModel::take(const ci::TriedRight& known, UtcTime now)
{
    m_now = now;
    const auto at = std::ranges::find(m_rights, known.right, &ci::TriedRight::right);
    if (at == m_rights.end())
        return;
    ui::take(m_rights, known);
    const int row = static_cast<int>(at - m_rights.begin());
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int RightsModel::tried() const
{
    return static_cast<int>(std::ranges::count_if(
        m_rights, [](const ci::TriedRight& right) { return right.state != ci::RightState::Untried; }));
}

int RightsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rights.size());
}

int RightsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RightsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ci::TriedRight& right = m_rights[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole && !right.detail.empty())
        return plainTip(text(right.detail));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Name: {
        const QString name = rightName(right.right, m_server);
        return role == Qt::DisplayRole ? name : tr("%1, %2").arg(name, spoken(statusOf(right.state)));
    }
    case Outcome:
        return index.row() == 0 && right.state == ci::RightState::Untried ? tr("Not tried yet")
                                                                          : rightResult(right, m_now);
    case Use: return rightUse(right);
    default: return {};
    }
}

QVariant RightsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Right");
    case Outcome: return tr("Result of the test");
    case Use: return tr("Needed for");
    default: return {};
    }
}

} // namespace signalbox::ui
