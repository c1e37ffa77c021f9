// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

Exit storeShow(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto storage = workplace.runtime().storage().view();
        if (!storage)
            return fail(storage.error());
        const Json json{{"store", storage->store.string()},
                        {"workspace_file", storage->workspaceFile.string()},
                        {"logs", storage->logs.string()},
                        {"audit_heads", storage->audit.string()},
                        {"store_bytes", storage->storeBytes},
                        {"log_bytes", storage->logBytes},
                        {"runs", storage->runs},
                        {"checkpoints", storage->checkpoints},
                        {"audit_records", storage->records},
                        {"keep_checkpoints_days", storage->keepCheckpointsDays}};
        if (asked.json) {
            printJson(json);
            return Exit::Done;
        }
        for (const auto& [key, value] : json.items())
            printText(key + ": " + (value.is_string() ? value.get<std::string>() : dumpJson(value)) + "\n");
        return Exit::Done;
    });
}

Exit storePrune(const Invocation& asked)
{
    const auto days = numberOption(asked, "--older-than", 0);
    if (!days)
        return fail(Exit::BadInput, days.error().detail);
    if (*days < 1 || *days > host::Workspace::kMostDays)
        return fail(Exit::BadInput, "store prune needs --older-than DAYS, a number from 1");
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::StorageDesk desk = workplace.runtime().storage();
        const int age = static_cast<int>(*days);
        const auto offer = desk.plan(age);
        const auto removed = !offer || asked.has("--dry-run") ? Result<std::int64_t>(0) : desk.prune(age);
        if (!offer || !removed)
            return fail(offer ? removed.error() : offer.error());
        const std::int64_t checkpoints = asked.has("--dry-run") ? offer->checkpoints : *removed;
        if (asked.json)
            printJson({{"runs", offer->runs},
                       {"checkpoints", checkpoints},
                       {"bytes", offer->bytes},
                       {"done", !asked.has("--dry-run")}});
        else
            printText(std::string(asked.has("--dry-run") ? "Would take out" : "Taken out") + ": checkpoints "
                      + std::to_string(checkpoints) + ", of runs " + std::to_string(offer->runs) + ", bytes "
                      + std::to_string(offer->bytes) + "\n");
        return Exit::Done;
    });
}

Exit storeKeep(const Invocation& asked)
{
    const auto days = numberArgument(asked.arguments.front(), "a number of days");
    if (!days || *days < 0 || *days > host::Workspace::kMostDays)
        return fail(Exit::BadInput, "store keep needs a number of days; 0 is for ever");
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto kept = workplace.runtime().storage().keep(static_cast<int>(*days));
        if (!kept)
            return fail(kept.error());
        if (asked.json)
            printJson({{"keep_checkpoints_days", *days}});
        else
            printText("Checkpoints are kept for " + std::to_string(*days) + " days; 0 is for ever\n");
        return Exit::Done;
    });
}

} // namespace signalbox::ctl
