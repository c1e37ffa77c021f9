// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the keyboard focus of one window: 2 px, 2 px outside of whatever has it. One a window.
//
// Thread     GUI
// Ownership  a child of the window; the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QPointer>
#include <QWidget>

namespace signalbox::ui {

class FocusRing final : public QWidget {
    Q_OBJECT

public:
    FocusRing(const ThemeSource& themes, QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* focused);
    void place();

    const ThemeSource& m_themes;
    QPointer<QWidget> m_target;
    bool m_byKeyboard = false; // a click shows no ring, a key does
};

} // namespace signalbox::ui
