// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a timeline, and says where its items stand.
//
// Thread  GUI
// Units   device-independent pixels
#pragma once

#include "ui/models/timelinedata.h"
#include "ui/shell/theme.h"

#include <QRectF>

class QPainter;

namespace signalbox::ui {

class TimelinePainter final {
public:
    TimelinePainter(const TimelineData& data, const Theme& theme, double width);

    double height() const;
    QRectF placeOf(const TimelineItem& item) const; // of a span, or of an event's glyph
    int itemAt(const QPointF& point) const; // -1: none
    void paint(QPainter& painter, int picked, bool focused) const;

private:
    double x(UtcTime at) const;
    double laneTop(int lane) const;
    double laneHeight() const;
    void paintGround(QPainter& painter) const;
    void paintSpan(QPainter& painter, const TimelineItem& item) const;
    double paintSpanWords(QPainter& painter, const TimelineItem& item, const QColor& ink) const;
    void paintEvent(QPainter& painter, const TimelineItem& item) const;
    void paintLink(QPainter& painter, const TimelineItem& item) const;
    void paintMoment(QPainter& painter, UtcTime moment) const;
    double roomRightOf(const TimelineItem& item, double from) const;

    const TimelineData& m_data;
    const Theme& m_theme;
    QRectF m_area; // of the items
};

} // namespace signalbox::ui
