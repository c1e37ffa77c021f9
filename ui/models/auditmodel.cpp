// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/auditmodel.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QLocale>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr std::size_t kHashShown = 8; // digits

QString dash()
{
    return QStringLiteral("\u2014");
}

QString shortHash(const std::string& hash)
{
    return hash.empty() ? dash() : text(std::string_view(hash).substr(0, kHashShown));
}

QString kindKey(AuditKind kind)
{
    switch (kind) {
    case AuditKind::Decision: return QStringLiteral("decision");
    case AuditKind::Action: return QStringLiteral("action");
    case AuditKind::Setting: return QStringLiteral("setting");
    case AuditKind::Chain: break;
    }
    return QStringLiteral("chain");
}

QString proofKey(Proof proof)
{
    switch (proof) {
    case Proof::Changed: return QStringLiteral("changed");
    case Proof::NotProven: return QStringLiteral("not-proven");
    case Proof::Proven: break;
    }
    return QStringLiteral("proven");
}

QString display(const AuditModel::Row& row, int column)
{
    const record::AuditRecord& record = row.record;
    switch (column) {
    case AuditModel::Entry: return QLocale().toString(static_cast<qlonglong>(record.number));
    case AuditModel::Time: return clockTime(record.entry.at);
    case AuditModel::Actor: return row.words.actor;
    case AuditModel::Action: return row.words.action;
    case AuditModel::Subject: return row.words.subject;
    case AuditModel::Reason: return row.words.reason;
    case AuditModel::Evidence: return shortHash(record.entry.evidenceHash);
    case AuditModel::Previous: return shortHash(record.previous);
    default: return {};
    }
}

} // namespace

AuditModel::AuditModel(AuditSpeaker::NameRun nameRun, QObject* parent)
    : QAbstractTableModel(parent), m_speaker(std::move(nameRun))
{
}

void AuditModel::load(const host::AuditPart& part)
{
    m_total = part.total;
    const std::int64_t newest = m_rows.empty() ? 0 : m_rows.front().record.number;
    const std::int64_t last = oldest();
    std::vector<Row> fresh, older;
    for (const auto& record : part.records) {
        m_speaker.learn(record);
        if (record.number > newest)
            fresh.push_back({record, {}});
        else if (record.number < last)
            older.push_back({record, {}});
    }
    // A gap, or a chain that has become another one: what was here tells no more.
    const bool joins = m_total >= newest && (fresh.empty() || fresh.back().record.number == newest + 1)
        && (older.empty() || older.front().record.number == last - 1);
    if (m_rows.empty() || !joins) {
        beginResetModel();
        m_rows = std::move(fresh);
        speak();
        endResetModel();
        return;
    }
    insert(0, std::move(fresh));
    insert(m_rows.size(), std::move(older));
}

void AuditModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void AuditModel::insert(std::size_t at, std::vector<Row> rows)
{
    if (rows.empty())
        return;
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(at + rows.size()) - 1);
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), std::make_move_iterator(rows.begin()),
                  std::make_move_iterator(rows.end()));
    speak();
    endInsertRows();
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AuditModel::speak()
{
    for (Row& row : m_rows)
        row.words = m_speaker.say(row.record);
}

void AuditModel::setVerdict(const record::AuditVerdict& verdict)
{
    m_verdict = verdict;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const AuditModel::Row* AuditModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

Proof AuditModel::proofOf(std::int64_t number) const
{
    if (!m_verdict || !m_verdict->firstBad || number < *m_verdict->firstBad)
        return Proof::Proven;
    return number == *m_verdict->firstBad && m_verdict->why == "changed" ? Proof::Changed : Proof::NotProven;
}

std::int64_t AuditModel::firstNotProven() const
{
    if (!m_verdict || !m_verdict->firstBad || m_verdict->notProven == 0)
        return 0;
    return *m_verdict->firstBad + (m_verdict->why == "changed" ? 1 : 0);
}

std::int64_t AuditModel::lastBeforeBreak() const
{
    return std::max<std::int64_t>(firstNotProven() - 1, 0);
}

QString AuditModel::breakWords() const
{
    if (!m_verdict || !m_verdict->firstBad)
        return {};
    const auto words = [](std::int64_t number) { return QLocale().toString(static_cast<qlonglong>(number)); };
    const auto count = static_cast<int>(m_verdict->notProven);
    const QString from = words(firstNotProven());
    if (m_verdict->why == "changed")
        return tr("%Ln entries from %1 on are not proven: their chain starts from a hash that entry %2 no longer has",
                  nullptr, count)
            .arg(from, words(*m_verdict->firstBad));
    if (m_verdict->why == "missing")
        return tr("%Ln entries from %1 on are not proven: entry %1 is missing", nullptr, count).arg(from);
    return tr("%Ln entries from %1 on are not proven: entry %1 does not follow the one before it", nullptr, count)
        .arg(from);
}

int AuditModel::count(AuditKind kind) const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [&](const Row& row) { return row.words.kind == kind; }));
}

int AuditModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AuditModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex& index, int role) const
{
    const Row* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    const auto& [record, words] = *row;
    if (role == Qt::AccessibleTextRole && index.column() == Entry) {
        const QString number = QLocale().toString(static_cast<qlonglong>(record.number));
        const Proof proof = proofOf(record.number);
        return proof == Proof::Proven ? tr("Entry %1, %2, %3 %4").arg(number, words.actor, words.action, words.subject)
            : proof == Proof::Changed
            ? tr("Entry %1, %2, %3 %4, changed after it was written")
                  .arg(number, words.actor, words.action, words.subject)
            : tr("Entry %1, %2, %3 %4, not proven").arg(number, words.actor, words.action, words.subject);
    }
    if (role == Qt::ToolTipRole)
        return index.column() == Time ? QVariant(everyZone(record.entry.at)) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const QString shown = display(*row, index.column());
    return shown.isEmpty() && role == Qt::AccessibleTextRole ? tr("none") : shown;
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Entry ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Entry: return tr("Entry");
    case Time: return tr("Time");
    case Actor: return tr("Actor");
    case Action: return tr("Action");
    case Subject: return tr("Subject");
    case Reason: return tr("Reason");
    case Evidence: return tr("Evidence");
    case Previous: return tr("Previous");
    default: return {};
    }
}

FilteredAudit::FilteredAudit(AuditModel& model, const Clock& clock, std::string person, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model), m_clock(clock), m_person(std::move(person))
{
    setSourceModel(&model);
}

void FilteredAudit::setFilterLine(const QString& line)
{
    static const QStringList keys{QStringLiteral("actor"), QStringLiteral("action"), QStringLiteral("subject"),
                                  QStringLiteral("line"),  QStringLiteral("kind"),   QStringLiteral("around"),
                                  QStringLiteral("proof")};
    m_filter = parseFilterLine(line, keys, m_clock.now());
    invalidateFilter();
    sort(oldestFirst() ? AuditModel::Entry : -1);
}

std::optional<std::int64_t> FilteredAudit::around() const
{
    const auto term = m_filter.terms.find(QStringLiteral("around"));
    if (term == m_filter.terms.end())
        return std::nullopt;
    QString digits = term->second.front();
    bool valid = false;
    const qlonglong number = digits.remove(QLocale().groupSeparator()).toLongLong(&valid);
    return valid && number > 0 ? std::optional<std::int64_t>(number) : std::nullopt;
}

int FilteredAudit::rowOf(std::int64_t number) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row)->record.number == number)
            return row;
    }
    return -1;
}

bool FilteredAudit::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    return m_model.at(left.row())->record.number < m_model.at(right.row())->record.number;
}

const AuditModel::Row* FilteredAudit::at(int row) const
{
    return m_model.at(mapToSource(index(row, 0)).row());
}

bool FilteredAudit::filterAcceptsRow(int row, const QModelIndex&) const
{
    const AuditModel::Row& candidate = *m_model.at(row);
    const auto& entry = candidate.record.entry;
    const AuditWords& words = candidate.words;
    if (m_filter.since && entry.at < *m_filter.since)
        return false;
    return std::ranges::all_of(m_filter.terms, [&](const auto& term) {
        const auto& [key, wanted] = term;
        if (key == QLatin1String("actor")) {
            const bool mine = entry.actor == m_person && equalsAny(wanted, {QStringLiteral("you")});
            return mine || containsAny(wanted, words.actor) || containsAny(wanted, text(entry.actor));
        }
        if (key == QLatin1String("action"))
            return containsAny(wanted, words.action) || containsAny(wanted, text(entry.action));
        if (key == QLatin1String("subject"))
            return containsAny(wanted, words.subject);
        if (key == QLatin1String("line"))
            return containsAny(wanted, text(entry.line));
        if (key == QLatin1String("around"))
            return true; // which part of the log is loaded
        if (key == QLatin1String("proof"))
            return equalsAny(wanted, {proofKey(m_model.proofOf(candidate.record.number))});
        if (key == QLatin1String("kind"))
            return equalsAny(wanted, {kindKey(words.kind)});
        return containsAll(wanted,
                           QStringList{words.actor, words.action, words.subject, words.reason}.join(QLatin1Char('\n')));
    });
}

} // namespace signalbox::ui
