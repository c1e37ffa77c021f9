// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/gateevidence.h"

#include "core/base/redaction.h"
#include "core/gate/policy.h"
#include "core/gate/requirements.h"

#include <algorithm>
#include <array>

namespace signalbox::agents {

namespace {

constexpr std::size_t kHashShown = 8;
constexpr std::size_t kLongestReason = 900; // bytes that are sent
constexpr std::array<std::string_view, 3> kEnforcements{"enforced", "advisory", "unknown"};

std::string text(const Json& json, const char* key)
{
    return fieldOr<std::string>(json, key, {});
}

std::string lowered(std::string_view words)
{
    std::string lower(words);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

bool saysProduction(const std::string& environment)
{
    const std::string name = lowered(environment);
    return name == "live" || name == "prod" || name.starts_with("prod-") || name.starts_with("prod_")
        || name.ends_with("-prod") || name.ends_with("_prod") || name.find("production") != std::string::npos;
}

Json jobsToJson(const std::vector<ci::Job>& jobs)
{
    Json list = Json::array();
    for (const ci::Job& job : jobs) {
        const bool ended = job.phase == ci::Phase::Finished;
        list.push_back({{"name", job.name}, {"state", ended ? conclusionName(job.conclusion) : phaseName(job.phase)}});
    }
    return list;
}

Json reviewersToJson(const std::vector<ci::GateReviewer>& reviewers)
{
    Json list = Json::array();
    for (const ci::GateReviewer& reviewer : reviewers)
        list.push_back({{"name", reviewer.name}, {"team", reviewer.isTeam}});
    return list;
}

Json pastToJson(const std::vector<ci::PastRelease>& past)
{
    Json list = Json::array();
    for (const ci::PastRelease& one : past)
        list.push_back({{"commit", one.commit},
                        {"conclusion", conclusionName(one.conclusion)},
                        {"at", one.at ? formatUtc(*one.at) : std::string()}});
    return list;
}

Json changesToJson(const ci::GateChanges& changes)
{
    Json commits = Json::array();
    for (const ci::ChangedBy& one : changes.newest)
        commits.push_back({{"commit", one.commit}, {"title", one.title}, {"author", one.author}});
    Json paths = Json::array();
    for (const ci::ChangedPath& one : changes.paths)
        paths.push_back(
            {{"path", one.path}, {"status", one.status}, {"additions", one.additions}, {"deletions", one.deletions}});
    return {{"deployed", changes.deployed},       {"commits", changes.commits},   {"files", changes.files},
            {"files_counted", changes.isCounted}, {"newest", std::move(commits)}, {"paths", std::move(paths)}};
}

template <typename Value>
Json orNull(const std::optional<Value>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json waysToJson(const std::vector<WayAround>& ways)
{
    Json list = Json::array();
    for (const WayAround& way : ways) {
        Json json{{"way", way.way}};
        if (way.needed > 0) {
            json["people"] = way.people;
            json["teams"] = way.teams;
            json["needed"] = way.needed;
        }
        list.push_back(std::move(json));
    }
    return list;
}

Json rulesToJson(const ci::GateRules& rules)
{
    Json json{{"needed", rules.needed},
              {"admins_may_bypass", orNull(rules.adminsMayBypass)},
              {"prevents_self_review", orNull(rules.preventsSelfReview)},
              {"branches", rules.branches}};
    if (rules.isOpen)
        json["open"] = true;
    if (!rules.apps.empty())
        json["apps"] = rules.apps;
    return json;
}

} // namespace

std::string ruleNames(const ci::PendingGate& gate)
{
    std::string names = gate.rule;
    for (const std::string& other : gate.others)
        names += (names.empty() ? "" : ", ") + other;
    return names;
}

std::vector<std::string> textsIn(const Json& json, std::string_view key)
{
    std::vector<std::string> texts;
    for (const Json& one : fieldOr<Json>(json, key, Json::array())) {
        if (one.is_string())
            texts.push_back(one.get<std::string>());
    }
    return texts;
}

std::string_view enforcementName(Enforcement enforcement)
{
    return kEnforcements[static_cast<std::size_t>(enforcement)];
}

std::optional<Enforcement> enforcementFromName(std::string_view name)
{
    const auto at = std::ranges::find(kEnforcements, name);
    return at == kEnforcements.end() ? std::nullopt
                                     : std::optional(static_cast<Enforcement>(at - kEnforcements.begin()));
}

void addRisk(GateEvidence& evidence, const PolicyRules& rules, UtcTime now)
{
    const std::string& environment = evidence.gate.environment;
    const bool always = std::ranges::find(rules.alwaysAsk, environment) != rules.alwaysAsk.end();
    const bool production = saysProduction(environment);
    evidence.riskFrom = always ? "policy_environment" : production ? "production_name" : "any_environment";
    evidence.risk = always || production ? gate::RiskLevel::High : gate::RiskLevel::Medium;
    if (const FreezeWindow* freeze = gate::freezeAt(rules, now)) {
        evidence.freeze = freeze->why;
        evidence.against.push_back(gate::Against::Freeze);
    }
    if (std::ranges::any_of(evidence.run.jobs, ci::isBad, &ci::Job::conclusion))
        evidence.against.push_back(gate::Against::FailedCheck);
    if (!evidence.changes || !evidence.policyFault.empty())
        evidence.against.push_back(gate::Against::MissingEvidence);
}

std::vector<WayAround> waysAround(const GateEvidence& evidence, int needed)
{
    std::vector<WayAround> ways;
    const bool isRule = !ruleNames(evidence.gate).empty(); // whoever reviews there does not answer it
    const auto& reviewers = evidence.gate.reviewers;
    const auto teams = static_cast<int>(std::ranges::count_if(reviewers, &ci::GateReviewer::isTeam));
    const int there = evidence.rules ? evidence.rules->needed : 1;
    if (there < needed && !isRule)
        ways.push_back({"one_reviewer", static_cast<int>(reviewers.size()) - teams, teams, needed});
    if (!evidence.rules)
        return ways;
    if (evidence.rules->isOpen)
        ways.push_back({"anyone_starts"});
    if (evidence.rules->adminsMayBypass.value_or(false))
        ways.push_back({"admins_bypass"});
    if (!evidence.rules->preventsSelfReview.value_or(true) && !isRule)
        ways.push_back({"self_review"});
    return ways;
}

Enforcement enforcementOf(const GateEvidence& evidence, int needed)
{
    if (!waysAround(evidence, needed).empty())
        return Enforcement::Advisory;
    const bool isRule = !ruleNames(evidence.gate).empty();
    const bool known
        = evidence.rules && evidence.rules->adminsMayBypass && (isRule || evidence.rules->preventsSelfReview);
    return known ? Enforcement::Enforced : Enforcement::Unknown;
}

std::string reviewComment(const gate::Request& request, const SentReview& review)
{
    std::string comment = "Rejected in Signalbox.";
    if (review.verdict == "approve")
        comment = "Approved by " + std::to_string(review.approvers) + " of "
            + std::to_string(gate::approversNeeded(request)) + " in Signalbox.";
    else if (review.verdict == "expired")
        comment = "Rejected by Signalbox: nobody decided in time.";
    comment += " Risk " + lowered(gate::riskName(request.risk)) + ", evidence "
        + review.evidenceHash.substr(0, kHashShown) + ".";
    const std::string reason = neutralise(review.reason.substr(0, kLongestReason));
    return reason.empty() ? comment : comment + " Reason: " + reason;
}

Json toJson(const ci::PendingGate& gate)
{
    Json earlier = Json::array();
    for (const ci::GateReview& review : gate.earlier) {
        earlier.push_back({{"approved", review.approved}, {"by", review.by}, {"comment", review.comment}});
        if (!review.gate.empty())
            earlier.back()["gate"] = review.gate;
    }
    Json json{{"environment", gate.environment},     {"id", gate.id},
              {"occasion", gate.occasion},           {"earlier", std::move(earlier)},
              {"wait_minutes", gate.waitMinutes},    {"reviewers", reviewersToJson(gate.reviewers)},
              {"may_decide", orNull(gate.mayDecide)}};
    if (!gate.job.empty())
        json["job"] = gate.job;
    if (!gate.keepsComment)
        json["keeps_comment"] = false;
    if (!gate.rule.empty())
        json["rule"] = gate.rule;
    if (!gate.others.empty())
        json["others"] = gate.others;
    if (!gate.page.empty())
        json["page"] = gate.page;
    return json;
}

ci::PendingGate gateFromJson(const Json& json)
{
    ci::PendingGate gate{.environment = text(json, "environment"),
                         .id = text(json, "id"),
                         .occasion = text(json, "occasion"),
                         .earlier = {},
                         .waitMinutes = fieldOr<std::int64_t>(json, "wait_minutes", 0),
                         .reviewers = {},
                         .mayDecide = {},
                         .job = text(json, "job"),
                         .keepsComment = fieldOr<bool>(json, "keeps_comment", true),
                         .rule = text(json, "rule"),
                         .others = textsIn(json, "others"),
                         .page = text(json, "page")};
    if (const auto may = json.find("may_decide"); may != json.end() && may->is_boolean())
        gate.mayDecide = may->get<bool>();
    for (const Json& review : fieldOr<Json>(json, "earlier", Json::array()))
        gate.earlier.push_back({gate.environment, fieldOr<bool>(review, "approved", false), text(review, "by"),
                                text(review, "comment"), text(review, "gate")});
    for (const Json& reviewer : fieldOr<Json>(json, "reviewers", Json::array()))
        gate.reviewers.push_back({text(reviewer, "name"), fieldOr<bool>(reviewer, "team", false)});
    return gate;
}

Json toJson(const GateEvidence& evidence, int needed)
{
    const ci::Run& run = evidence.run;
    Json json{{"provider", evidence.provider},
              {"line", run.line},
              {"number", run.number},
              {"attempt", run.attempt},
              {"branch", run.branch},
              {"commit", run.commit},
              {"author", run.author},
              {"trigger", run.trigger},
              {"environment", evidence.gate.environment},
              {"gate", toJson(evidence.gate)},
              {"jobs", jobsToJson(run.jobs)},
              {"enforcement", enforcementName(enforcementOf(evidence, needed))},
              {"ways_around", waysToJson(waysAround(evidence, needed))},
              {"needed", needed},
              {"risk_from", evidence.riskFrom}};
    json["rules"] = evidence.rules ? rulesToJson(*evidence.rules) : Json(nullptr);
    json["changes"] = evidence.changes ? changesToJson(*evidence.changes) : Json(nullptr);
    if (evidence.changes)
        json["past"] = pastToJson(evidence.changes->past);
    const auto addFault = [&json](const char* key, const std::string& fault) {
        if (!fault.empty())
            json[key] = fault;
    };
    addFault("rules_fault", evidence.rulesFault);
    addFault("changes_fault", evidence.changesFault);
    addFault("policy_fault", evidence.policyFault);
    addFault("freeze", evidence.freeze);
    addFault("fault", evidence.fault);
    return json;
}

} // namespace signalbox::agents
