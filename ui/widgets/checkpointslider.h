// SPDX-License-Identifier: GPL-3.0-or-later
// A slider whose stops are the checkpoints of a run, with the present as the last one.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/shell/theme.h"

#include <QSlider>
#include <QStringList>

namespace signalbox::ui {

class CheckpointSlider final : public QSlider {
    Q_OBJECT

public:
    explicit CheckpointSlider(const ThemeSource& themes, QWidget* parent = nullptr);

    void setStops(const QStringList& labels, bool lastIsNow);
    void setCurrent(int stop); // without telling
    int stopAt(int x) const;
    int stopX(int stop) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void stopPicked(int stop); // by a person

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void pick(int stop);
    void paintLabels(QPainter& painter) const;
    void paintStops(QPainter& painter) const;

    const ThemeSource& m_themes;
    QStringList m_labels;
    bool m_lastIsNow = false;
};

} // namespace signalbox::ui
