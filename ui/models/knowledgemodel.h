// SPDX-License-Identifier: GPL-3.0-or-later
// What was learned: each fix against each failure signature, with how often it worked; and those that a filter keeps.
//
// Thread     GUI
// Ownership  the Clock outlives it; the model outlives its filter
// Source     the interval: Wilson's score interval at 95 %, E. B. Wilson 1927
#pragma once

#include "core/base/time.h"
#include "core/host/views.h"
#include "ui/models/filterline.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <functional>
#include <vector>

namespace signalbox::ui {

/// Shares, 0 to 1.
struct Share {
    double value = 0;
    double low = 0;
    double high = 1;
};

Share shareOf(int worked, int tried);

QString autonomyName(record::PatternSwitch set); // "Suggest"
QString lockReason(host::AutoLock lock); // "Locked: policy wants a pull request."; empty: it is not locked

class KnowledgeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Pattern, Seen, Worked, LastUsed, Origin, Autonomy, ColumnCount };
    using NameRun = std::function<QString(RunId)>; // "storefront #1"; empty: not known

    KnowledgeModel(const Clock& clock, NameRun nameRun, QObject* parent = nullptr);

    void load(std::vector<host::KnowledgeRow> rows); // sorted by what was used last
    const host::KnowledgeRow* at(int row) const;
    const std::vector<host::KnowledgeRow>& all() const { return m_rows; }
    int patterns() const { return rowCount(); }
    int acting() const; // on their own
    int worked() const;
    int tried() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString origin(const host::KnowledgeRow& row) const;

    const Clock& m_clock;
    const NameRun m_nameRun;
    std::vector<host::KnowledgeRow> m_rows;
};

/// Keys: origin (here, imported), worked (<50, >90), autonomy (off, suggest, auto), class, fix, and since.
class FilteredKnowledge final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    FilteredKnowledge(KnowledgeModel& model, const Clock& clock, QObject* parent = nullptr);

    void setFilterLine(const QString& line);
    const FilterLine& filter() const { return m_filter; }
    const host::KnowledgeRow* at(int row) const;
    int rowOf(const host::PatternKey& pattern) const; // -1: it is not among them
    /// How many a filter of this one term keeps.
    int count(const QString& key, const QString& value) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    KnowledgeModel& m_model;
    const Clock& m_clock;
    FilterLine m_filter;
};

} // namespace signalbox::ui
