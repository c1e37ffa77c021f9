// SPDX-License-Identifier: GPL-3.0-or-later
// Text in a type role and a tone of the theme; follows a change of theme.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QHash>
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
    bool isElided() const; // whether it is cut now
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    virtual int measure(int width) const; // the height, which is kept
    void measureAnew() { m_heights.clear(); }
    int lineHeight() const;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void dress();
    bool wraps() const; // and paints its lines itself
    void paintLines();

    const ThemeSource& m_themes;
    const Type m_type;
    Tone m_tone;
    bool m_elided = false;
    // Layouts ask many times over how high the words are, and each answer of QLabel shapes them anew.
    mutable QString m_measured;
    mutable QHash<int, int> m_heights; // of m_measured, by width
};

} // namespace signalbox::ui
