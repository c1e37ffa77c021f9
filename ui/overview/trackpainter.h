// SPDX-License-Identifier: GPL-3.0-or-later
// The track diagram, row by row: stops, pill, the arm of the gate, and how the last runs went.
//
// Thread     GUI
// Ownership  the ThemeSource and the Pace outlive it
// Units      device-independent pixels
#pragma once

#include "ui/models/linetracks.h"
#include "ui/shell/theme.h"

#include <QStyledItemDelegate>

#include <array>

namespace signalbox::ui {

class Pace;

/// Where the parts of a row stand, for rows and heading alike: as they are read from left to right, and on the screen,
/// where another direction mirrors them.
struct TrackPlan {
    TrackPlan(int width, Qt::LayoutDirection direction);

    double onScreen(double x) const { return direction == Qt::RightToLeft ? width - x : x; }
    QRectF onScreen(const QRectF& place) const;

    int width = 0;
    Qt::LayoutDirection direction = Qt::LeftToRight;

    int name = 16; // left edge
    int nameWidth = 0;
    std::array<int, kStages> stops{}; // middles
    int lately = 0; // left edge
    int latelyWidth = 0; // 0: no room for it
    int right = 0; // end of the hairline
};

class TrackDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    TrackDelegate(const ThemeSource& themes, const Pace& pace, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTrack(QPainter& painter, const QRect& row, const LineTrack& track) const;
    void paintPill(QPainter& painter, const QPointF& middle, const LineTrack& track) const;
    void paintNote(QPainter& painter, const QRect& row, const LineTrack& track) const;
    void paintLately(QPainter& painter, const QRect& row, const LineTrack& track) const;

    const ThemeSource& m_themes;
    const Pace& m_pace;
};

/// The names of the stages above their stops.
class TrackHeading final : public QWidget {
    Q_OBJECT

public:
    TrackHeading(const ThemeSource& themes, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
};

} // namespace signalbox::ui
