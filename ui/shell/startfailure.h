// SPDX-License-Identifier: GPL-3.0-or-later
// The window in place of the console where its workspace or store cannot be used: what happened, where, what to do.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/base/result.h"
#include "ui/shell/theme.h"

#include <QDialog>

namespace signalbox::ui {

class StartFailure final : public QDialog {
    Q_OBJECT

public:
    /// `line`: as it stands on the standard error stream; `place`: of the store.
    StartFailure(const ThemeSource& themes, const Error& error, const QString& line, const QString& place,
                 QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
};

} // namespace signalbox::ui
