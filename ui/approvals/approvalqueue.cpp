// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approvalqueue.h"

#include "ui/models/approvallistmodel.h"
#include "ui/models/approvalrows.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/rowdelegate.h"

#include <QHBoxLayout>
#include <QListView>

#include <algorithm>
#include <functional>

namespace signalbox::ui {

namespace {
constexpr int kWidth = 236;

UtcTime endOf(const gate::Approval* approval)
{
    return approval->closedAt.value_or(approval->deadline);
}

} // namespace

ApprovalQueue::ApprovalQueue(const ThemeSource& themes, std::string person, QWidget* parent)
    : Surface(themes, Kind::Panel, parent),
      m_person(std::move(person)),
      m_list(makeRowList(themes, {.height = 59, .rules = true, .strong = true}, this)),
      m_rows(new RowListModel(this))
{
    setFixedWidth(kWidth);
    m_list->setModel(m_rows);
    m_list->setAccessibleName(tr("Approvals"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list, 1);
    row->addWidget(new Rule(themes, Qt::Vertical, this));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (!m_quiet && current.isValid() && !m_rows->row(current.row()).heading)
                    emit picked({m_rows->row(current.row()).id.toLongLong()});
            });
    for (const auto signal : {&QListView::clicked, &QListView::activated}) // also the one that is shown already
        connect(m_list, signal, this, [this](const QModelIndex& at) {
            if (!m_rows->row(at.row()).heading)
                emit picked({m_rows->row(at.row()).id.toLongLong()});
        });
}

void ApprovalQueue::load(std::vector<gate::Approval> approvals, UtcTime now)
{
    m_approvals = std::move(approvals);
    sort(now);
    tick(now);
}

void ApprovalQueue::sort(UtcTime now)
{
    m_held.clear();
    m_decided.clear();
    for (const auto& approval : m_approvals) {
        if (isOpen(approval))
            m_held.push_back(&approval);
        else if (isToday(endOf(&approval), now))
            m_decided.push_back(&approval);
    }
    std::ranges::stable_sort(m_held, {}, &gate::Approval::deadline);
    std::ranges::stable_sort(m_decided, std::greater{}, endOf);
}

void ApprovalQueue::tick(UtcTime now)
{
    QList<ListRow> rows;
    rows.append(headingRow(QStringLiteral("held"), tr("Held"), m_held.size()));
    for (const auto* approval : m_held)
        rows.append(approvalRow(*approval, m_person, now));
    if (!m_decided.empty())
        rows.append(headingRow(QStringLiteral("decided"), tr("Decided today"), m_decided.size()));
    for (const auto* approval : m_decided)
        rows.append(approvalRow(*approval, m_person, now, sentOf(*approval)));
    m_quiet = true; // a row that goes moves the selection, but not what is open
    m_rows->setRows(rows);
    m_quiet = false;
}

void ApprovalQueue::tell(const host::RunSummary& run)
{
    if (std::ranges::find(m_decided, run.id, &gate::Approval::run) != m_decided.end())
        m_runs[run.id] = run;
}

bool ApprovalQueue::wantsRuns()
{
    bool wants = false;
    for (const auto* approval : m_decided)
        if (isDeployment(approval->request) && !m_runs.contains(approval->run))
            wants = m_wanted.insert(approval->run).second || wants;
    return wants;
}

SentText ApprovalQueue::sentOf(const gate::Approval& approval) const
{
    if (!isDeployment(approval.request) || approval.request.rehearsal)
        return {};
    const auto run = m_runs.find(approval.run);
    return run == m_runs.end() ? SentText{.isKnown = false} : sentText(approval, m_approvals, run->second);
}

void ApprovalQueue::mark(ApprovalId approval)
{
    m_quiet = true;
    m_list->setCurrentIndex(m_rows->index(m_rows->indexOf(QString::number(approval.value))));
    m_quiet = false;
}

const gate::Approval* ApprovalQueue::find(ApprovalId approval) const
{
    const auto at = std::ranges::find(m_approvals, approval, &gate::Approval::id);
    return at == m_approvals.end() ? nullptr : &*at;
}

} // namespace signalbox::ui
