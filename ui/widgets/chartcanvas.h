// SPDX-License-Identifier: GPL-3.0-or-later
// The lines and the band of a chart as Qt Charts draws them, without a window: into a painter.
//
// Thread     GUI
#pragma once

#include "ui/models/chartdata.h"
#include "ui/shell/theme.h"

#include <QRectF>

#include <memory>

class QPainter;

namespace signalbox::ui {

class ChartCanvas final {
public:
    ChartCanvas();
    ~ChartCanvas();

    void load(const ChartData& data, const QRectF& area, const Theme& theme);
    void paint(QPainter& painter) const;
    int points() const;

private:
    struct Stage;
    std::unique_ptr<Stage> m_stage;
};

} // namespace signalbox::ui
