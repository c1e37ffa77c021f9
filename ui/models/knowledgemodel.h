// SPDX-License-Identifier: GPL-3.0-or-later
// What was learned: each fix against each failure signature, with how often it worked.
//
// Thread     GUI
// Ownership  the Clock outlives it
// Source     the interval: Wilson's score interval at 95 %, E. B. Wilson 1927
#pragma once

#include "core/base/time.h"
#include "core/host/views.h"

#include <QAbstractTableModel>

#include <vector>

namespace signalbox::ui {

/// Shares, 0 to 1.
struct Share {
    double value = 0;
    double low = 0;
    double high = 1;
};

Share shareOf(int worked, int tried);

class KnowledgeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Pattern, Tried, Worked, LastUsed, ColumnCount };

    explicit KnowledgeModel(const Clock& clock, QObject* parent = nullptr);

    void load(std::vector<host::KnowledgeRow> rows); // sorted by what was used last
    const host::KnowledgeRow* at(int row) const;
    const std::vector<host::KnowledgeRow>& all() const { return m_rows; }
    int patterns() const; // different signatures
    int worked() const;
    int tried() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const Clock& m_clock;
    std::vector<host::KnowledgeRow> m_rows;
};

} // namespace signalbox::ui
