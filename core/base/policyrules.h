// SPDX-License-Identifier: GPL-3.0-or-later
// The policy of a line as declared: what agents may do on their own, and how much of it.
#pragma once

#include "core/base/safety.h"
#include "core/base/time.h"

#include <map>
#include <string>
#include <vector>

namespace signalbox {

/// What the policy says of a safety class.
enum class Autonomy : std::uint8_t { Automatic, Ask, Never };

/// Nothing is deployed in it without a named override.
struct FreezeWindow {
    UtcTime from;
    UtcTime until;
    std::string why;
    bool operator==(const FreezeWindow&) const = default;
};

struct PolicyRules {
    std::map<SafetyClass, Autonomy> autonomy; // a class that is absent has the default of SPEC 2
    int retriesPerRun = 3;
    int automaticActionsPerHour = 20;
    double minConfidence = 0.5; // below it a failure is escalated; a share, 0 to 1
    Milliseconds approvalDeadline{24 * 3'600'000};
    std::vector<std::string> alwaysAsk; // environments
    double moneyPerMonthUsd = 500; // what agents may spend
    std::vector<FreezeWindow> freezes;
    bool operator==(const PolicyRules&) const = default;
};

} // namespace signalbox
