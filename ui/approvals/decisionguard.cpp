// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/decisionguard.h"

#include <algorithm>

namespace signalbox::ui {

void DecisionGuard::evidenceShown(UtcTime now)
{
    m_shownAt = now;
    m_first.reset();
}

Milliseconds DecisionGuard::readyIn(UtcTime now) const
{
    if (!m_shownAt)
        return kDeadTime;
    // A clock that was set back must not lengthen the wait.
    return std::clamp(kDeadTime - (now - *m_shownAt), Milliseconds(0), kDeadTime);
}

bool DecisionGuard::confirm(UtcTime now)
{
    if (!isReady(now))
        return false;
    if (!m_first) {
        m_first = now;
        return false;
    }
    const Milliseconds since = now - *m_first;
    if (since < kSecondAfter || since > kSecondBefore) {
        m_first = now; // what comes sooner is a bounce, or a key held down: not every desktop tells a repeated one
        return false;
    }
    m_first.reset();
    return true;
}

bool DecisionGuard::waitsForSecond(UtcTime now) const
{
    return m_first && now - *m_first <= kSecondBefore;
}

void QuickApprovals::approved(Milliseconds lookedFor)
{
    m_inARow = lookedFor < kQuick ? m_inARow + 1 : 0;
}

} // namespace signalbox::ui
