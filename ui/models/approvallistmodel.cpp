// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/approvallistmodel.h"

#include "ui/models/deploymenttext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <algorithm>

namespace signalbox::ui {

bool isOpen(const gate::Approval& approval)
{
    return approval.state == gate::ApprovalState::Open || approval.state == gate::ApprovalState::Held;
}

ApprovalListModel::ApprovalListModel(const Clock& clock, QObject* parent) : QAbstractListModel(parent), m_clock(clock)
{
}

void ApprovalListModel::load(const std::vector<gate::Approval>& approvals)
{
    for (std::size_t row = 0; row < approvals.size(); ++row)
        putAt(static_cast<int>(row), approvals[row]);
    const int kept = static_cast<int>(approvals.size());
    if (rowCount() > kept) {
        beginRemoveRows({}, kept, rowCount() - 1);
        m_approvals.resize(approvals.size());
        endRemoveRows();
    }
    const auto waits = [](const gate::Approval& each) { return isOpen(each) && !each.request.rehearsal; };
    const auto isElsewhere
        = [&](const gate::Approval& each) { return waits(each) && !elsewhereText(each.request).isEmpty(); };
    m_elsewhere = static_cast<int>(std::ranges::count_if(m_approvals, isElsewhere));
    const int open = static_cast<int>(std::ranges::count_if(m_approvals, waits)) - m_elsewhere;
    if (open != m_open) {
        m_open = open;
        emit openCountChanged(open);
    }
}

void ApprovalListModel::putAt(int row, const gate::Approval& approval)
{
    const auto place = m_approvals.begin() + row;
    const auto known = std::ranges::find(place, m_approvals.end(), approval.id, &gate::Approval::id);
    if (known == m_approvals.end()) {
        beginInsertRows({}, row, row);
        m_approvals.insert(place, approval);
        endInsertRows();
        return;
    }
    if (known != place) {
        const int from = static_cast<int>(known - m_approvals.begin());
        beginMoveRows({}, from, from, {}, row);
        std::rotate(place, known, known + 1);
        endMoveRows();
    }
    *place = approval;
    emit dataChanged(index(row), index(row));
}

void ApprovalListModel::tick()
{
    if (m_open > 0)
        emit dataChanged(index(0), index(m_open - 1), {TimeOfRow});
}

const gate::Approval* ApprovalListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_approvals[static_cast<std::size_t>(row)] : nullptr;
}

const gate::Approval* ApprovalListModel::find(ApprovalId approval) const
{
    const auto at = std::ranges::find(m_approvals, approval, &gate::Approval::id);
    return at == m_approvals.end() ? nullptr : &*at;
}

int ApprovalListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_approvals.size());
}

QString ApprovalListModel::detail(const gate::Approval& approval) const
{
    if (!isOpen(approval)) {
        const auto last = std::ranges::find_if(approval.decisions.rbegin(), approval.decisions.rend(),
                                               [](const auto& recorded) { return !recorded.takenBack; });
        if (last == approval.decisions.rend() || approval.state == gate::ApprovalState::Expired)
            return approvalLabel(approval.state);
        return tr("%1 by %2").arg(approvalLabel(approval.state), text(last->decision.by));
    }
    const QString risk = riskLabel(approval.request.risk);
    const int given = gate::given(approval);
    if (given > 0)
        return tr("%1. %2 of %3 approved").arg(risk).arg(given).arg(approval.request.needed);
    if (approval.state == gate::ApprovalState::Held)
        return tr("%1. Held by a person").arg(risk);
    return tr("%1. %2").arg(risk, text(approval.request.line));
}

QString ApprovalListModel::time(const gate::Approval& approval) const
{
    return isOpen(approval) ? timeLeft(approval.deadline, m_clock.now())
                            : age(approval.closedAt.value_or(approval.deadline), m_clock.now());
}

QVariant ApprovalListModel::data(const QModelIndex& index, int role) const
{
    const gate::Approval* approval = index.isValid() ? at(index.row()) : nullptr;
    if (!approval)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(approval->request.subject);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(text(approval->request.subject), detail(*approval), time(*approval));
    case StatusOfRow: return static_cast<int>(statusOf(approval->state));
    case IdOfRow: return static_cast<qint64>(approval->id.value);
    case DetailOfRow: return detail(*approval);
    case TimeOfRow: return time(*approval);
    case IsOpen: return isOpen(*approval);
    default: return {};
    }
}

} // namespace signalbox::ui
