// SPDX-License-Identifier: GPL-3.0-or-later
// A status glyph as a widget of its own. Its word stands beside it.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/statusrole.h"
#include "ui/shell/theme.h"

#include <QWidget>

namespace signalbox::ui {

class Glyph final : public QWidget {
    Q_OBJECT

public:
    explicit Glyph(const ThemeSource& themes, QWidget* parent = nullptr);

    void setStatus(StatusRole role);
    void setSide(int side); // else that of a line of text
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    int m_side;
    StatusRole m_role = StatusRole::Pending;
};

} // namespace signalbox::ui
