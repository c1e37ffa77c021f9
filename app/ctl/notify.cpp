// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/output.h"
#include "app/ctl/workplace.h"
#include "core/base/redaction.h"
#include "core/net/messagecalls.h"
#include "core/store/outboxrepository.h"
#include "core/store/processowner.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::ctl {

namespace {

constexpr int kMostShown = 1000; // messages

/// "a,b" as {"a", "b"}.
std::vector<std::string> listed(const std::string& text)
{
    std::vector<std::string> items;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        if (comma > from)
            items.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return items;
}

std::vector<std::string> valuesOf(const Invocation& asked, std::string_view option)
{
    const auto found = asked.options.find(option);
    return found == asked.options.end() ? std::vector<std::string>() : found->second;
}

Result<notify::Receiver> receiverFrom(const Invocation& asked)
{
    const std::string way = asked.value("--way").value_or("");
    const auto known = notify::wayFromName(way);
    if (!known)
        return Error{ErrorCode::InvalidInput, "--way is one of " + notify::wayNames()};
    std::vector<std::string> tells = listed(asked.value("--tells").value_or("approval,outcome,hold,connection"));
    auto receiver = notify::receiverFromJson(
        {{"way", way},
         {"variable", asked.value("--variable").value_or(std::string(notify::usualVariable(*known)))},
         {"secret", asked.value("--secret-variable").value_or("")},
         {"tells", std::move(tells)},
         {"lines", valuesOf(asked, "--line")},
         {"links", asked.value("--links").value_or(notify::kLinks)},
         {"server", asked.value("--server").value_or("")},
         {"from", asked.value("--from").value_or("")},
         {"to", valuesOf(asked, "--to")}});
    if (!receiver)
        return receiver;
    if (std::string fault = net::serverFault(*receiver); !fault.empty())
        return Error{ErrorCode::InvalidInput, std::move(fault)};
    return receiver;
}

store::OutboxRepository outboxOf(host::Runtime& runtime)
{
    return {runtime.database(), store::thisProcess()};
}

Json toJson(const store::ReceiverStanding& standing)
{
    return {{"waiting", standing.waiting},
            {"oldest", standing.oldest ? Json(formatUtc(*standing.oldest)) : Json()},
            {"failures", standing.failures},
            {"next_try", standing.failures > 0 ? Json(formatUtc(standing.notBefore)) : Json()},
            {"fault", standing.fault.empty() ? Json() : Json(standing.fault)},
            {"taken_at", standing.takenAt ? Json(formatUtc(*standing.takenAt)) : Json()}};
}

std::string sentence(const store::ReceiverStanding& standing)
{
    std::string text = std::to_string(standing.waiting) + " waiting";
    if (standing.oldest)
        text += " since " + formatUtc(*standing.oldest);
    return standing.fault.empty() ? text : text + "; " + neutralise(standing.fault);
}

} // namespace

Exit notifyAdd(const Invocation& asked)
{
    const auto receiver = receiverFrom(asked);
    if (!receiver)
        return fail(receiver.error());
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::Runtime& runtime = workplace.runtime();
        const std::string& name = asked.arguments.front();
        if (const auto good = runtime.courier().check(*receiver); !good)
            printDiagnostic("signalboxctl: nothing can be sent yet: " + good.error().detail);
        for (const std::string& line : receiver->lines) {
            if (!runtime.workspace()->has(line))
                printDiagnostic("signalboxctl: there is no line " + line
                                + " yet; signalboxctl repo list shows those that are watched");
        }
        if (const auto added = runtime.lines().addReceiver(name, *receiver); !added)
            return fail(added.error());
        runtime.note("receiver_added", {}, name);
        printText(asked.json ? dumpJson({{"receiver", name}}) + "\n" : name + " is told from now on.\n");
        return Exit::Done;
    });
}

Exit notifyRemove(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::Runtime& runtime = workplace.runtime();
        const std::string& name = asked.arguments.front();
        const auto removed = runtime.lines().removeReceiver(name);
        const auto dropped = outboxOf(runtime).drop(name); // of one that is no more in the file, too
        if (!dropped)
            return fail(dropped.error());
        if (!removed && *dropped == 0)
            return fail(removed.error());
        runtime.note("receiver_removed", {}, name);
        if (asked.json)
            printJson({{"receiver", name}, {"given_up", *dropped}});
        else
            printText(name + " is told no longer; " + std::to_string(*dropped)
                      + " messages that waited for it are given up.\n");
        return Exit::Done;
    });
}

Exit notifyList(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::Runtime& runtime = workplace.runtime();
        const auto standings = outboxOf(runtime).standings();
        if (!standings)
            return fail(standings.error());
        std::map<std::string, store::ReceiverStanding> all;
        const auto workspace = runtime.workspace();
        for (const auto& [name, receiver] : workspace->receivers)
            all[name].name = name;
        for (const store::ReceiverStanding& standing : *standings)
            all[standing.name] = standing;
        Json json = Json::array();
        std::string text;
        for (const auto& [name, standing] : all) {
            const auto receiver = workspace->receivers.find(name);
            const bool isThere = receiver != workspace->receivers.end();
            Json one = isThere ? notify::toJson(receiver->second) : Json::object();
            one.update(toJson(standing));
            one["receiver"] = name;
            json.push_back(std::move(one));
            text += name + "\t" + (isThere ? std::string(notify::wayName(receiver->second.way)) : "removed") + "\t"
                + sentence(standing) + "\n";
        }
        if (asked.json)
            printJson(json);
        else
            printText(text.empty() ? "Nobody is told; signalboxctl notify add.\n" : text);
        return Exit::Done;
    });
}

Exit notifyWaiting(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        const auto rows = outboxOf(workplace.runtime()).waiting(asked.arguments.front(), kMostShown);
        if (!rows)
            return fail(rows.error());
        Json json = Json::array();
        std::string text;
        for (const store::OutboxRow& row : *rows) {
            Json one = notify::toJson(row.message);
            one.update({{"number", row.number},
                        {"written_at", formatUtc(row.writtenAt)},
                        {"tries", row.tries},
                        {"again", row.again},
                        {"fault", row.fault.empty() ? Json() : Json(row.fault)}});
            json.push_back(std::move(one));
            text += formatUtc(row.writtenAt) + "\t" + std::string(notify::eventName(row.message.event)) + "\t"
                + neutralise(row.message.subject) + "\t" + std::to_string(row.tries) + " tries"
                + (row.fault.empty() ? "" : "\t" + neutralise(row.fault)) + "\n";
        }
        if (asked.json)
            printJson(json);
        else
            printText(text.empty() ? "Nothing waits.\n" : text);
        return Exit::Done;
    });
}

Exit notifyTest(const Invocation& asked)
{
    return withWorkplace(asked, [&](Workplace& workplace) {
        host::Runtime& runtime = workplace.runtime();
        const std::string& name = asked.arguments.front();
        const auto workspace = runtime.workspace();
        const auto receiver = workspace->receivers.find(name);
        if (receiver == workspace->receivers.end())
            return fail(Exit::BadInput, "there is no receiver " + name + "; signalboxctl notify list");
        if (const auto good = runtime.courier().check(receiver->second); !good)
            return fail(good.error());
        const auto receipt = runtime.courier().test(receiver->second, {});
        if (receipt.reception != notify::Reception::Taken)
            return fail(Exit::OutsideFailed, name + " did not take the test: " + receipt.why);
        printText(asked.json ? dumpJson({{"receiver", name}, {"taken", true}}) + "\n" : name + " took a test.\n");
        return Exit::Done;
    });
}

} // namespace signalbox::ctl
