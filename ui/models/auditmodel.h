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

class AuditModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Entry, Time, Actor, Action, Subject, Reason, Evidence, Previous, ColumnCount };

    AuditModel(AuditSpeaker::NameRun nameRun, QObject* parent = nullptr);

    /// A part that stands before or behind what is here, or overlaps it; another one takes its place.
    void load(const host::AuditPart& part);
    void setVerdict(const record::AuditVerdict& verdict);

    struct Row {
        record::AuditRecord record;
        AuditWords words;
    };
    const Row* at(int row) const;
    std::int64_t total() const { return m_total; } // records in the log
    std::int64_t oldest() const { return m_rows.empty() ? 0 : m_rows.back().record.number; }
    bool hasAll() const { return oldest() <= 1; }
    bool isProven(std::int64_t number) const; // by the last check; true before there was one
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

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    AuditModel& m_model;
    const Clock& m_clock;
    const std::string m_person;
    FilterLine m_filter;
};

} // namespace signalbox::ui
