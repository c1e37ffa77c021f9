// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runtablemodel.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>

namespace signalbox::ui {

namespace {

constexpr std::size_t kRunsForMedian = 3;

QString dash()
{
    return QStringLiteral("\u2014");
}

} // namespace

RunTableModel::RunTableModel(const Clock& clock, QObject* parent) : QAbstractTableModel(parent), m_clock(clock) { }

void RunTableModel::load(const std::vector<host::RunSummary>& runs)
{
    replace(runs, {});
}

void RunTableModel::loadNewest(const std::vector<host::RunSummary>& runs, RunId from)
{
    m_from = from;
    replace(runs, from);
}

/// In blocks between those that are known.
void RunTableModel::addOlder(const std::vector<host::RunSummary>& runs)
{
    auto next = runs.rbegin(); // by id
    while (next != runs.rend()) {
        const auto place = std::ranges::lower_bound(m_runs, next->id, {}, &host::RunSummary::id);
        if (place != m_runs.end() && place->id == next->id) {
            ++next;
            continue;
        }
        const auto end = place == m_runs.end()
            ? runs.rend()
            : std::find_if(next, runs.rend(), [&](const host::RunSummary& run) { return run.id >= place->id; });
        const int row = static_cast<int>(place - m_runs.begin());
        beginInsertRows({}, row, row + static_cast<int>(end - next) - 1);
        m_runs.insert(place, next, end);
        endInsertRows();
        next = end;
    }
}

void RunTableModel::dropBefore(RunId oldest, RunId kept)
{
    m_from = std::max(m_from, oldest);
    const auto goes
        = [&](const host::RunSummary& run) { return run.id < oldest && run.id != kept && host::isTerminal(run.state); };
    for (auto first = std::ranges::find_if(m_runs, goes); first != m_runs.end();
         first = std::ranges::find_if(m_runs, goes)) {
        const auto end = std::find_if_not(first, m_runs.end(), goes);
        const int row = static_cast<int>(first - m_runs.begin());
        beginRemoveRows({}, row, row + static_cast<int>(end - first) - 1);
        m_runs.erase(first, end);
        endRemoveRows();
    }
}

void RunTableModel::replace(const std::vector<host::RunSummary>& runs, RunId from)
{
    if (m_runs.empty() && std::ranges::is_sorted(runs, std::greater{}, &host::RunSummary::id)) {
        addOlder(runs); // in one block
        m_medians.clear();
        return recount();
    }
    std::vector<host::RunDelta> deltas;
    deltas.reserve(runs.size());
    std::set<RunId> loaded;
    for (const auto& run : runs) {
        deltas.push_back({run.id, run});
        loaded.insert(run.id);
    }
    for (const auto& known : m_runs) {
        if (!loaded.contains(known.id) && known.id >= from)
            deltas.push_back({known.id, std::nullopt});
    }
    apply(deltas);
}

void RunTableModel::apply(const std::vector<host::RunDelta>& deltas)
{
    if (deltas.empty())
        return;
    const bool ended = std::ranges::any_of(
        deltas, [](const host::RunDelta& delta) { return !delta.now || host::isTerminal(delta.now->state); });
    if (ended)
        m_medians.clear();
    for (const auto& delta : deltas)
        applyOne(delta);
    forgetOldest();
    recount();
    if (ended && newest() != m_runs.end()) // it moves the median of its whole line
        emit dataChanged(index(static_cast<int>(newest() - m_runs.begin()), Duration), index(rowCount() - 1, Duration));
}

void RunTableModel::applyOne(const host::RunDelta& delta)
{
    const auto at = std::ranges::lower_bound(m_runs, delta.id, {}, &host::RunSummary::id);
    const bool known = at != m_runs.end() && at->id == delta.id;
    const int row = static_cast<int>(at - m_runs.begin());

    if (known && delta.now) {
        *at = *delta.now;
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    } else if (known) {
        beginRemoveRows({}, row, row);
        m_runs.erase(at);
        endRemoveRows();
    } else if (delta.now) {
        beginInsertRows({}, row, row);
        m_runs.insert(at, *delta.now);
        endInsertRows();
    }
}

void RunTableModel::forgetOldest()
{
    if (m_runs.size() <= m_most)
        return;
    std::map<std::string, RunId> last; // of each line: it says how that stands
    for (const auto& run : m_runs)
        last[run.line] = run.id;
    for (std::size_t at = 0; m_runs.size() > m_most && at < m_runs.size();) {
        if (!host::isTerminal(m_runs[at].state) || last.at(m_runs[at].line) == m_runs[at].id) {
            ++at;
            continue;
        }
        const int row = static_cast<int>(at);
        beginRemoveRows({}, row, row);
        m_runs.erase(m_runs.begin() + row);
        endRemoveRows();
    }
}

std::vector<host::RunSummary>::const_iterator RunTableModel::newest() const
{
    return std::ranges::lower_bound(m_runs, m_from, {}, &host::RunSummary::id);
}

void RunTableModel::listOnly(std::size_t most)
{
    m_most = most;
    m_counted = false;
}

void RunTableModel::recount()
{
    if (!m_counted)
        return;
    const RunCounts counts = countRuns(m_runs);
    if (counts == m_counts)
        return;
    m_counts = counts;
    emit countsChanged();
}

const host::RunSummary* RunTableModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_runs[static_cast<std::size_t>(row)] : nullptr;
}

const host::RunSummary* RunTableModel::find(RunId run) const
{
    const auto at = std::ranges::lower_bound(m_runs, run, {}, &host::RunSummary::id);
    return at != m_runs.end() && at->id == run ? &*at : nullptr;
}

int RunTableModel::openRuns(const QString& line) const
{
    if (line.isEmpty())
        return m_counts.inProgress + m_counts.queued;
    std::vector<host::RunSummary> ofLine;
    std::ranges::copy_if(m_runs, std::back_inserter(ofLine),
                         [name = line.toStdString()](const auto& run) { return run.line == name; });
    const RunCounts counts = countRuns(ofLine);
    return counts.inProgress + counts.queued;
}

int RunTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Milliseconds RunTableModel::elapsed(const host::RunSummary& run) const
{
    return std::max(Milliseconds(0), run.finishedAt.value_or(m_clock.now()) - run.startedAt);
}

LineHistory RunTableModel::historyOf(const host::RunSummary& run, std::size_t most) const
{
    LineHistory history{.took = {}, .median = median(run.line), .open = !run.finishedAt};
    for (auto other = m_runs.rbegin(); other != m_runs.rend() && history.took.size() < most; ++other) {
        const bool counts = other->finishedAt && other->state != host::RunState::Cancelled && !other->rehearsal;
        if (other->id == run.id || (other->line == run.line && other->id < run.id && counts))
            history.took.push_back(elapsed(*other));
    }
    std::ranges::reverse(history.took);
    return history;
}

std::optional<Milliseconds> RunTableModel::median(const std::string& line) const
{
    if (const auto known = m_medians.find(line); known != m_medians.end())
        return known->second;
    std::vector<Milliseconds> spans;
    for (const auto& run : std::ranges::subrange(newest(), m_runs.end())) {
        if (run.line == line && run.finishedAt && run.state != host::RunState::Cancelled && !run.rehearsal)
            spans.push_back(*run.finishedAt - run.startedAt);
    }
    std::optional<Milliseconds> middle;
    if (spans.size() >= kRunsForMedian) {
        const auto half = spans.begin() + static_cast<std::ptrdiff_t>(spans.size() / 2);
        std::ranges::nth_element(spans, half);
        middle = *half;
        if (spans.size() % 2 == 0)
            middle = (*middle + *std::max_element(spans.begin(), half)) / 2;
    }
    m_medians.emplace(line, middle);
    return middle;
}

QString RunTableModel::display(const host::RunSummary& run, int column) const
{
    const auto orDash = [](const QString& value) { return value.isEmpty() ? dash() : value; };
    switch (column) {
    case State: return rowLabel(run);
    case Line: return orDash(text(run.line));
    case Run: return run.number.empty() ? tr("run %1").arg(run.id.value) : QStringLiteral("#%1").arg(text(run.number));
    case Branch: return orDash(text(run.branch));
    case Trigger: return orDash(triggerName(run.trigger));
    case Step: return run.step.empty() ? dash() : inSentence(stepName(run.step));
    case Attempts: return QString::number(run.attempts);
    case Duration: return run.state == host::RunState::Queued ? dash() : duration(elapsed(run));
    case Agent: return orDash(agentName(run.agent));
    case Age: return age(run.startedAt, m_clock.now());
    default: return {};
    }
}

QString RunTableModel::spokenRow(const host::RunSummary& run) const
{
    return tr("%1, %2, %3, started %4, press Enter to open")
        .arg(subjectOf(run), inSentence(rowLabel(run)), inSentence(stepName(run.step)),
             age(run.startedAt, m_clock.now()));
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const
{
    const host::RunSummary* run = index.isValid() ? at(index.row()) : nullptr;
    if (!run)
        return {};
    switch (role) {
    case Qt::DisplayRole: return display(*run, index.column());
    case Qt::AccessibleTextRole: return index.column() == State ? spokenRow(*run) : display(*run, index.column());
    case Qt::ToolTipRole:
        if (index.column() == State && run->rehearsal) // it may be cut
            return rowLabel(*run);
        return index.column() == Age ? QVariant(everyZone(run->startedAt)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Age || index.column() == Duration
            ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant(static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter));
    case StatusOfRow: return static_cast<int>(statusOf(*run));
    case IdOfRow: return static_cast<qint64>(run->id.value);
    case ElapsedMs: return static_cast<qint64>(elapsed(*run).count());
    case MedianMs:
        if (const auto middle = median(run->line))
            return static_cast<qint64>(middle->count());
        return {};
    case IsOpen: return !host::isTerminal(run->state);
    default: return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Age ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State: return tr("State");
    case Line: return tr("Line");
    case Run: return tr("Run");
    case Branch: return tr("Branch");
    case Trigger: return tr("Trigger");
    case Step: return tr("Step");
    case Attempts: return tr("Attempts");
    case Duration: return tr("Duration, | median");
    case Agent: return tr("Agent");
    case Age: return tr("Age");
    default: return {};
    }
}

} // namespace signalbox::ui
