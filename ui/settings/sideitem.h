// SPDX-License-Identifier: GPL-3.0-or-later
// One section of the settings in the list at their left.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QAbstractButton>

namespace signalbox::ui {

class SideItem final : public QAbstractButton {
    Q_OBJECT

public:
    SideItem(const ThemeSource& themes, const QString& label, QWidget* parent = nullptr);

    void setTroubled(int things); // that need a person
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    int m_troubled = 0;
};

} // namespace signalbox::ui
