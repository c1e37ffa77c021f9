// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/knowledgemodel.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

namespace signalbox::ui {

namespace {

/// "<50": less than 50 of a hundred tries worked; ">90", "93".
bool workedMatches(const QStringList& wanted, const host::KnowledgeRow& row)
{
    const double percent = 100 * shareOf(row.worked, row.tried).value;
    return std::ranges::any_of(wanted, [&](const QString& want) {
        const QChar sign = want.isEmpty() ? QChar() : want.front();
        const bool compares = sign == QLatin1Char('<') || sign == QLatin1Char('>');
        bool valid = false;
        const double limit = want.mid(compares ? 1 : 0).toDouble(&valid);
        return valid
            && (sign == QLatin1Char('<')       ? percent < limit
                    : sign == QLatin1Char('>') ? percent > limit
                                               : qRound(percent) == qRound(limit));
    });
}

QString originKey(const host::KnowledgeRow& row)
{
    return row.firstTry ? QStringLiteral("here") : QStringLiteral("imported");
}

bool termMatches(const QString& key, const QStringList& wanted, const host::KnowledgeRow& row)
{
    if (key == QLatin1String("worked"))
        return workedMatches(wanted, row);
    if (key == QLatin1String("origin"))
        return equalsAny(wanted, {originKey(row)});
    if (key == QLatin1String("autonomy"))
        return equalsAny(wanted, {text(record::switchName(row.autonomy)), autonomyName(row.autonomy)});
    const QString failure = text(row.failureClass) + QLatin1Char('\n') + className(row.failureClass);
    const QString fix = text(row.fix) + QLatin1Char('\n') + fixName(row.fix);
    if (key == QLatin1String("class"))
        return containsAny(wanted, failure);
    if (key == QLatin1String("fix"))
        return containsAny(wanted, fix);
    return containsAll(wanted, failure + QLatin1Char('\n') + fix + QLatin1Char('\n') + text(row.signature));
}

bool matches(const FilterLine& filter, const host::KnowledgeRow& row)
{
    return (!filter.since || row.lastSeen >= *filter.since) && std::ranges::all_of(filter.terms, [&](const auto& term) {
               return termMatches(term.first, term.second, row);
           });
}

} // namespace

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

QString autonomyName(record::PatternSwitch set)
{
    switch (set) {
    case record::PatternSwitch::Off: return KnowledgeModel::tr("Off");
    case record::PatternSwitch::Suggest: return KnowledgeModel::tr("Suggest");
    case record::PatternSwitch::Auto: break;
    }
    return KnowledgeModel::tr("Auto");
}

QString lockReason(host::AutoLock lock)
{
    switch (lock) {
    case host::AutoLock::PullRequest: return KnowledgeModel::tr("Locked: policy wants a pull request.");
    case host::AutoLock::AlwaysAsks: return KnowledgeModel::tr("Locked: it is destructive and always asks.");
    case host::AutoLock::PolicyAsks: return KnowledgeModel::tr("Locked: policy asks a person.");
    case host::AutoLock::PolicyForbids: return KnowledgeModel::tr("Locked: policy forbids it.");
    case host::AutoLock::None: break;
    }
    return {};
}

KnowledgeModel::KnowledgeModel(const Clock& clock, NameRun nameRun, QObject* parent)
    : QAbstractTableModel(parent), m_clock(clock), m_nameRun(std::move(nameRun))
{
}

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

int KnowledgeModel::acting() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [](const host::KnowledgeRow& row) {
        return row.autonomy == record::PatternSwitch::Auto && row.lock == host::AutoLock::None;
    }));
}

QString KnowledgeModel::origin(const host::KnowledgeRow& row) const
{
    if (!row.firstTry)
        return tr("imported");
    const QString name = m_nameRun(*row.firstTry);
    return name.isEmpty() ? tr("run %1").arg(row.firstTry->value) : name;
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
        return tr("%1, %2, %3, worked %4 of %5")
            .arg(className(row->failureClass), fixName(row->fix), inSentence(autonomyName(row->autonomy)))
            .arg(row->worked)
            .arg(row->tried);
    if ((role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) && index.column() == Autonomy)
        return lockReason(row->lock);
    if (role == Qt::ToolTipRole && index.column() == LastUsed)
        return everyZone(row->lastSeen);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Pattern: return className(row->failureClass);
    case Seen: return QLocale().toString(std::max(row->seen, row->tried));
    case Worked: return percent(shareOf(row->worked, row->tried).value);
    case LastUsed: return age(row->lastSeen, m_clock.now());
    case Origin: return origin(*row);
    case Autonomy: return autonomyName(row->autonomy);
    default: return {};
    }
}

QVariant KnowledgeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Seen ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Pattern: return tr("Failure and fix");
    case Seen: return tr("Seen");
    case Worked: return tr("Worked, 95 % interval");
    case LastUsed: return tr("Last used");
    case Origin: return tr("Origin");
    case Autonomy: return tr("Autonomy");
    default: return {};
    }
}

FilteredKnowledge::FilteredKnowledge(KnowledgeModel& model, const Clock& clock, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model), m_clock(clock)
{
    setSourceModel(&model);
}

void FilteredKnowledge::setFilterLine(const QString& line)
{
    static const QStringList keys{QStringLiteral("origin"), QStringLiteral("worked"), QStringLiteral("autonomy"),
                                  QStringLiteral("class"), QStringLiteral("fix")};
    m_filter = parseFilterLine(line, keys, m_clock.now());
    invalidateFilter();
}

const host::KnowledgeRow* FilteredKnowledge::at(int row) const
{
    return m_model.at(mapToSource(index(row, 0)).row());
}

int FilteredKnowledge::rowOf(const host::PatternKey& pattern) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (host::patternOf(*at(row)) == pattern)
            return row;
    }
    return -1;
}

int FilteredKnowledge::count(const QString& key, const QString& value) const
{
    return static_cast<int>(std::ranges::count_if(
        m_model.all(), [&](const host::KnowledgeRow& row) { return termMatches(key, {value}, row); }));
}

bool FilteredKnowledge::filterAcceptsRow(int row, const QModelIndex&) const
{
    return matches(m_filter, *m_model.at(row));
}

} // namespace signalbox::ui
