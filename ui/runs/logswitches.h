// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of a log besides its words, as switches: times, what is invisible, long lines wrapped, its end followed.
//
// Thread     GUI
// Ownership  the ThemeSource and the view outlive it
#pragma once

#include "ui/shell/theme.h"
#include "ui/widgets/logview.h"

#include <QWidget>

namespace signalbox::ui {

class Button;

class LogSwitches final : public QWidget {
    Q_OBJECT

public:
    LogSwitches(const ThemeSource& themes, LogView& view, QWidget* parent = nullptr);

private:
    Button* addButton(const ThemeSource& themes, const QString& name, const QString& key);
    void add(const ThemeSource& themes, const QString& name, const QString& key, bool LogSight::*part);

    LogView& m_view;
};

} // namespace signalbox::ui
