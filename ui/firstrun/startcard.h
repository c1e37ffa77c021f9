// SPDX-License-Identifier: GPL-3.0-or-later
// One way to begin: what it is, in two lines, and the button that does it.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/widgets/panel.h"

class QLabel;

namespace signalbox::ui {

class Button;

class StartCard final : public Panel {
    Q_OBJECT

public:
    struct Words {
        QString icon; // of resources/icons
        QString title;
        QString text;
        QString action;
    };

    StartCard(const ThemeSource& themes, const Words& words, bool first, QWidget* parent = nullptr);

    Button* button() const { return m_button; }

private:
    void dress();

    const QString m_iconName;
    QLabel* m_icon;
    Button* m_button;
};

} // namespace signalbox::ui
