// SPDX-License-Identifier: GPL-3.0-or-later
// A widget filled with one of the surfaces of the theme.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class Surface : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Window, Panel, Raised, Inset };

    Surface(const ThemeSource& themes, Kind kind, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    const ThemeSource& themes() const { return m_themes; }

private:
    const ThemeSource& m_themes;
    const Kind m_kind;
};

} // namespace signalbox::ui
