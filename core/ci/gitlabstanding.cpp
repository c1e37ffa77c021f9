// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ci/gitlabstanding.h"

namespace signalbox::ci {

Standing gitlabStanding(std::string_view status)
{
    if (status == "success")
        return {Phase::Finished, Conclusion::Success};
    if (status == "failed")
        return {Phase::Finished, Conclusion::Failure};
    if (status == "canceled")
        return {Phase::Finished, Conclusion::Cancelled};
    if (status == "skipped")
        return {Phase::Finished, Conclusion::Skipped};
    if (status == "running" || status == "canceling")
        return {.phase = Phase::Running};
    if (status.empty())
        return {};
    return {.phase = Phase::Queued}; // created, waiting_for_resource, preparing, pending, scheduled, manual, …
}

} // namespace signalbox::ci
