// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/viewjson.h"
#include "app/ctl/workplace.h"
#include "core/store/knowledgerepository.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

constexpr int kRunsShown = 1000;

std::string lineOf(const host::KnowledgeRow& row)
{
    return row.signature + "\t" + row.failureClass + "\t" + row.fix + "\tworked " + std::to_string(row.worked) + " of "
        + std::to_string(row.tried) + "\t" + formatUtc(row.lastSeen) + "\t"
        + std::string(record::switchName(row.autonomy)) + "\n";
}

std::string lineOf(const host::EvidenceRow& run)
{
    std::string text = "  run " + std::to_string(run.run.value) + "\t" + run.line
        + (run.number.empty() ? "" : " #" + run.number) + "\t" + formatUtc(run.at) + "\t"
        + (!run.worked       ? "not tried"
               : *run.worked ? "worked"
                             : "no effect");
    if (run.judged)
        text += "\t" + std::string(record::judgementName(*run.judged));
    return text + "\n";
}

Json toJson(const host::EvidenceRow& run)
{
    return {{"run", run.run.value},
            {"line", run.line},
            {"number", run.number},
            {"at", formatUtc(run.at)},
            {"worked", run.worked ? Json(*run.worked) : Json()},
            {"heal_s", toSeconds(run.healTime)},
            {"verdict", run.judged ? Json(record::judgementName(*run.judged)) : Json()}};
}

Json planJson(const host::ImportOffer& offer)
{
    Json changes = Json::array();
    for (const record::ImportChange& change : offer.plan.changes) {
        const auto figures = [](const record::KnowledgeRecord& known) {
            return Json{{"tried", known.tried}, {"worked", known.worked}};
        };
        changes.push_back({{"signature", change.after.signature},
                           {"class", change.after.failureClass},
                           {"fix", change.after.fix},
                           {"before", change.before ? figures(*change.before) : Json()},
                           {"after", figures(change.after)}});
    }
    return {{"changes", std::move(changes)}, {"kept", offer.plan.kept}};
}

void printPlan(const host::ImportOffer& offer)
{
    for (const record::ImportChange& change : offer.plan.changes) {
        std::string text = change.after.signature + "\t" + change.after.fix + "\t";
        if (change.before)
            text += std::to_string(change.before->worked) + " of " + std::to_string(change.before->tried) + " becomes ";
        else
            text += "new: ";
        printText(text + std::to_string(change.after.worked) + " of " + std::to_string(change.after.tried) + "\n");
    }
    printText("Would take over: " + std::to_string(offer.plan.changes.size())
              + ". Known as well here: " + std::to_string(offer.plan.kept) + "\n");
}

} // namespace

Exit knowledgeList(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto rows = workplace.runtime().patterns().patterns();
        if (!rows)
            return fail(rows.error());
        Json json = Json::array();
        for (const host::KnowledgeRow& row : *rows) {
            json.push_back(toJson(row));
            if (!asked.json)
                printText(lineOf(row));
        }
        if (asked.json)
            printJson(json);
        else if (rows->empty())
            printText("Nothing learned yet. Patterns appear after the first verified fix.\n");
        return Exit::Done;
    });
}

Exit knowledgeShow(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        auto rows = workplace.runtime().patterns().patterns();
        if (!rows)
            return fail(rows.error());
        const std::string& signature = asked.arguments.front();
        std::erase_if(*rows, [&](const host::KnowledgeRow& row) { return row.signature != signature; });
        if (rows->empty())
            return fail(Exit::BadInput,
                        "nothing is known of signature " + signature + "; signalboxctl knowledge list shows all");
        Json json = Json::array();
        for (const host::KnowledgeRow& row : *rows) {
            const auto runs = workplace.runtime().patterns().evidence(host::patternOf(row), kRunsShown);
            if (!runs)
                return fail(runs.error());
            json.push_back(toJson(row));
            json.back()["runs"] = Json::array();
            if (!asked.json)
                printText(lineOf(row));
            for (const host::EvidenceRow& run : *runs) {
                json.back()["runs"].push_back(toJson(run));
                if (!asked.json)
                    printText(lineOf(run));
            }
        }
        if (asked.json)
            printJson(json);
        return Exit::Done;
    });
}

Exit knowledgeForget(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto done = workplace.runtime().patterns().forget(asked.arguments.front());
        if (!done)
            return fail(done.error());
        if (asked.json)
            printJson({{"forgotten", asked.arguments.front()}});
        else
            printText("Forgotten: " + asked.arguments.front() + "\n");
        return Exit::Done;
    });
}

Exit knowledgeSwitch(const Invocation& asked)
{
    const std::string fix = asked.value("--fix").value_or("");
    const std::string word = asked.value("--to").value_or("");
    const auto to = record::switchFromName(word);
    if (fix.empty() || !to)
        return fail(Exit::BadInput, "knowledge switch needs --fix NAME and --to off, suggest or auto");
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto done = workplace.runtime().patterns().set({asked.arguments.front(), fix}, *to);
        if (!done)
            return fail(done.error());
        if (asked.json)
            printJson({{"signature", asked.arguments.front()}, {"fix", fix}, {"autonomy", word}});
        else
            printText(asked.arguments.front() + ", " + fix + ": " + word + "\n");
        return Exit::Done;
    });
}

Exit knowledgeImport(const Invocation& asked)
{
    const std::string& file = asked.arguments.front();
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::PatternDesk desk = workplace.runtime().patterns();
        const auto offer = desk.planImport(file);
        if (!offer)
            return fail(offer.error().code == ErrorCode::NotFound ? Exit::BadInput : statusOf(offer.error()),
                        offer.error().detail);
        if (asked.has("--dry-run")) {
            if (asked.json)
                printJson(planJson(*offer));
            else
                printPlan(*offer);
            return Exit::Done;
        }
        const auto taken = desk.importFile(file, offer->digest);
        if (!taken)
            return fail(taken.error());
        if (asked.json)
            printJson({{"imported", *taken}});
        else
            printText("Records taken over: " + std::to_string(*taken) + "\n");
        return Exit::Done;
    });
}

Exit knowledgeExport(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto text = store::KnowledgeRepository(workplace.runtime().database()).exportText();
        if (!text)
            return fail(text.error());
        printText(*text + (text->ends_with('\n') ? "" : "\n"));
        return Exit::Done;
    });
}

} // namespace signalbox::ctl
