// SPDX-License-Identifier: GPL-3.0-or-later
// A button of the design: primary, plain, danger, quiet, link, chip or switch. Focus is shown by FocusRing.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QAbstractButton>

#include <optional>

class QPainter;

namespace signalbox::ui {

/// Of what can be pressed: actions that stand together are of one weight.
QFont actionFont(const Theme& theme);

class Button final : public QAbstractButton {
    Q_OBJECT

public:
    enum class Kind { Default, Primary, Danger, Quiet, Link, Chip, Switch };

    Button(const ThemeSource& themes, const QString& label, Kind kind = Kind::Default, QWidget* parent = nullptr);

    void setGlyph(const QString& iconName); // of resources/icons, without ".svg"
    void setKeyHint(const QString& keys); // drawn as a keycap: "Enter"
    void setCount(std::optional<int> count); // after the label, quieter
    void setTall(bool tall); // the height of a decision
    /// A locked button cannot be pressed; its reason belongs beside it and is spoken with its name.
    void setLocked(bool locked, const QString& reason = {});
    bool isLocked() const { return m_locked; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Look {
        QColor fill, border, text;
    };
    Look look() const;
    int padding() const;
    QFont face() const; // of its words
    void paintSlide(QPainter& painter) const; // of a switch
    QRect onScreen(const QRect& place) const; // as the direction of reading mirrors it
    QString glyphShown() const;
    QString countText() const;

    const ThemeSource& m_themes;
    const Kind m_kind;
    QString m_glyph;
    QString m_keys;
    std::optional<int> m_count;
    bool m_tall = false;
    bool m_locked = false;
};

} // namespace signalbox::ui
