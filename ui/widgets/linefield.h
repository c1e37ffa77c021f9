// SPDX-License-Identifier: GPL-3.0-or-later
// A line to type in: an icon at the left, a quiet note and a keycap at the right.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QLineEdit>

namespace signalbox::ui {

class LineField final : public QLineEdit {
    Q_OBJECT

public:
    LineField(const ThemeSource& themes, Type type, QWidget* parent = nullptr);

    void setGlyph(const QString& iconName);
    void setNote(const QString& note); // "20 of 142"
    void setKeyHint(const QString& keys); // "/"
    void setBare(); // on the ground of an overlay, without frame and ring, the icon as in a row; Tab passes it

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();
    void makeRoom();
    int padding() const;
    int glyphSide() const;
    int noteWidth() const; // 0: there is none, or no room for it
    int glyphWidth() const;
    int keyWidth() const;

    const ThemeSource& m_themes;
    const Type m_type;
    QString m_glyph;
    QString m_note;
    QString m_keys;
    bool m_bare = false;
    bool m_typed = false;
};

} // namespace signalbox::ui
