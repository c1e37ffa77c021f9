// SPDX-License-Identifier: GPL-3.0-or-later
// The list of keys: a small window that does not block the other.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/commands.h"

#include <QDialog>

class QGridLayout;

namespace signalbox::ui {

class KeysPanel final : public QDialog {
    Q_OBJECT

public:
    KeysPanel(const ThemeSource& themes, const std::vector<KeyLine>& commands, QWidget* parent);

private:
    void addGroup(QGridLayout* grid, const QString& heading, const std::vector<KeyLine>& keys);

    const ThemeSource& m_themes;
};

} // namespace signalbox::ui
