// SPDX-License-Identifier: GPL-3.0-or-later
// Text in a type role and a tone of the theme; follows a change of theme.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QLabel>

namespace signalbox::ui {

enum class Tone { Primary, Secondary, Tertiary, Disabled, Link, Running, Waiting, Warn, Critical, Unknown };

QColor toneColour(const Theme& theme, Tone tone);
Tone toneOf(Hue hue);

class Label : public QLabel {
    Q_OBJECT

public:
    Label(const ThemeSource& themes, Type type, Tone tone, QWidget* parent = nullptr);

    void setTone(Tone tone);
    void setElided(bool elided); // cuts with … and shows the whole text in a tool tip
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    const ThemeSource& m_themes;
    const Type m_type;
    Tone m_tone;
    bool m_elided = false;
};

} // namespace signalbox::ui
