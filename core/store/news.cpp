// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/news.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox::store {

namespace {

using notify::Event;
using notify::Severity;

constexpr std::string_view kTell = "INSERT INTO news (message) VALUES (?1)";
constexpr std::string_view kEnded = "SELECT agent, line, state, acting, failure, facts, finished_at FROM run"
                                    " WHERE id = ?1 AND finished_at IS NOT NULL";
constexpr const char* kRehearsal = "rehearsal";

std::string incident(const std::string& of, UtcTime since)
{
    return of + "/" + std::to_string(toUnixMs(since)); // no other store has the same
}

Severity severityOf(gate::RiskLevel risk)
{
    switch (risk) {
    case gate::RiskLevel::Critical: return Severity::Critical;
    case gate::RiskLevel::High: return Severity::Error;
    case gate::RiskLevel::Medium:
    case gate::RiskLevel::Low: break;
    }
    return Severity::Warning;
}

/// What is known goes along.
void add(notify::Message& message, const char* name, std::string value)
{
    if (!value.empty())
        message.about.emplace(name, std::move(value));
}

notify::Message ofApproval(const AskedPerson& asked)
{
    const gate::Request& request = asked.request;
    const std::string place = "approval/" + std::to_string(asked.id.value);
    notify::Message message{.event = Event::ApprovalWaits,
                            .severity = severityOf(request.risk),
                            .incident = incident(place, asked.askedAt),
                            .at = asked.askedAt,
                            .since = asked.askedAt,
                            .until = asked.askedAt + request.patience,
                            .line = request.line,
                            .subject = request.subject,
                            .place = place,
                            .about = {}};
    const Json& evidence = request.evidence;
    add(message, "ask", request.kind);
    add(message, "risk", std::string(gate::riskName(request.risk)));
    add(message, "by", request.askedBy);
    add(message, "class", fieldOr<std::string>(evidence, "class", {}));
    add(message, "job", fieldOr<std::string>(evidence, "job", {}));
    add(message, "why", fieldOr<std::string>(evidence, "fault", {}));
    const Json gate = fieldOr<Json>(evidence, "gate", Json::object());
    if (!fieldOr<Json>(gate, "others", Json::array()).empty()) { // Apps of others decide, in their time
        message.until.reset();
        add(message, "why", "it is decided there, not here: " + fieldOr<std::string>(gate, "page", {}));
    }
    const Json causes = fieldOr<Json>(evidence, "root_cause", Json::array());
    if (causes.is_array() && !causes.empty())
        add(message, "cause", fieldOr<std::string>(causes.front(), "text", {}));
    return message;
}

notify::Message ofHold(const gate::Hold& hold)
{
    notify::Message message{.event = Event::Held,
                            .severity = Severity::Warning,
                            .incident = incident("hold/" + hold.line, hold.since),
                            .at = hold.since,
                            .since = hold.since,
                            .until = {},
                            .line = hold.line,
                            .subject = hold.line,
                            .place = {},
                            .about = {}};
    add(message, "by", hold.by);
    add(message, "reason", hold.reason);
    return message;
}

struct EndedRun {
    notify::Message message;
    std::string outcome;
    bool hasFailed = false;
    bool isRehearsal = false;
};

Result<EndedRun> readEnded(const Cursor& row, RunId run)
{
    const auto facts = row.json(5);
    if (!facts)
        return facts.error();
    const auto fact = [&facts](const char* name) { return fieldOr<std::string>(*facts, name, {}); };
    const std::string place = "run/" + std::to_string(run.value);
    EndedRun ended;
    ended.outcome = fact("outcome");
    ended.hasFailed = row.utf8(2) == "failed";
    ended.isRehearsal = row.utf8(3) == kRehearsal;
    notify::Message& message = ended.message;
    message.at = row.time(6);
    message.since = message.at;
    message.incident = incident(place, message.at);
    message.line = row.text(1);
    message.subject = message.line + (fact("number").empty() ? "" : " #" + fact("number"));
    message.place = place;
    add(message, "agent", row.text(0));
    add(message, "class", fact("failure_class"));
    add(message, "cause", fact("root_cause"));
    add(message, "job", fact("job"));
    add(message, "fix", fact("fix"));
    add(message, "branch", fact("branch"));
    if (ended.hasFailed)
        add(message, "why", row.text(4));
    return ended;
}

} // namespace

Result<void> tell(Connection& connection, Changes& changes, const notify::Message& message)
{
    const auto told = connection.execute(kTell, dumpJson(notify::toJson(message)));
    changes.news = true;
    return told ? Result<void>() : Result<void>(told.error());
}

Result<void> tellAsked(Connection& connection, Changes& changes, const AskedPerson& asked)
{
    return asked.request.rehearsal ? Result<void>() : tell(connection, changes, ofApproval(asked));
}

Result<void> tellClosed(Connection& connection, Changes& changes, const AskedPerson& asked, UtcTime now)
{
    if (asked.request.rehearsal)
        return {};
    notify::Message message = ofApproval(asked);
    message.event = Event::ApprovalClosed;
    message.at = now;
    return tell(connection, changes, message);
}

Result<void> tellBroken(Connection& connection, Changes& changes, const AskedPerson& asked, const MadeThere& made)
{
    std::string breaks;
    for (const Json& rule : made.breaks) {
        if (rule.is_string())
            breaks += (breaks.empty() ? "" : ",") + rule.get<std::string>();
    }
    if (breaks.empty() || asked.request.rehearsal)
        return {};
    notify::Message message = ofApproval(asked);
    message.event = Event::PolicyBroken;
    message.severity = std::max(message.severity, Severity::Error);
    message.incident = incident("policy/" + std::to_string(asked.id.value), made.at); // the approval's ends with it
    message.at = made.at;
    message.since = made.at;
    message.until.reset();
    message.about = {{"ask", asked.request.kind}, {"by", made.by}, {"breaks", breaks}};
    add(message, "reason", made.reason);
    add(message, "risk", std::string(gate::riskName(asked.request.risk)));
    return tell(connection, changes, message);
}

Result<void> tellEnd(Connection& connection, Changes& changes, RunId run)
{
    auto ended
        = firstOf<EndedRun>(connection.query(kEnded, run), [run](const Cursor& row) { return readEnded(row, run); });
    if (!ended)
        return ended.error();
    if (!*ended || (*ended)->isRehearsal)
        return {};
    notify::Message& message = (*ended)->message;
    if ((*ended)->hasFailed) {
        message.event = Event::Failed;
        message.severity = Severity::Error;
        return tell(connection, changes, message);
    }
    if ((*ended)->outcome != "healed" && (*ended)->outcome != "retried")
        return {}; // what a person was asked about was told when they were asked
    message.event = Event::Healed;
    return tell(connection, changes, message);
}

Result<void> tellHeld(Connection& connection, Changes& changes, const gate::Hold& hold)
{
    return tell(connection, changes, ofHold(hold));
}

Result<void> tellReleased(Connection& connection, Changes& changes, const gate::Hold& hold,
                          const gate::Release& release)
{
    notify::Message message = ofHold(hold);
    message.event = Event::Released;
    message.at = release.at;
    message.about.clear();
    add(message, "by", release.by);
    add(message, "reason", release.reason);
    return tell(connection, changes, message);
}

} // namespace signalbox::store
