// SPDX-License-Identifier: GPL-3.0-or-later
// Every run as a row, fed by changes, never reset. Sorted by id; FilteredRuns turns it newest first.
//
// Time       ages grow without a signal: whoever shows them repaints once a second
// Thread     GUI
// Ownership  the Clock outlives it
#pragma once

#include "core/base/time.h"
#include "core/host/views.h"
#include "ui/models/runcounts.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace signalbox::ui {

/// How long the runs of a line took, the newest last.
struct LineHistory {
    std::vector<Milliseconds> took;
    std::optional<Milliseconds> median;
    bool open = false; // the newest has not ended
};

class RunTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { State, Line, Run, Branch, Trigger, Step, Attempts, Duration, Agent, Age, ColumnCount };
    enum Role {
        StatusOfRow = Qt::UserRole, // StatusRole as int
        IdOfRow, // qint64
        ElapsedMs, // qint64
        MedianMs, // qint64 of the line's finished runs; invalid with fewer than three
        IsOpen, // bool: has not ended
    };

    static constexpr std::size_t kMostRuns = 1000; // the store keeps all of them

    explicit RunTableModel(const Clock& clock, QObject* parent = nullptr);

    void load(const std::vector<host::RunSummary>& runs); // the whole truth: what is not in it is gone
    /// Likewise, but that older ones than `from` stay, and do not count for medians.
    void loadNewest(const std::vector<host::RunSummary>& runs, RunId from);
    void addOlder(const std::vector<host::RunSummary>& runs); // newest first; those that are known stay as they are
    /// Older ones that have ended, but for `kept`. What stays of them does not count for medians.
    void dropBefore(RunId oldest, RunId kept);
    /// It keeps so many, instead of kMostRuns, and counts nothing.
    void listOnly(std::size_t most);
    void apply(const std::vector<host::RunDelta>& deltas);

    const host::RunSummary* at(int row) const;
    const host::RunSummary* find(RunId run) const;
    const std::vector<host::RunSummary>& all() const { return m_runs; } // by id
    const RunCounts& counts() const { return m_counts; }
    /// The last runs of its line up to `run`, which is the newest of them.
    LineHistory historyOf(const host::RunSummary& run, std::size_t most) const;
    int openRuns(const QString& line) const; // queued or in progress, of a line; empty: of all

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void countsChanged();

private:
    void applyOne(const host::RunDelta& delta);
    void replace(const std::vector<host::RunSummary>& runs, RunId from); // older ones than `from` stay
    void forgetOldest(); // of those that are over, beyond the most
    void recount();
    std::vector<host::RunSummary>::const_iterator newest() const; // the first of those that are not older
    Milliseconds elapsed(const host::RunSummary& run) const;
    std::optional<Milliseconds> median(const std::string& line) const;
    QString display(const host::RunSummary& run, int column) const;
    QString spokenRow(const host::RunSummary& run) const;

    const Clock& m_clock;
    std::vector<host::RunSummary> m_runs; // by id
    std::size_t m_most = kMostRuns;
    bool m_counted = true;
    RunId m_from; // older ones do not count for medians: there may be but some of them
    RunCounts m_counts;
    mutable std::map<std::string, std::optional<Milliseconds>> m_medians; // filled when asked for, dropped on a change
};

} // namespace signalbox::ui
