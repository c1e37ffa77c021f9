// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/forgeruns.h"

namespace signalbox::net {

Result<std::optional<int>> begunAlready(const ci::Run& run, const ci::Rerun& how, const std::string& about)
{
    if (how.fromAttempt < 1 || run.attempt < how.fromAttempt)
        return Error{ErrorCode::NotFound, about + " has no attempt " + std::to_string(how.fromAttempt)};
    if (run.attempt > how.fromAttempt)
        return std::optional(how.fromAttempt + 1);
    if (!ci::hasSettled(run))
        return Error{ErrorCode::Conflict, about + " is still going"};
    return std::optional<int>();
}

Result<void> endRun(ForgeApi& api, const ci::Run& run, const ForgeApi::Request& cancel, const std::stop_token& stop)
{
    if (run.phase == ci::Phase::Finished)
        return {}; // there is nothing left to cancel
    const auto asked = api.call(cancel, stop);
    if (asked || asked.error().code == ErrorCode::Conflict) // it has ended meanwhile
        return {};
    return asked.error();
}

} // namespace signalbox::net
