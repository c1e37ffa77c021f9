// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gate/approval.h"

#include "core/base/digest.h"
#include "core/gate/requirements.h"

#include <algorithm>
#include <array>

namespace signalbox::gate {

namespace {

constexpr std::array<std::string_view, 7> kStates{"open",    "held",       "approved", "rejected",
                                                  "expired", "superseded", "void"};
constexpr std::array<std::string_view, 5> kVerdicts{"approve", "reject", "hold", "ask", "answer"};
constexpr std::array<std::string_view, 4> kRisks{"LOW", "MEDIUM", "HIGH", "CRITICAL"};
constexpr std::array<std::string_view, 4> kAgainst{"agent", "failed_check", "missing_evidence", "freeze"};

template <typename Enum, std::size_t Size>
std::optional<Enum> fromName(const std::array<std::string_view, Size>& names, std::string_view name)
{
    const auto at = std::ranges::find(names, name);
    if (at == names.end())
        return std::nullopt;
    return static_cast<Enum>(at - names.begin());
}

Json namesOf(const std::vector<Against>& all)
{
    Json names = Json::array();
    for (const Against each : all)
        names.push_back(againstName(each));
    return names;
}

/// A reason that nobody knows is still a reason.
std::vector<Against> againstFrom(const std::vector<std::string>& names)
{
    std::vector<Against> all;
    for (const std::string& name : names)
        all.push_back(fromName<Against>(kAgainst, name).value_or(Against::MissingEvidence));
    return all;
}

} // namespace

std::string_view stateName(ApprovalState state)
{
    return kStates.at(static_cast<std::size_t>(state));
}
std::optional<ApprovalState> stateFromName(std::string_view name)
{
    return fromName<ApprovalState>(kStates, name);
}
std::string_view verdictName(Verdict verdict)
{
    return kVerdicts.at(static_cast<std::size_t>(verdict));
}
std::optional<Verdict> verdictFromName(std::string_view name)
{
    return fromName<Verdict>(kVerdicts, name);
}
std::string_view riskName(RiskLevel level)
{
    return kRisks.at(static_cast<std::size_t>(level));
}
std::optional<RiskLevel> riskFromName(std::string_view name)
{
    return fromName<RiskLevel>(kRisks, name);
}

std::string_view againstName(Against against)
{
    return kAgainst.at(static_cast<std::size_t>(against));
}

std::string evidenceHash(const Json& evidence)
{
    return digestHex(dumpJson(evidence));
}

bool stands(const Approval& approval, const RecordedDecision& made)
{
    const std::string& seen = made.decision.evidenceHash;
    return made.decision.verdict == Verdict::Approve && !made.takenBack
        && (seen.empty() || seen == approval.evidenceHash);
}

int given(const Approval& approval)
{
    std::vector<std::string_view> people;
    for (const RecordedDecision& made : approval.decisions) {
        if (!stands(approval, made))
            continue;
        const auto same = [&](std::string_view person) { return samePerson(person, made.decision.by); };
        if (std::ranges::none_of(people, same) && counts(approval.request, made.decision.by, made.decision.choice))
            people.push_back(made.decision.by);
    }
    return static_cast<int>(people.size());
}

const RecordedDecision* pendingDecision(const Approval& approval, UtcTime now)
{
    if (approval.closedAt)
        return nullptr;
    for (auto made = approval.decisions.rbegin(); made != approval.decisions.rend(); ++made) {
        if (!made->takenBack && made->effectiveAt > now)
            return &*made;
    }
    return nullptr;
}

const RecordedDecision* openQuestion(const Approval& approval)
{
    for (auto made = approval.decisions.rbegin(); made != approval.decisions.rend(); ++made) {
        if (made->decision.verdict == Verdict::Answer)
            return nullptr;
        if (made->decision.verdict == Verdict::Ask && !made->takenBack)
            return &*made;
    }
    return nullptr;
}

Json answeredEvidence(const Approval& approval, const RecordedDecision& answer)
{
    Json evidence = approval.request.evidence;
    const RecordedDecision* question = openQuestion(approval);
    evidence[std::string(kAnswers)].push_back({{"question", question ? question->decision.reason : std::string()},
                                               {"asked_by", question ? question->decision.by : std::string()},
                                               {"answer", answer.decision.reason},
                                               {"by", answer.decision.by},
                                               {"at", formatUtc(answer.at)}});
    return evidence;
}

Json toJson(const Request& request)
{
    Json json{
        {"kind", request.kind},           {"subject", request.subject},   {"line", request.line},
        {"risk", riskName(request.risk)}, {"asked_by", request.askedBy},  {"author", request.author},
        {"evidence", request.evidence},   {"choices", request.choices},   {"patience_ms", request.patience.count()},
        {"needed", request.needed},       {"excluded", request.excluded}, {"rehearsal", request.rehearsal}};
    // Only where there are any, so that a request of an older version stays what it was.
    if (!request.against.empty())
        json["against"] = namesOf(request.against);
    if (!request.sources.empty())
        json["sources"] = toJson(request.sources);
    if (!request.commit.empty())
        json["commit"] = request.commit;
    return json;
}

Result<Request> requestFromJson(const Json& json)
{
    auto kind = field<std::string>(json, "kind");
    auto subject = field<std::string>(json, "subject");
    auto evidence = field<Json>(json, "evidence");
    if (!kind || !subject || !evidence)
        return Error{ErrorCode::InvalidInput, "a request needs a kind, a subject and its evidence"};
    if (!evidence->is_object())
        return Error{ErrorCode::InvalidInput, "the evidence of a request is an object"};
    Request request;
    request.kind = *std::move(kind);
    request.subject = *std::move(subject);
    request.evidence = *std::move(evidence);
    request.line = fieldOr<std::string>(json, "line", {});
    // A level that nobody knows is not a low one.
    request.risk = riskFromName(fieldOr<std::string>(json, "risk", "LOW")).value_or(RiskLevel::Critical);
    request.askedBy = fieldOr<std::string>(json, "asked_by", {});
    request.author = fieldOr<std::string>(json, "author", {});
    request.choices = fieldOr<std::vector<std::string>>(json, "choices", {});
    request.patience = Milliseconds(fieldOr<std::int64_t>(json, "patience_ms", request.patience.count()));
    request.needed = static_cast<int>(std::clamp<std::int64_t>(fieldOr<std::int64_t>(json, "needed", 1), 1, 100));
    request.excluded = fieldOr<std::vector<std::string>>(json, "excluded", {});
    request.against = againstFrom(fieldOr<std::vector<std::string>>(json, "against", {}));
    request.sources = sourcesFromJson(fieldOr<Json>(json, "sources", Json::array()));
    request.commit = fieldOr<std::string>(json, "commit", {});
    request.rehearsal = fieldOr<bool>(json, "rehearsal", false);
    if (request.patience <= Milliseconds::zero())
        return Error{ErrorCode::InvalidInput, "a request needs time to be decided in"};
    return request;
}

} // namespace signalbox::gate
