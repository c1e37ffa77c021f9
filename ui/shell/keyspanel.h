// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of keys: a small window that does not block the other. The key that opens it closes it.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/commands.h"

#include <QDialog>

class QGridLayout;
class QHBoxLayout;

namespace signalbox::ui {

class KeysPanel final : public QDialog {
    Q_OBJECT

public:
    KeysPanel(const ThemeSource& themes, const std::vector<KeyLine>& commands, QWidget* parent);

    static void toggle(const ThemeSource& themes, const std::vector<KeyLine>& commands, QWidget& window);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QGridLayout* addColumn(QHBoxLayout* columns);
    void addGroup(QGridLayout* grid, const QString& heading, const std::vector<KeyLine>& keys);
    void addPages(QGridLayout* grid);

    const ThemeSource& m_themes;
};

} // namespace signalbox::ui
