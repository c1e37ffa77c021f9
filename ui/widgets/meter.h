// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a limit is used: a bar, with marks on it.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
// Source     mockups agents-cost-light, deployment-canary-dark, verdict-anatomy-dark, runs-dark
#pragma once

#include "ui/shell/theme.h"

#include <QWidget>

#include <vector>

class QPainter;

namespace signalbox::ui {

struct MeterMark {
    double share = 0;
    QString words{}; // below it
    bool critical = false;
};

struct MeterValue {
    double share = 0; // of the bar; what is over 1 fills it
    Hue hue = Hue::Nominal;
    std::vector<MeterMark> marks{};
};

/// The bar fills `place`; marks stand out above and below it by 3.
void paintMeter(QPainter& painter, const QRectF& place, const MeterValue& value, const Theme& theme);

class Meter final : public QWidget {
    Q_OBJECT

public:
    explicit Meter(const ThemeSource& themes, QWidget* parent = nullptr);

    void setValue(MeterValue value, const QString& spoken); // "Today, $3.42 of $20.00"
    const MeterValue& value() const { return m_value; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool hasWords() const;

    const ThemeSource& m_themes;
    MeterValue m_value;
};

} // namespace signalbox::ui
