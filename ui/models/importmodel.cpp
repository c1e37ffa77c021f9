// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importmodel.h"

#include "ui/models/knowledgemodel.h"
#include "ui/models/words.h"

namespace signalbox::ui {

namespace {

QString figures(const record::KnowledgeRecord& known)
{
    return ImportModel::tr("%1 of %2").arg(known.worked).arg(known.tried);
}

} // namespace

void ImportModel::load(record::ImportPlan plan)
{
    beginResetModel();
    m_plan = std::move(plan);
    endResetModel();
}

int ImportModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_plan.changes.size());
}

int ImportModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const record::ImportChange& change = m_plan.changes[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Pattern: return className(change.after.failureClass);
    case Fix: return fixName(change.after.fix);
    case Before: return change.before ? figures(*change.before) : tr("new");
    case After: return figures(change.after);
    case Autonomy: return autonomyName(change.after.autonomy);
    default: return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Pattern: return tr("Failure");
    case Fix: return tr("Fix");
    case Before: return tr("Worked here");
    case After: return tr("Worked by the file");
    case Autonomy: return tr("Autonomy");
    default: return {};
    }
}

} // namespace signalbox::ui
