// SPDX-License-Identifier: GPL-3.0-or-later
// The runs that speak for a pattern or against it, newest first.
//
// Thread     GUI
// Ownership  the Clock outlives it
#pragma once

#include "core/base/time.h"
#include "core/host/views.h"
#include "ui/models/statusrole.h"

#include <QAbstractTableModel>

#include <vector>

namespace signalbox::ui {

class EvidenceModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Run, Outcome, When, Mark, ColumnCount };

    explicit EvidenceModel(const Clock& clock, QObject* parent = nullptr);

    void load(std::vector<host::EvidenceRow> runs);
    const host::EvidenceRow* at(int row) const;
    int rowOf(RunId run) const; // -1: it is not here

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const Clock& m_clock;
    std::vector<host::EvidenceRow> m_runs;
};

QString runName(const host::EvidenceRow& run); // "search #7713"
QString judgementWords(record::Judgement judgement); // "right"
StatusRole statusOf(const host::EvidenceRow& run);

} // namespace signalbox::ui
