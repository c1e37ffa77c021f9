// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a slip from deciding: nothing counts right after the evidence appeared, and approving by keyboard takes
// Ctrl+Enter twice.
//
// Thread  GUI
// Source  DESIGN 4
#pragma once

#include "core/base/time.h"

#include <optional>

namespace signalbox::ui {

class DecisionGuard {
public:
    static constexpr Milliseconds kDeadTime{1500};
    static constexpr Milliseconds kSecondAfter{1000};
    static constexpr Milliseconds kSecondBefore{5000};

    /// The prompt has appeared, or its evidence has changed.
    void evidenceShown(UtcTime now);
    bool isReady(UtcTime now) const { return readyIn(now) == Milliseconds(0); }
    Milliseconds readyIn(UtcTime now) const;

    /// Ctrl+Enter, once: true when it is the second one, one to five seconds after the first.
    bool confirm(UtcTime now);
    bool waitsForSecond(UtcTime now) const;
    void forgetFirst() { m_first.reset(); }

private:
    std::optional<UtcTime> m_shownAt;
    std::optional<UtcTime> m_first;
};

/// Tells when approvals follow each other too fast to have been looked at.
class QuickApprovals {
public:
    static constexpr int kRow = 5;
    static constexpr Milliseconds kQuick{10'000};

    void approved(Milliseconds lookedFor);
    bool tooQuick() const { return m_inARow >= kRow; }

private:
    int m_inARow = 0;
};

} // namespace signalbox::ui
