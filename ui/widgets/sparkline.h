// SPDX-License-Identifier: GPL-3.0-or-later
// A course of values without axes: small enough for a cell of a table.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     mockups runs-dark, deployments-dark
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace signalbox::ui {

struct Spark {
    enum class Kind { Line, Bars };

    Kind kind = Kind::Line;
    std::vector<double> values{}; // the newest last; NaN: there is none
    std::optional<double> mark{}; // dashed, across: a median, a limit
    Hue last = Hue::Nominal; // of the newest
    std::optional<double> high{}; // of the scale, which begins at 0; else the greatest of values and mark
};

void paintSpark(QPainter& painter, const QRectF& place, const Spark& spark, const Theme& theme);

class Sparkline final : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(const ThemeSource& themes, QWidget* parent = nullptr);

    void setSpark(Spark spark, const QString& spoken); // "search, last 20 runs, median 3:50, the newest 4:37"
    const Spark& spark() const { return m_spark; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const ThemeSource& m_themes;
    Spark m_spark;
};

} // namespace signalbox::ui
