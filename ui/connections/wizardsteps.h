// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a dialog, one below the other: those that are done, the one that is open, those to come.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     mockup add-repository
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class WizardSteps final : public QWidget {
    Q_OBJECT

public:
    WizardSteps(const ThemeSource& themes, QStringList names, QWidget* parent);

    void setOpen(int step);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintStep(QPainter& painter, int step) const;

    const ThemeSource& m_themes;
    const QStringList m_names;
    int m_open = 0;
};

} // namespace signalbox::ui
