// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/host/auditexport.h"

#include <nlohmann/json.hpp>

namespace signalbox::ctl {

namespace {

/// What was decided, or came of an approval, as a column of its own: it says what it is, as a reason need not be there.
std::string verdictOf(const record::AuditEntry& entry, const Json& data)
{
    if (entry.action == "approval_closed")
        return "\tclosed as " + fieldOr<std::string>(data, "state", {});
    const auto verdict = fieldOr<std::string>(data, "verdict", {});
    const auto choice = fieldOr<std::string>(data, "choice", {});
    return verdict.empty() ? std::string()
                           : "\tverdict: " + onOneLine(verdict) + (choice.empty() ? "" : " " + onOneLine(choice));
}

std::string lineOf(const record::AuditRecord& record)
{
    const record::AuditEntry& entry = record.entry;
    std::string text = std::to_string(record.number) + "\t" + formatUtc(entry.at) + "\t" + onOneLine(entry.actor) + "\t"
        + entry.action + "\t" + onOneLine(entry.subject);
    if (record.reasonHidden)
        text += "\treason hidden until the second approver has decided";
    else if (!entry.reason.empty())
        text += "\t" + onOneLine(entry.reason);
    const auto data = parseJson(entry.data);
    if (data)
        text += verdictOf(entry, *data);
    if (data && !fieldOr<Json>(*data, "breaks", Json::array()).empty())
        text += "\tbreaks the policy";
    return text + "\n";
}

std::string explained(const record::AuditVerdict& verdict)
{
    const std::string records = "Records: " + std::to_string(verdict.records) + ". ";
    if (!verdict.ok)
        return records + "The chain breaks at record " + std::to_string(verdict.firstBad.value_or(0)) + " ("
            + verdict.why + "). What follows it is not proven.\n";
    if (verdict.why == "head_late")
        return records
            + "The chain is whole; that none is missing is not proven: this user's signed head was begun at record "
            + std::to_string(verdict.headSince) + ", and knows what came before as it was then.\n";
    if (!verdict.endProven)
        return records + "The chain is whole; its end is not proven: "
            + (verdict.why == "no_head" ? "this user has no signed head of it.\n"
                                        : "the signed head cannot be trusted.\n");
    return records + "The chain is whole, and its end is proven up to record " + std::to_string(verdict.proven) + ".\n";
}

} // namespace

Exit auditList(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        Json json = Json::array();
        const auto told
            = workplace.runtime().audit().each(0, 0, [&](const record::AuditRecord& record) -> Result<void> {
                  if (asked.json)
                      json.push_back(host::auditJson(record));
                  else
                      printText(lineOf(record));
                  return {};
              });
        if (!told)
            return fail(told.error());
        if (asked.json)
            printJson(json);
        return Exit::Done;
    });
}

Exit auditExport(const Invocation& asked)
{
    const std::string name = asked.value("--format").value_or("jsonl");
    const auto format = host::auditFormatFromName(name);
    if (!format)
        return fail(Exit::BadInput, "audit export needs --format jsonl, json or csv, not \"" + name + "\"");
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto told
            = host::writeAudit(workplace.runtime().audit(), *format, {}, [](std::string_view text) -> Result<void> {
                  printText(std::string(text));
                  return {};
              });
        return told ? Exit::Done : fail(told.error());
    });
}

Exit auditVerify(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto verdict = workplace.runtime().verifyAudit();
        if (!verdict)
            return fail(verdict.error());
        if (asked.json)
            printJson({{"ok", verdict->ok},
                       {"records", verdict->records},
                       {"first_bad", verdict->firstBad ? Json(*verdict->firstBad) : Json()},
                       {"end_proven", verdict->endProven},
                       {"proven", verdict->proven},
                       {"why", verdict->why},
                       {"not_proven", verdict->notProven},
                       {"stored", verdict->stored},
                       {"computed", verdict->computed}});
        else
            printText(explained(*verdict));
        return verdict->ok ? Exit::Done : Exit::Negative;
    });
}

} // namespace signalbox::ctl
