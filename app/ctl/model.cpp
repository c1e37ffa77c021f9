// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdio>

namespace signalbox::ctl {

namespace {

/// "0.15" as 0.15; the text itself where it is no amount, which the settings refuse.
Result<double> dollars(const Invocation& asked, std::string_view option, double unless)
{
    const auto text = asked.value(option);
    if (!text)
        return unless;
    double usd = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), usd);
    if (error != std::errc() || end != text->data() + text->size())
        return Error{ErrorCode::InvalidInput, std::string(option) + " is an amount of dollars such as 0.15"};
    return usd;
}

Result<model::Settings> settingsFrom(const Invocation& asked)
{
    Json json = {{"name", asked.arguments.front()},
                 {"server", asked.value("--server").value_or("")},
                 {"key", asked.value("--key-variable").value_or("")}};
    for (const auto& [option, key, unless] :
         {std::tuple{"--in-usd", "in_usd", 0.0}, std::tuple{"--out-usd", "out_usd", 0.0},
          std::tuple{"--month-usd", "month_usd", model::Settings().monthUsd}}) {
        const auto usd = dollars(asked, option, unless);
        if (!usd)
            return usd.error();
        json[key] = *usd;
    }
    if (const std::string server = asked.value("--server").value_or(""); !server.empty()) {
        if (const std::string fault = net::faultOfServer(server); !fault.empty())
            return Error{ErrorCode::InvalidInput, "--server " + server + " " + fault};
    }
    return model::settingsFromJson(json);
}

/// What a person has to know of the month's money.
std::string howMuchOf(double spent, double month)
{
    if (spent <= 0 || spent < model::kWarnAt * month)
        return "";
    return spent < month ? ", nearly spent" : ", spent: it is not asked again before the next one";
}

std::string usd(double amount)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), amount > 0 && amount < 0.1 ? "$%.4f" : "$%.2f", amount);
    return text.data();
}

Exit noModel(const Invocation& asked)
{
    if (asked.json)
        printJson({{"model", nullptr}});
    else
        printText("No model is asked; rules and measured figures decide. signalboxctl model use NAME\n");
    return Exit::Done;
}

Exit modelUse(const Invocation& asked)
{
    const auto settings = settingsFrom(asked);
    if (!settings)
        return fail(settings.error());
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::Runtime& runtime = workplace.runtime();
        const auto place = host::ModelAdviser::placeOf(*settings);
        if (!place)
            printDiagnostic("signalboxctl: it cannot be asked yet: " + place.error().detail);
        if (const auto used = runtime.lines().useModel(*settings); !used)
            return fail(used.error());
        runtime.note("model_used", {}, settings->name);
        if (asked.json)
            printJson({{"model", model::toJson(*settings)}});
        else
            printText(settings->name + " advises from now on; it decides nothing. "
                      + (settings->inUsd == 0 && settings->outUsd == 0
                             ? "No price is set, so that it counts as free.\n"
                             : "At most " + usd(settings->monthUsd) + " a month.\n"));
        return Exit::Done;
    });
}

Exit modelShow(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::Runtime& runtime = workplace.runtime();
        const model::Settings settings = runtime.workspace()->model;
        if (settings.name.empty())
            return noModel(asked);
        const auto spent = runtime.adviser().spentUsd();
        if (!spent)
            return fail(spent.error());
        const auto place = host::ModelAdviser::placeOf(settings);
        if (asked.json) {
            Json json = model::toJson(settings);
            json["spent_usd"] = *spent;
            json["fault"] = place ? Json() : Json(place.error().detail);
            printJson({{"model", std::move(json)}});
        } else {
            printText(settings.name + "\t" + (place ? place->server : place.error().detail) + "\t" + usd(*spent)
                      + " of " + usd(settings.monthUsd) + " this month" + howMuchOf(*spent, settings.monthUsd) + "\n");
        }
        return Exit::Done;
    });
}

Exit modelTest(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::Runtime& runtime = workplace.runtime();
        const model::Settings settings = runtime.workspace()->model;
        if (settings.name.empty())
            return fail(Exit::BadInput, "no model is asked; signalboxctl model use NAME");
        const auto tried = runtime.adviser().tryOut(settings, {});
        if (!tried && tried.error().code == ErrorCode::Network) // a server that refuses is no mistake of whoever asks
            return fail(Exit::OutsideFailed, tried.error().detail);
        if (!tried)
            return fail(tried.error());
        printText(asked.json ? dumpJson({{"model", settings.name}, {"answers", true}}) + "\n"
                             : settings.name + " answers.\n");
        return Exit::Done;
    });
}

Exit modelRemove(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::Runtime& runtime = workplace.runtime();
        const std::string name = runtime.workspace()->model.name;
        if (name.empty())
            return noModel(asked);
        if (const auto removed = runtime.lines().useModel({}); !removed)
            return fail(removed.error());
        runtime.note("model_removed", {}, name);
        printText(asked.json ? dumpJson({{"model", nullptr}}) + "\n" : name + " is asked no longer.\n");
        return Exit::Done;
    });
}

} // namespace

const std::vector<Command>& modelCommands()
{
    static const std::vector<Command> all{
        {.name = "model use",
         .synopsis = "NAME [--server URL] [--key-variable NAME] [--in-usd USD --out-usd USD] [--month-usd USD]",
         .summary = "lets a language model advise whoever decides about a failure; it decides nothing itself",
         .options
         = {{"--server", "URL", "of any OpenAI-compatible service; OPENAI_BASE_URL, else OpenAI's, unless told"},
            {"--key-variable", "NAME", "the variable with its key; OPENAI_API_KEY unless told"},
            {"--in-usd", "USD", "price of a million tokens that it reads"},
            {"--out-usd", "USD", "price of a million tokens that it writes"},
            {"--month-usd", "USD", "what it may cost in a calendar month, by UTC; 500 unless told"}},
         .minArguments = 1,
         .maxArguments = 1,
         .run = modelUse},
        {.name = "model show",
         .synopsis = "",
         .summary = "the model that advises, and what this month has cost",
         .options = {},
         .needsStore = true,
         .run = modelShow},
        {.name = "model test",
         .synopsis = "",
         .summary = "asks the model for a word, now",
         .options = {},
         .needsStore = true,
         .run = modelTest},
        {.name = "model remove",
         .synopsis = "",
         .summary = "asks no model any longer",
         .options = {},
         .needsStore = true,
         .run = modelRemove},
    };
    return all;
}

} // namespace signalbox::ctl
