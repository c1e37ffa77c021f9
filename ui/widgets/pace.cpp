// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pace.h"

#include <cmath>

namespace signalbox::ui {

namespace {
constexpr int kStep_ms = 250;
}

Pace::Pace(int period_ms, QObject* parent) : QObject(parent), m_step(static_cast<double>(kStep_ms) / period_ms)
{
    m_timer.setInterval(kStep_ms);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_at = std::fmod(m_at + m_step, 1.0);
        emit stepped();
    });
}

void Pace::setMoving(bool moving)
{
    m_moving = moving;
    arrange();
}

void Pace::setStill(bool still)
{
    m_still = still;
    arrange();
    emit stepped(); // where it stands now
}

void Pace::arrange()
{
    const bool goes = m_moving && !m_still;
    if (goes && !m_timer.isActive())
        m_timer.start();
    else if (!goes)
        m_timer.stop();
}

} // namespace signalbox::ui
