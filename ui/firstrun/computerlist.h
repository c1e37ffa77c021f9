// SPDX-License-Identifier: GPL-3.0-or-later
// What this computer has of what Signalbox needs, a row each.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/computercheck.h"
#include "ui/shell/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace signalbox::ui {

class Button;

class ComputerList final : public QWidget {
    Q_OBJECT

public:
    explicit ComputerList(const ThemeSource& themes, QWidget* parent = nullptr);

    void show(const std::vector<host::Finding>& findings);

signals:
    void againAsked();

private:
    void addRow(const host::Finding& finding);

    const ThemeSource& m_themes;
    QVBoxLayout* m_rows;
};

/// "2.39.5", "212 GB free, 512 MB needed", "Not found. Optional, for npm installs."
QString findingText(const host::Finding& finding);

} // namespace signalbox::ui
