// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/escalation.h"

namespace signalbox::agents {

namespace {

template <typename Row, typename Read>
std::vector<Row> rows(const Json& json, const char* key, Read read)
{
    std::vector<Row> out;
    const Json array = fieldOr<Json>(json, key, Json::array());
    for (const Json& element : array)
        out.push_back(read(element));
    return out;
}

std::string text(const Json& json, const char* key)
{
    return fieldOr<std::string>(json, key, {});
}

} // namespace

bool isMergeRequest(std::string_view page)
{
    return page.find("/-/merge_requests/") != std::string_view::npos;
}

bool isOnOffer(const ConsideredFix& fix)
{
    return fix.verdict == "asks" || fix.verdict == "limit" || fix.verdict == "allowed" || fix.verdict == "suggest";
}

std::string switched(std::string verdict, record::PatternSwitch set)
{
    const bool open = verdict == "asks" || verdict == "limit" || verdict == "allowed";
    if (!open || set == record::PatternSwitch::Auto)
        return verdict;
    if (set == record::PatternSwitch::Off)
        return "off";
    return verdict == "asks" ? verdict : "suggest";
}

Json toJson(const ConsideredFix& fix)
{
    return {{"action", fix.action},
            {"safety", fix.safety},
            {"verdict", fix.verdict},
            {"times_tried", fix.timesTried},
            {"times_worked", fix.timesWorked},
            {"expected", fix.expected}};
}

ConsideredFix consideredFromJson(const Json& json)
{
    return {text(json, "action"),
            text(json, "safety"),
            text(json, "verdict"),
            static_cast<int>(fieldOr<std::int64_t>(json, "times_tried", 0)),
            static_cast<int>(fieldOr<std::int64_t>(json, "times_worked", 0)),
            fieldOr<double>(json, "expected", 0.5)};
}

Json exitCodeToJson(std::optional<int> code)
{
    return code ? Json(*code) : Json();
}

std::optional<int> exitCodeIn(const Json& json)
{
    const auto code = static_cast<int>(fieldOr<std::int64_t>(json, "exit_code", 0));
    return code == 0 ? std::nullopt : std::optional(code);
}

Json toJson(const EscalationEvidence& evidence)
{
    Json cause = Json::array();
    for (const EvidenceLine& line : evidence.rootCause)
        cause.push_back({{"line", line.line}, {"text", line.text}});
    Json considered = Json::array();
    for (const ConsideredFix& fix : evidence.considered)
        considered.push_back(toJson(fix));
    Json tried = Json::array();
    for (const TriedAttempt& fix : evidence.tried)
        tried.push_back({{"action", fix.action}, {"attempt", fix.attempt}, {"outcome", fix.outcome}});
    Json json = {{"pull_request", evidence.pullRequest},
                 {"reason", evidence.reason},
                 {"fault", evidence.fault},
                 {"line", evidence.line},
                 {"number", evidence.number},
                 {"branch", evidence.branch},
                 {"commit", evidence.commit},
                 {"author", evidence.author},
                 {"job", evidence.job},
                 {"step", evidence.step},
                 {"exit_code", exitCodeToJson(evidence.exitCode)},
                 {"class", evidence.failureClass},
                 {"transient", evidence.transient},
                 {"signature", evidence.signature},
                 {"confidence", evidence.confidence},
                 {"root_cause", std::move(cause)},
                 {"considered", std::move(considered)},
                 {"tried", std::move(tried)},
                 {"occurrences", evidence.occurrences},
                 {"blocked", evidence.blocked},
                 {"isolated", evidence.isolated},
                 {"outage", evidence.outage},
                 {"runs", evidence.runs}};
    if (!evidence.issue.empty())
        json["issue"] = evidence.issue;
    if (!evidence.issueFault.empty())
        json["issue_fault"] = evidence.issueFault;
    if (!evidence.advice.is_null())
        json["advice"] = evidence.advice;
    return json;
}

Result<EscalationEvidence> escalationFromJson(const Json& json)
{
    if (!json.is_object() || !json.contains("reason"))
        return Error{ErrorCode::InvalidInput, "not the evidence of an escalation"};
    EscalationEvidence out;
    out.reason = text(json, "reason");
    out.fault = text(json, "fault");
    out.pullRequest = text(json, "pull_request");
    out.issue = text(json, "issue");
    out.issueFault = text(json, "issue_fault");
    out.line = text(json, "line");
    out.number = text(json, "number");
    out.branch = text(json, "branch");
    out.commit = text(json, "commit");
    out.author = text(json, "author");
    out.job = text(json, "job");
    out.step = text(json, "step");
    out.exitCode = exitCodeIn(json);
    out.failureClass = text(json, "class");
    out.transient = text(json, "transient");
    out.signature = text(json, "signature");
    out.confidence = fieldOr<double>(json, "confidence", 0);
    out.rootCause = rows<EvidenceLine>(json, "root_cause", [](const Json& row) {
        return EvidenceLine{fieldOr<std::int64_t>(row, "line", 0), text(row, "text")};
    });
    out.considered = rows<ConsideredFix>(json, "considered", consideredFromJson);
    out.tried = rows<TriedAttempt>(json, "tried", [](const Json& row) {
        return TriedAttempt{text(row, "action"), static_cast<int>(fieldOr<std::int64_t>(row, "attempt", 0)),
                            text(row, "outcome")};
    });
    out.occurrences = static_cast<int>(fieldOr<std::int64_t>(json, "occurrences", 0));
    out.blocked = fieldOr<std::vector<std::string>>(json, "blocked", {});
    out.isolated = fieldOr<bool>(json, "isolated", false);
    out.outage = fieldOr<std::int64_t>(json, "outage", 0);
    out.runs = fieldOr<std::vector<std::string>>(json, "runs", {});
    out.advice = fieldOr<Json>(json, "advice", {});
    return out;
}

} // namespace signalbox::agents
