// SPDX-License-Identifier: GPL-3.0-or-later
// Text from outside: wrapped between words, and within one that is longer than a line, so that no text widens what it
// stands in. Cut after a number of lines where one is set, with the whole of it in a tool tip.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/textlines.h"

class QTextLayout;

namespace signalbox::ui {

class WrappedText final : public Label {
    Q_OBJECT

public:
    WrappedText(const ThemeSource& themes, Type type, Tone tone, QWidget* parent = nullptr);

    void setMostLines(int lines); // 0: as many as it takes
    void setLeastWidth(int least) { m_least = least; } // where the text is wider
    void setSelectable(); // by mouse, and copied by the keys and a menu
    bool isCut() const; // by the number of lines

    QString selected() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    int measure(int width) const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    TextLines layOut(QTextLayout& layout, int width) const;
    QString shownText(int width) const; // with … where it is cut
    int placeOf(const QPoint& at) const; // in the text
    void select(int anchor, int end);
    void copy() const;

    int m_mostLines = 0;
    int m_least = 40;
    bool m_selectable = false;
    int m_anchor = 0;
    int m_end = 0;
    mutable QString m_naturalOf; // whose width is known
    mutable int m_natural = 0;
};

} // namespace signalbox::ui
