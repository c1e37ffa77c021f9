// SPDX-License-Identifier: GPL-3.0-or-later
// A few choices side by side, one of them taken; a locked one states its reason.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     mockup knowledge-dark, column "Autonomy"
#pragma once

#include "ui/shell/theme.h"

#include <QStringList>
#include <QWidget>

namespace signalbox::ui {

struct SegmentsLook {
    QStringList labels;
    int taken = 0;
    int locked = -1; // that cannot be taken; -1: all can
    bool off = false; // nothing can be taken now
};

/// Where the choices stand, from the left end of `place` on, in the middle of its height.
QList<QRect> segmentPlaces(const QRect& place, const SegmentsLook& look, const Theme& theme);
void paintSegments(QPainter& painter, const QRect& place, const SegmentsLook& look, const Theme& theme);

/// As one control: Left and Right choose, as the mouse does.
class Segments final : public QWidget {
    Q_OBJECT

public:
    Segments(const ThemeSource& themes, const QStringList& labels, QWidget* parent = nullptr);

    void show(int taken, int locked, const QString& reason); // of the locked one
    void setOff(bool off); // nothing can be taken
    int taken() const { return m_look.taken; }
    QSize sizeHint() const override;

signals:
    void asked(int choice); // by a person; what is taken changes by show() alone

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void ask(int choice);

    const ThemeSource& m_themes;
    SegmentsLook m_look;
};

} // namespace signalbox::ui
