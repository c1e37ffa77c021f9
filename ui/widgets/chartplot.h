// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing of a line chart: band, lines, limits, marks, and a cross-hair that the mouse and the arrow keys move.
// Drawn once for a set of values and kept, so that the cross-hair costs nothing. Qt Charts is met in the source alone,
// and made when there is something to draw.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     DESIGN 10; PERFORMANCE 6: no series on OpenGL, dense lines without antialiasing
#pragma once

#include "ui/models/chartdata.h"
#include "ui/shell/theme.h"

#include <QPixmap>
#include <QWidget>

#include <memory>

namespace signalbox::ui {

class ChartCanvas;

class ChartPlot final : public QWidget {
    Q_OBJECT

public:
    explicit ChartPlot(const ThemeSource& themes, QWidget* parent = nullptr);
    ~ChartPlot() override;

    void setData(ChartData data);
    const ChartData& data() const { return m_data; }

    std::optional<UtcTime> moment() const { return m_moment; } // under the cross-hair
    void setMoment(std::optional<UtcTime> moment);
    QRectF area() const; // of the lines, without the words of the axes
    QPointF placeOf(UtcTime at, double value) const;
    int points() const; // drawn at present

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void render();
    void paintCross(QPainter& painter) const;
    void paintReadout(QPainter& painter, double x) const;
    void step(int direction);
    void forget(); // what was drawn
    void tell();

    const ThemeSource& m_themes;
    ChartData m_data;
    std::unique_ptr<ChartCanvas> m_canvas;
    QPixmap m_drawn;
    std::optional<UtcTime> m_moment;
    bool m_byMouse = false;
};

} // namespace signalbox::ui
