// SPDX-License-Identifier: GPL-3.0-or-later
// One webhook delivery of a CI system, and what it says: a hint that something has changed there. What is true is
// asked of the system itself.
//
// Thread  any: pure
// Disk    delivery.notice (core/store/schema.md)
// Source  https://docs.github.com/en/webhooks/webhook-events-and-payloads,
//         https://docs.gitlab.com/user/project/integrations/webhook_events/
#pragma once

#include "core/base/json.h"
#include "core/base/jsonplaces.h"
#include "core/ci/cisystem.h"

namespace signalbox::ci {

/// What a payload says of a run, a commit or a deployment. Nothing that it does not say is filled in.
struct Notice {
    std::string repository; // "acme/service"
    std::string action; // "completed"; of GitLab the status of what it is about
    std::string run; // id of the workflow run or pipeline
    std::optional<std::int64_t> attempt;
    std::string job; // id
    std::string branch; // "feature/a/b"; empty for a tag
    std::string commit; // empty where a push deleted the branch
    bool branchDeleted = false;
    std::string environment;
    std::string pullRequest; // number
    std::optional<Phase> phase; // of the job where there is one, else of the run, the check or the deployment
    Conclusion conclusion = Conclusion::None; // likewise
};

struct Delivery {
    std::string source; // "github", "gitlab"
    std::string id; // unique in its source
    std::string event; // as the source names it: "workflow_run", "Pipeline Hook"
    UtcTime receivedAt;
    std::int64_t bytes = 0; // of the payload, which is not kept
    bool isWatched = false; // its event is one that agents act upon
    std::string notice; // JSON: that of toJson(Notice)
};

/// Whether agents act upon this event.
bool isGitHubEventWatched(std::string_view event);
bool isGitLabEventWatched(std::string_view event);

Notice githubNotice(std::string_view event, const JsonPlaces& payload);
Notice gitlabNotice(std::string_view event, const JsonPlaces& payload);

/// Only what is said; secrets of known shapes are taken out of names that people choose.
Json toJson(const Notice& notice);

} // namespace signalbox::ci
