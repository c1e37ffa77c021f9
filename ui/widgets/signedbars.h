// SPDX-License-Identifier: GPL-3.0-or-later
// What raises a score, as solid bars, and what lowers it, outlined; from the base rate to the score.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     mockup approval-dark
#pragma once

#include "ui/models/contributions.h"
#include "ui/widgets/figure.h"

namespace signalbox::ui {

class SignedBars final : public Figure {
    Q_OBJECT

public:
    explicit SignedBars(const ThemeSource& themes, QWidget* parent = nullptr);

    void setContributions(Contributions of);

protected:
    QAbstractItemModel& table() override;
    void fillTable() override;
    QString name() const override;

private:
    class Drawing;

    Contributions m_of;
    Drawing* m_drawing;
    ContributionTable* m_table;
};

} // namespace signalbox::ui
