// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace signalbox::ctl {

const std::vector<Command>& benchCommands()
{
    static const std::vector<Command> all{
        {.name = "bench graph",
         .synopsis = "--steps N --state-bytes B --durability D [--runs K] [--fan-out F] [--waiting W] [--whole]",
         .summary = "figures of the graph engine on this machine, as JSON",
         .options = {{"--steps", "N", "supersteps of each run"},
                     {"--state-bytes", "B", "size of the state"},
                     {"--durability", "D", "none, memory, normal or full"},
                     {"--runs", "K", "runs side by side"},
                     {"--fan-out", "F", "tasks a round; the steps are rounds then"},
                     {"--waiting", "W", "runs that wait meanwhile"},
                     {"--whole", "", "nodes return the whole payload, not the field that they change"}},
         .minArguments = 0,
         .maxArguments = 0,
         .run = benchGraph},
        {.name = "bench store",
         .synopsis = "[--runs N] [--events E] [--lines L] [--queries K] [--dir FOLDER]",
         .summary = "figures of the store over a made-up history, as JSON",
         .options = {{"--runs", "N", "runs of the history; 100000 unless told"},
                     {"--events", "E", "events of each run; 10 unless told"},
                     {"--lines", "L", "lines that the runs are of; 500 unless told"},
                     {"--queries", "K", "times that each read is made; 2000 unless told"},
                     {"--dir", "FOLDER", "where the store is kept for the next time; a temporary one unless told"}},
         .run = benchStore},
        {.name = "bench webhook",
         .synopsis = "[--deliveries N] [--connections C] [--bytes B]",
         .summary = "figures of the webhook receiver on this machine, as JSON",
         .options = {{"--deliveries", "N", "signed ones, each new; 20000 unless told"},
                     {"--connections", "C", "that stay; 32 unless told"},
                     {"--bytes", "B", "of each body; 25000 unless told"}},
         .run = benchWebhook},
        {.name = "bench classify",
         .synopsis = "FILE|- [--patterns FILE]",
         .summary = "figures of log scanning on this machine, as JSON",
         .options = {{"--patterns", "FILE", "one expression a line; without it those of the catalogue"}},
         .minArguments = 1,
         .maxArguments = 1,
         .run = benchClassify},
        {.name = "bench logview",
         .synopsis = "FILE",
         .summary = "figures of opening a log of any size on this machine, as JSON",
         .options = {},
         .minArguments = 1,
         .maxArguments = 1,
         .run = benchLogView},
    };
    return all;
}

} // namespace signalbox::ctl
