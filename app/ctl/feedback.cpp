// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

Exit feedback(const Invocation& asked)
{
    const auto run = numberArgument(asked.arguments.front(), "a run's number");
    if (!run)
        return fail(run.error());
    const std::string word = asked.value("--verdict").value_or("");
    const auto judgement = record::judgementFromName(word);
    if (!judgement)
        return fail(Exit::BadInput,
                    "feedback needs --verdict right, wrong or false-positive"
                        + (word.empty() ? std::string() : ", not \"" + word + "\""));
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto changed
            = workplace.runtime().patterns().judge({*run}, *judgement, asked.value("--note").value_or(""));
        if (!changed)
            return fail(changed.error());
        if (asked.json)
            printJson({{"run", *run}, {"verdict", word}, {"changed", *changed}});
        else
            printText("Run " + std::to_string(*run) + ": " + word
                      + ". Records of knowledge changed: " + std::to_string(*changed) + "\n");
        return Exit::Done;
    });
}

} // namespace signalbox::ctl
