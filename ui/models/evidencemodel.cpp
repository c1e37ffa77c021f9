// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/evidencemodel.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <algorithm>

namespace signalbox::ui {

namespace {

QString outcomeWords(const host::EvidenceRow& run)
{
    if (!run.worked)
        return host::isTerminal(run.state) ? EvidenceModel::tr("not tried") : EvidenceModel::tr("open");
    return *run.worked ? EvidenceModel::tr("healed %1").arg(duration(run.healTime)) : EvidenceModel::tr("no effect");
}

} // namespace

QString runName(const host::EvidenceRow& run)
{
    return run.number.empty() ? EvidenceModel::tr("%1, run %2").arg(text(run.line)).arg(run.run.value)
                              : QStringLiteral("%1 #%2").arg(text(run.line), text(run.number));
}

QString judgementWords(record::Judgement judgement)
{
    switch (judgement) {
    case record::Judgement::Right: return EvidenceModel::tr("right");
    case record::Judgement::Wrong: return EvidenceModel::tr("wrong");
    case record::Judgement::FalsePositive: break;
    }
    return EvidenceModel::tr("no failure");
}

StatusRole statusOf(const host::EvidenceRow& run)
{
    if (run.worked)
        return *run.worked ? StatusRole::Healed : StatusRole::Failed;
    return host::isTerminal(run.state) ? StatusRole::Skipped : StatusRole::Retrying;
}

EvidenceModel::EvidenceModel(const Clock& clock, QObject* parent) : QAbstractTableModel(parent), m_clock(clock) { }

void EvidenceModel::load(std::vector<host::EvidenceRow> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

const host::EvidenceRow* EvidenceModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_runs[static_cast<std::size_t>(row)] : nullptr;
}

int EvidenceModel::rowOf(RunId run) const
{
    const auto found = std::ranges::find(m_runs, run, &host::EvidenceRow::run);
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

int EvidenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int EvidenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EvidenceModel::data(const QModelIndex& index, int role) const
{
    const host::EvidenceRow* run = index.isValid() ? at(index.row()) : nullptr;
    if (!run)
        return {};
    if (role == Qt::ToolTipRole && index.column() == When)
        return everyZone(run->at);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Run: return runName(*run);
    case Outcome: return outcomeWords(*run);
    case When: return age(run->at, m_clock.now());
    case Mark:
        return run->judged                   ? judgementWords(*run->judged)
            : role == Qt::AccessibleTextRole ? tr("not marked")
                                             : QStringLiteral("\u2014");
    default: return {};
    }
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Run: return tr("Run");
    case Outcome: return tr("Outcome");
    case When: return tr("When");
    case Mark: return tr("Mark");
    default: return {};
    }
}

} // namespace signalbox::ui
