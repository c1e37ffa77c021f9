// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/gate/policychange.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

/// "retries_per_run=5".
Result<std::pair<std::string, std::string>> assignment(const std::string& text)
{
    const std::size_t at = text.find('=');
    if (at == 0 || at == std::string::npos || at + 1 == text.size())
        return Error{ErrorCode::InvalidInput, "--set needs KEY=VALUE, not \"" + text + "\""};
    return std::pair(text.substr(0, at), text.substr(at + 1));
}

Result<host::PolicyEdit> editOf(const Invocation& asked)
{
    host::PolicyEdit edit{
        .line = asked.arguments.front(), .values = {}, .reason = asked.value("--reason").value_or("")};
    const auto set = asked.options.find("--set");
    if (set == asked.options.end() || edit.reason.empty())
        return Error{ErrorCode::InvalidInput, "policy propose needs --set KEY=VALUE and --reason TEXT"};
    for (const std::string& text : set->second) {
        auto value = assignment(text);
        if (!value)
            return value.error();
        edit.values.push_back(*std::move(value));
    }
    return edit;
}

} // namespace

Exit policyShow(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto policy = workplace.runtime().policies().view(asked.arguments.front());
        if (!policy)
            return fail(policy.error().code == ErrorCode::NotFound ? Exit::BadInput : statusOf(policy.error()),
                        policy.error().detail);
        const Json rules = gate::toJson(policy->inForce);
        if (asked.json) {
            printJson({{"line", policy->line},
                       {"file", policy->file.string()},
                       {"branch", policy->branch},
                       {"has_file", policy->hasFile},
                       {"fault", policy->fault},
                       {"looser", policy->looser},
                       {"accepted_by", policy->acceptedBy},
                       {"accepted_at", policy->acceptedAt ? Json(formatUtc(*policy->acceptedAt)) : Json()},
                       {"actions_last_hour", policy->actionsLastHour},
                       {"policy", rules}});
            return Exit::Done;
        }
        printText(policy->hasFile ? policy->file.string() + " on " + policy->branch + "\n" : "no file: the defaults\n");
        if (!policy->fault.empty())
            printText(policy->fault + "; the policy accepted last is in force\n");
        for (const auto& [key, value] : rules.items())
            printText(key + ": " + dumpJson(value) + "\n");
        for (const std::string& looser : policy->looser)
            printText("waits for a person: " + looser + "\n");
        return Exit::Done;
    });
}

Exit policyPropose(const Invocation& asked)
{
    const auto edit = editOf(asked);
    if (!edit)
        return fail(Exit::BadInput, edit.error().detail);
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::PolicyDesk desk = workplace.runtime().policies();
        const auto offer = desk.plan(*edit);
        const auto branch = offer ? desk.propose(*edit, offer->digest) : Result<std::string>(offer.error());
        if (!branch)
            return fail(branch.error().code == ErrorCode::NotFound ? Exit::BadInput : statusOf(branch.error()),
                        branch.error().detail);
        if (asked.json)
            printJson({{"line", edit->line}, {"branch", *branch}, {"looser", offer->looser}});
        else
            printText("Proposed on " + *branch + ". It is in force once it is merged"
                      + (offer->looser.empty() ? "" : " and a person has approved what is looser") + ".\n");
        return Exit::Done;
    });
}

} // namespace signalbox::ctl
