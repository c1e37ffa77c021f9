// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of what moves of its own on a track: four a second, and none while nothing moves or nobody may see it.
//
// Thread  GUI
// Source  DESIGN 9 and 10; the period is that of a running arc
#pragma once

#include <QTimer>

#include <optional>

namespace signalbox::ui {

class Pace final : public QObject {
    Q_OBJECT

public:
    explicit Pace(int period_ms, QObject* parent = nullptr);

    void setMoving(bool moving); // something is seen that moves
    void setStill(bool still); // reduced motion
    std::optional<double> at() const { return m_still ? std::nullopt : std::optional(m_at); } // 0 to 1 of the way
    bool isGoing() const { return m_timer.isActive(); }

signals:
    void stepped(); // what moves is to be painted again

private:
    void arrange();

    const double m_step;
    double m_at = 0;
    bool m_moving = false;
    bool m_still = false;
    QTimer m_timer;
};

} // namespace signalbox::ui
