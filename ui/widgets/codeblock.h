// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a log on the tint of a status, with a bar at their left. Wraps anywhere.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class CodeBlock final : public QWidget {
    Q_OBJECT

public:
    CodeBlock(const ThemeSource& themes, Hue hue, QWidget* parent = nullptr);

    void setCode(const QString& code);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    const Hue m_hue;
    QString m_code;
};

} // namespace signalbox::ui
