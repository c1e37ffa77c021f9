// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/diffmodel.h"

#include "ui/models/words.h"

namespace signalbox::ui {

QString changeLabel(Change change)
{
    switch (change) {
    case Change::Changed: return DiffModel::tr("changed");
    case Change::Added: return DiffModel::tr("added");
    case Change::Removed: return DiffModel::tr("removed");
    case Change::Same: break;
    }
    return DiffModel::tr("unchanged");
}

void DiffModel::setDiff(StateDiff diff)
{
    beginResetModel();
    m_diff = std::move(diff);
    endResetModel();
}

void DiffModel::setShowSame(bool show)
{
    if (show == m_showSame)
        return;
    const int first = static_cast<int>(m_diff.changed.size());
    const int last = first + static_cast<int>(m_diff.same.size()) - 1;
    if (last < first) {
        m_showSame = show;
    } else if (show) {
        beginInsertRows({}, first, last);
        m_showSame = true;
        endInsertRows();
    } else {
        beginRemoveRows({}, first, last);
        m_showSame = false;
        endRemoveRows();
    }
}

int DiffModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_diff.changed.size() + (m_showSame ? m_diff.same.size() : 0));
}

const DiffRow& DiffModel::row(int at) const
{
    const qsizetype changed = m_diff.changed.size();
    return at < changed ? m_diff.changed[at] : m_diff.same[at - changed];
}

QVariant DiffModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DiffRow& shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case PathRole: return shown.path;
    case ChangeRole: return static_cast<int>(shown.change);
    case BeforeRole: return shown.before;
    case AfterRole: return shown.after;
    case Qt::ToolTipRole:
        if (shown.change == Change::Changed)
            return plainTip(tr("%1\n\n%2").arg(shown.fullBefore, shown.fullAfter));
        return plainTip(shown.change == Change::Removed ? shown.fullBefore : shown.fullAfter);
    case Qt::AccessibleTextRole:
        switch (shown.change) {
        case Change::Changed: return tr("%1 changed from %2 to %3").arg(shown.path, shown.before, shown.after);
        case Change::Added: return tr("%1 added, %2").arg(shown.path, shown.after);
        case Change::Removed: return tr("%1 removed, was %2").arg(shown.path, shown.before);
        case Change::Same: return tr("%1 unchanged, %2").arg(shown.path, shown.after);
        }
        return {};
    default: return {};
    }
}

} // namespace signalbox::ui
