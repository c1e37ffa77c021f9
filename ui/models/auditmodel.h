// SPDX-License-Identifier: GPL-3.0-or-later
// The audit log as rows, newest first, in the reader's words; and those of them that a filter line keeps.
//
// Thread     GUI
// Ownership  the Clock outlives both; the model outlives its filter
#pragma once

#include "core/host/views.h"
#include "ui/models/auditwords.h"
#include "ui/models/filterline.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace signalbox::ui {

/// Whether the chain holds for an entry, by the last check.
enum class Proof { Proven, Changed, NotProven };

class AuditModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Entry, Time, Actor, Action, Subject, Reason, Evidence, Previous, ColumnCount };

    AuditModel(AuditSpeaker::NameRun nameRun, QObject* parent = nullptr);

    /// A part that stands before or behind what is here, or overlaps it; another one takes its place.
    void load(const host::AuditPart& part);
    void clear(); // what is loaded next stands alone
    void setVerdict(const record::AuditVerdict& verdict);

    struct Row {
        record::AuditRecord record;
        AuditWords words;
    };
    const Row* at(int row) const;
    std::int64_t total() const { return m_total; } // records in the log
    std::int64_t oldest() const { return m_rows.empty() ? 0 : m_rows.back().record.number; }
    Proof proofOf(std::int64_t number) const; // Proven before there was a check
    std::int64_t firstNotProven() const; // 0: all are proven
    std::int64_t lastBeforeBreak() const; // behind which the band of the break stands; 0: there is none
    QString breakWords() const; // of that band
    int count(AuditKind kind) const; // among those that are here

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void insert(std::size_t at, std::vector<Row> rows);
    void speak(); // puts every row into words again

    AuditSpeaker m_speaker;
    std::vector<Row> m_rows;
    std::optional<record::AuditVerdict> m_verdict;
    std::int64_t m_total = 0;
};

class FilteredAudit final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    FilteredAudit(AuditModel& model, const Clock& clock, std::string person, QObject* parent = nullptr);

    void setFilterLine(const QString& line);
    const FilterLine& filter() const { return m_filter; }
    const AuditModel::Row* at(int row) const;
    int rowOf(std::int64_t number) const; // -1: it is not among them
    /// As around:4102 asks for; then the oldest stand first.
    std::optional<std::int64_t> around() const;
    bool oldestFirst() const { return around().has_value(); }

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    AuditModel& m_model;
    const Clock& m_clock;
    const std::string m_person;
    FilterLine m_filter;
};

} // namespace signalbox::ui
