// SPDX-License-Identifier: GPL-3.0-or-later
// What a score is made of: a base rate, and what raises and lowers it.
//
// Thread  any; pure
// Source  DESIGN 4, "Release risk"; COPY 8, "Risk bar"
#pragma once

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace signalbox::ui {

struct Contribution {
    QString name;
    double share = 0; // above 0 raises
};

struct Contributions {
    QString title{}; // "Release risk"
    QString baseName{}; // "Base rate of this line"
    double base = 0;
    std::vector<Contribution> parts{};

    double score() const;
};

/// In hundredths, the base first, rounded so that whoever adds up what is shown gets the score that is shown.
std::vector<int> shownHundredths(const Contributions& of);

QString shownScore(int hundredths); // "0.43"
QString shownShare(int hundredths); // "+0.14", "−0.05"
/// "API contract change raises risk by 0.14."
QString spokenContribution(const Contribution& part, int hundredths);

class ContributionTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void load(const Contributions& of);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<std::pair<QString, QString>> m_rows;
};

} // namespace signalbox::ui
