// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/action.h"

#include <algorithm>
#include <array>

namespace signalbox::agents {

namespace {

struct Row {
    std::string_view name;
    SafetyClass safety;
};

constexpr std::array<Row, 8> kActions{{{"rerun_failed_jobs", SafetyClass::Retry},
                                       {"rerun_debug", SafetyClass::Retry},
                                       {"clear_cache_rerun", SafetyClass::Cache},
                                       {"regenerate_lockfile", SafetyClass::PullRequest},
                                       {"update_dependencies", SafetyClass::PullRequest},
                                       {"raise_timeout", SafetyClass::PullRequest},
                                       {"free_disk", SafetyClass::Destructive},
                                       {"quarantine_test", SafetyClass::PullRequest}}};

} // namespace

std::string_view actionName(ActionType action)
{
    return kActions[static_cast<std::size_t>(action)].name;
}

std::optional<ActionType> actionFromName(std::string_view name)
{
    const auto at = std::ranges::find(kActions, name, &Row::name);
    if (at == kActions.end())
        return std::nullopt;
    return static_cast<ActionType>(at - kActions.begin());
}

SafetyClass safetyOf(ActionType action)
{
    return kActions[static_cast<std::size_t>(action)].safety;
}

bool isCarriedOut(ActionType action, bool offersChanges)
{
    return action <= ActionType::ClearCacheRerun || (action <= ActionType::RaiseTimeout && offersChanges);
}

bool isPlainRerun(ActionType action)
{
    return action <= ActionType::RerunDebug;
}

} // namespace signalbox::agents
