// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/input.h"
#include "app/ctl/output.h"
#include "app/ctl/viewjson.h"
#include "app/ctl/workplace.h"
#include "core/store/knowledgerepository.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

constexpr std::size_t kImportLimitBytes = 64 << 20;

Exit print(const Invocation& asked, const std::vector<host::KnowledgeRow>& rows, const std::string& empty)
{
    Json json = Json::array();
    for (const host::KnowledgeRow& row : rows) {
        if (!asked.json)
            printText(row.signature + "\t" + row.failureClass + "\t" + row.fix + "\tworked "
                      + std::to_string(row.worked) + " of " + std::to_string(row.tried) + "\t" + formatUtc(row.lastSeen)
                      + "\n");
        json.push_back(toJson(row));
    }
    if (asked.json)
        printJson(json);
    else if (rows.empty())
        printText(empty + "\n");
    return Exit::Done;
}

store::Act actOf(const host::Runtime& runtime)
{
    return {host::Runtime::person(), runtime.clock().now()};
}

} // namespace

Exit knowledgeList(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto rows = workplace.runtime().queries().knowledge();
        if (!rows)
            return fail(rows.error());
        return print(asked, *rows, "Nothing learned yet. Patterns appear after the first verified fix.");
    });
}

Exit knowledgeShow(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        auto rows = workplace.runtime().queries().knowledge();
        if (!rows)
            return fail(rows.error());
        const std::string& signature = asked.arguments.front();
        std::erase_if(*rows, [&](const host::KnowledgeRow& row) { return row.signature != signature; });
        if (rows->empty())
            return fail(Exit::BadInput,
                        "nothing is known of signature " + signature + "; signalboxctl knowledge list shows all");
        return print(asked, *rows, {});
    });
}

Exit knowledgeForget(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto done = store::KnowledgeRepository(workplace.runtime().database())
                              .forget(asked.arguments.front(), actOf(workplace.runtime()));
        if (!done)
            return fail(done.error());
        if (asked.json)
            printJson({{"forgotten", asked.arguments.front()}});
        else
            printText("Forgotten: " + asked.arguments.front() + "\n");
        return Exit::Done;
    });
}

Exit knowledgeImport(const Invocation& asked)
{
    const auto text = readWhole(asked.arguments.front(), kImportLimitBytes);
    if (!text)
        return fail(text.error());
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto taken
            = store::KnowledgeRepository(workplace.runtime().database()).importText(*text, actOf(workplace.runtime()));
        if (!taken)
            return fail(statusOf(taken.error()), asked.arguments.front() + ": " + taken.error().detail);
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
