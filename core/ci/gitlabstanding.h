// SPDX-License-Identifier: GPL-3.0-or-later
// How a pipeline, a job or a deployment of GitLab stands, from its status.
//
// Thread  any: pure
// Source  https://docs.gitlab.com/api/pipelines/, https://docs.gitlab.com/api/jobs/
#pragma once

#include "core/ci/standing.h"

namespace signalbox::ci {

/// What waits for a person (manual), for a time (scheduled) or for a runner has not begun.
Standing gitlabStanding(std::string_view status);

} // namespace signalbox::ci
