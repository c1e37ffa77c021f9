// SPDX-License-Identifier: GPL-3.0-or-later
// Keys as they stand on a keyboard: a small frame round each.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

int keycapWidth(const QString& key, const Theme& theme);
/// One key, its left edge at `left`, in the middle of `line` from top to bottom.
void paintKeycap(QPainter& painter, double left, const QRectF& line, const QString& key, const Theme& theme);
/// "Ctrl+Shift+L" where `line` ends, in one frame; returns its width.
int paintKeycaps(QPainter& painter, const QRect& line, const QString& keys, const Theme& theme);

class Keycap final : public QWidget {
    Q_OBJECT

public:
    Keycap(const ThemeSource& themes, const QString& key, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    const QString m_key;
};

} // namespace signalbox::ui
