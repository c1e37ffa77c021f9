// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/turns.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace signalbox::ui {

void Turns::begin(std::vector<Step> steps)
{
    m_steps = std::move(steps);
    std::ranges::reverse(m_steps);
    next();
}

void Turns::next()
{
    if (m_steps.empty())
        return;
    doNext();
    if (m_steps.empty() || std::exchange(m_isWaiting, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_isWaiting = false;
        next();
    });
}

void Turns::doNext()
{
    const Step step = std::move(m_steps.back());
    m_steps.pop_back();
    step();
}

} // namespace signalbox::ui
