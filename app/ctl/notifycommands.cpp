// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace signalbox::ctl {

const std::vector<Command>& notifyCommands()
{
    static const std::vector<Command> all{
        {.name = "notify add",
         .synopsis = "NAME --way W [--tells KINDS] [--line L ...]",
         .summary = "tells a receiver from now on: slack, teams, pagerduty, alertmanager, webhook or mail",
         .options
         = {{"--way", "W", "slack, teams, pagerduty, alertmanager, webhook or mail"},
            {"--tells", "KINDS", "some of approval,outcome,hold,connection; all of them unless told"},
            {"--line", "L", "only what is of this line; may be repeated"},
            {"--variable", "NAME", "the variable with its address or key; SLACK_WEBHOOK_URL and so on unless told"},
            {"--secret-variable", "NAME", "of a webhook: the variable with the secret that signs what it is sent"},
            {"--links", "PREFIX", "what stands before a place of the console; signalbox:// unless told"},
            {"--server", "URL", "of PagerDuty, such as https://events.eu.pagerduty.com"},
            {"--from", "ADDRESS", "of mail"},
            {"--to", "ADDRESS", "of mail; may be repeated"}},
         .minArguments = 1,
         .maxArguments = 1,
         .run = notifyAdd},
        {.name = "notify list",
         .synopsis = "",
         .summary = "who is told, and what waits for each",
         .options = {},
         .needsStore = true,
         .run = notifyList},
        {.name = "notify waiting",
         .synopsis = "NAME",
         .summary = "the messages that a receiver has not taken yet, and why",
         .options = {},
         .minArguments = 1,
         .maxArguments = 1,
         .needsStore = true,
         .run = notifyWaiting},
        {.name = "notify test",
         .synopsis = "NAME",
         .summary = "sends a receiver a test, now",
         .options = {},
         .minArguments = 1,
         .maxArguments = 1,
         .needsStore = true,
         .run = notifyTest},
        {.name = "notify remove",
         .synopsis = "NAME",
         .summary = "tells it no longer; what waits for it is given up, and counted",
         .options = {},
         .minArguments = 1,
         .maxArguments = 1,
         .needsStore = true,
         .run = notifyRemove},
    };
    return all;
}

} // namespace signalbox::ctl
