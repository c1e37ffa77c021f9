// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the cells of the table of runs: glyph and word, mono branch, duration against the line's median.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "ui/models/statusrole.h"
#include "ui/shell/theme.h"

#include <QStyledItemDelegate>

namespace signalbox::ui {

struct RowInk;

class RunDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RunDelegate(const ThemeSource& themes, QObject* parent = nullptr);

    void setArcAngle(double degrees) { m_angle = degrees; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintState(QPainter& painter, const QRect& cell, const QModelIndex& index, const RowInk& ink) const;
    void paintDuration(QPainter& painter, const QRect& cell, const QModelIndex& index, const RowInk& ink) const;
    void paintText(QPainter& painter, const QRect& cell, const QModelIndex& index, const RowInk& ink) const;

    const ThemeSource& m_themes;
    double m_angle = 0; // of the running arc
};

/// Draws a share of `elapsed_ms` against twice the median, with the mark at the median.
struct DurationBar {
    double elapsed_ms = 0;
    double median_ms = 0; // above 0
    bool open = false;
};

void paintDurationBar(QPainter& painter, const QRectF& place, const DurationBar& bar, const Theme& theme);

} // namespace signalbox::ui
