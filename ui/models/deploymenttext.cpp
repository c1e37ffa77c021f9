// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/deploymenttext.h"

#include "core/agents/gateevidence.h"
#include "ui/models/evidencerows.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace signalbox::ui {

namespace {

using namespace rows;
struct Deployment {
    Q_DECLARE_TR_FUNCTIONS(Deployment)
};

constexpr int kShownCommits = 6;
constexpr int kShownPaths = 12;

QString textOf(const Json& json, const char* key)
{
    return text(fieldOr<std::string>(json, key, {}));
}

int numberOf(const Json& json, const char* key)
{
    return static_cast<int>(fieldOr<std::int64_t>(json, key, 0));
}

Json inside(const Json& json, const char* key)
{
    return fieldOr<Json>(json, key, Json::object());
}

/// Where somebody has decided in the CI system itself: "github" of "github:mona"; else empty.
std::string_view providerOfPerson(std::string_view by)
{
    const std::string_view provider = by.substr(0, std::min(by.find(':'), by.size()));
    const bool isOne = provider.size() < by.size() && (provider == "github" || provider == "gitlab");
    return isOne ? provider : std::string_view();
}

QString providerName(std::string_view provider)
{
    if (provider == "github")
        return QStringLiteral("GitHub");
    return provider == "gitlab" ? QStringLiteral("GitLab") : text(provider);
}

QString providerOf(const Json& evidence)
{
    return providerName(fieldOr<std::string>(evidence, "provider", {}));
}

QString environmentOf(const Json& evidence)
{
    return textOf(evidence, "environment");
}

EvidenceSection changes(const Json& evidence)
{
    EvidenceSection made = section("changes", Deployment::tr("What changes"), false, true);
    made.rows.append(field(Deployment::tr("Commit"), shortCommit(fieldOr<std::string>(evidence, "commit", {})), true));
    made.rows.append(field(Deployment::tr("Branch"), textOf(evidence, "branch"), true));
    const Json known = inside(evidence, "changes");
    if (known.empty()) {
        made.rows.append(sentence(Deployment::tr("Not known: %1").arg(textOf(evidence, "changes_fault")), true));
        return made;
    }
    const std::string deployed = fieldOr<std::string>(known, "deployed", {});
    if (deployed.empty()) {
        made.rows.append(
            sentence(Deployment::tr("%1 knows of nothing that was deployed there.").arg(providerOf(evidence))));
        return made;
    }
    made.rows.append(field(Deployment::tr("There now"), shortCommit(deployed), true));
    const int files = numberOf(known, "files");
    const QString commits = Deployment::tr("%n commits", nullptr, numberOf(known, "commits"));
    made.note = fieldOr<bool>(known, "files_counted", true)
        ? Deployment::tr("%1, %n files", nullptr, files).arg(commits)
        : Deployment::tr("%1, at least %n files", nullptr, files).arg(commits);
    int shown = 0;
    for (const Json& one : fieldOr<Json>(known, "newest", Json::array())) {
        if (++shown > kShownCommits)
            break;
        made.rows.append(field(shortCommit(fieldOr<std::string>(one, "commit", {})), textOf(one, "title")));
    }
    shown = 0;
    for (const Json& one : fieldOr<Json>(known, "paths", Json::array())) {
        if (++shown > kShownPaths)
            break;
        made.rows.append(
            logLine(QStringLiteral("+%1 -%2").arg(numberOf(one, "additions")).arg(numberOf(one, "deletions")),
                    textOf(one, "path")));
    }
    return made;
}

QString riskSentence(const Json& evidence)
{
    const std::string from = fieldOr<std::string>(evidence, "risk_from", {});
    const QString environment = environmentOf(evidence);
    if (from == "policy_environment")
        return Deployment::tr("By rule: the policy always asks for %1.").arg(environment);
    if (from == "production_name")
        return Deployment::tr("By rule: the name %1 says production.").arg(environment);
    return Deployment::tr("By rule: every deployment is at least medium.");
}

EvidenceSection risk(const gate::Request& request)
{
    const Json& evidence = request.evidence;
    EvidenceSection made = section("risk", Deployment::tr("Release risk"), false, true);
    made.note = riskLabel(request.risk);
    made.rows.append(sentence(riskSentence(evidence)));
    made.rows.append(sentence(Deployment::tr("No score. This release was not measured.")));
    if (evidence.contains("freeze"))
        made.rows.append(
            check(StatusRole::OffBaseline, Deployment::tr("Changes are frozen: %1").arg(textOf(evidence, "freeze"))));
    if (evidence.contains("policy_fault"))
        made.rows.append(check(StatusRole::NoData,
                               Deployment::tr("The policy cannot be read: %1").arg(textOf(evidence, "policy_fault"))));
    return made;
}

/// Who may approve there: "boss, ana, team release".
QString reviewerNames(const Json& evidence)
{
    QStringList names;
    const Json gate = inside(evidence, "gate");
    for (const Json& reviewer : fieldOr<Json>(gate, "reviewers", Json::array())) {
        const QString name = textOf(reviewer, "name");
        names << (fieldOr<bool>(reviewer, "team", false) ? Deployment::tr("team %1").arg(name) : name);
    }
    return names.join(QStringLiteral(", "));
}

QString whoMayApprove(const Json& way)
{
    const int people = numberOf(way, "people");
    const int teams = numberOf(way, "teams");
    const int needed = numberOf(way, "needed");
    if (teams == 0)
        return Deployment::tr("Any of %1 may approve there, the policy needs %2.").arg(people).arg(needed);
    return people == 0
        ? Deployment::tr("Any member of %n teams may approve there, the policy needs %1.", nullptr, teams).arg(needed)
        : Deployment::tr("Any of %1 and of %n teams may approve there, the policy needs %2.", nullptr, teams)
              .arg(people)
              .arg(needed);
}

/// What is open. Its setting as the CI system names it. The remedy.
EvidenceRow wayRow(const Json& way, const QString& provider)
{
    const std::string name = fieldOr<std::string>(way, "way", {});
    const QString both = QStringLiteral("%1 %2");
    if (name == "one_reviewer") // no remedy that works here yet: rules of apps are not answered
        return check(StatusRole::OffBaseline,
                     both.arg(Deployment::tr("One reviewer is enough on %1.").arg(provider), whoMayApprove(way)));
    if (name == "admins_bypass")
        return check(StatusRole::OffBaseline,
                     both.arg(Deployment::tr("Administrators may skip the gate."),
                              Deployment::tr("\"Allow administrators to bypass\" is on.")),
                     Deployment::tr("Turn off on %1").arg(provider));
    return check(StatusRole::OffBaseline,
                 both.arg(Deployment::tr("The author may approve."), Deployment::tr("\"Prevent self-review\" is off.")),
                 Deployment::tr("Turn on on %1").arg(provider));
}

QString branchesWords(const std::string& branches)
{
    if (branches == "any")
        return Deployment::tr("Any branch may ask");
    if (branches == "protected")
        return Deployment::tr("Protected branches only");
    return branches == "selected" ? Deployment::tr("Selected branches and tags only") : QString();
}

EvidenceSection whoElse(const Json& evidence)
{
    EvidenceSection made = section("gate", Deployment::tr("Who can let this through"), false, true);
    const QString provider = providerOf(evidence);
    made.rows.append(field(Deployment::tr("Reviewers"), reviewerNames(evidence)));
    const Json rules = inside(evidence, "rules");
    if (const QString branches = branchesWords(fieldOr<std::string>(rules, "branches", {})); !branches.isEmpty())
        made.rows.append(field(Deployment::tr("Branches"), branches));
    for (const Json& way : fieldOr<Json>(evidence, "ways_around", Json::array()))
        made.rows.append(wayRow(way, provider));
    const auto notTold = [&](const char* rule) { return !rules.empty() && rules.value(rule, Json()).is_null(); };
    if (evidence.contains("rules_fault"))
        made.rows.append(
            check(StatusRole::NoData,
                  Deployment::tr("Its other ways around are not known: %1").arg(textOf(evidence, "rules_fault"))));
    if (notTold("admins_may_bypass"))
        made.rows.append(
            check(StatusRole::NoData,
                  Deployment::tr("%1 does not tell whether administrators may skip the gate.").arg(provider)));
    if (notTold("prevents_self_review"))
        made.rows.append(check(StatusRole::NoData,
                               Deployment::tr("%1 does not tell whether the author may approve.").arg(provider)));
    made.rows.append(sentence(Deployment::tr("A decision made on %1 is honoured and recorded here, once. One that "
                                             "breaks the policy is marked in Audit.")
                                  .arg(provider)));
    return made;
}

EvidenceSection checks(const Json& evidence)
{
    EvidenceSection made = section("checks", Deployment::tr("Checks"), false, false);
    for (const Json& job : fieldOr<Json>(evidence, "jobs", Json::array())) {
        const std::string state = fieldOr<std::string>(job, "state", {});
        ci::Job shown;
        shown.phase = ci::phaseFromName(state).value_or(ci::Phase::Finished);
        shown.conclusion = ci::conclusionFromName(state).value_or(ci::Conclusion::None);
        made.rows.append(check(statusOf(shown), textOf(job, "name"), jobLabel(shown)));
    }
    made.note = Deployment::tr("jobs of this run");
    return made;
}

EvidenceSection radius(const Json& evidence)
{
    EvidenceSection made = section("radius", Deployment::tr("Blast radius"), true, true);
    const QString environment = environmentOf(evidence);
    made.rows.append(field(Deployment::tr("Approve"), Deployment::tr("The jobs of %1 start").arg(environment)));
    made.rows.append(field(Deployment::tr("Reject"), Deployment::tr("They do not run, the run fails")));
    const Json gate = inside(evidence, "gate");
    if (const int minutes = numberOf(gate, "wait_minutes"); minutes > 0)
        made.rows.append(field(Deployment::tr("Timer"),
                               Deployment::tr("They start %n minutes after the run reached the gate, "
                                              "or later",
                                              nullptr, minutes)));
    return made;
}

/// The decision that is or was sent: for one that is open, that of approving it. Nothing where none is: it was decided
/// there, or waits there no longer.
std::optional<agents::SentReview> sentReview(const gate::Approval& approval)
{
    agents::SentReview review;
    review.verdict = "approve";
    review.approvers = numberOf(approval.request.evidence, "needed");
    review.evidenceHash = approval.evidenceHash;
    if (!approval.closedAt)
        return review;
    if (approval.state == gate::ApprovalState::Expired) {
        review.verdict = "expired";
        return review;
    }
    const bool isDecided
        = approval.state == gate::ApprovalState::Approved || approval.state == gate::ApprovalState::Rejected;
    const auto last = std::ranges::find_if(approval.decisions.rbegin(), approval.decisions.rend(),
                                           [](const auto& made) { return !made.takenBack; });
    if (!isDecided || last == approval.decisions.rend() || !providerOfPerson(last->decision.by).empty())
        return std::nullopt;
    review.verdict = approval.state == gate::ApprovalState::Approved ? "approve" : "reject";
    review.approvers = gate::given(approval);
    review.reason = last->decision.reason;
    return review;
}

QList<EvidenceSection> whatIsSent(const gate::Approval& approval)
{
    const auto review = sentReview(approval);
    if (!review)
        return {};
    const Json& evidence = approval.request.evidence;
    const QString provider = providerOf(evidence);
    EvidenceSection made = section("sent", Deployment::tr("What %1 gets").arg(provider), true, false);
    made.note = Deployment::tr("review of environment %1").arg(environmentOf(evidence));
    made.rows.append(logLine({}, text(agents::reviewComment(approval.request, *review))));
    if (!approval.closedAt)
        made.rows.append(sentence(
            Deployment::tr("Sent 5\u202fs after you approve, your reason at the end. Sent once; if %1 does not answer, "
                           "it is asked first whether it was taken.")
                .arg(provider)));
    return {made};
}

EvidenceSection agentView(const Json& evidence)
{
    EvidenceSection made = section("agent", Deployment::tr("Agent view"), true, false);
    made.note = Deployment::tr("Shown last on purpose");
    const QString provider = providerOf(evidence);
    if (evidence.contains("fault"))
        made.rows.append(sentence(
            Deployment::tr("%1 refused the last decision: %2").arg(provider, textOf(evidence, "fault")), true));
    const Json gate = inside(evidence, "gate");
    if (!fieldOr<bool>(gate, "may_decide", false))
        made.rows.append(
            sentence(Deployment::tr("The token here is no reviewer of %1. Decide on %2, it is honoured here.")
                         .arg(environmentOf(evidence), provider),
                     true));
    made.rows.append(sentence(
        Deployment::tr("No recommendation. The run waits at a gate of %1, nothing was judged.").arg(provider)));
    return made;
}

} // namespace

bool isDeployment(const gate::Request& request)
{
    return request.kind == agents::kDeployment && request.evidence.contains("gate");
}

QString deploymentTitle(const gate::Request& request)
{
    return Deployment::tr("%1 to %2").arg(text(request.line), environmentOf(request.evidence));
}

QString deploymentOrigin(const gate::Approval& approval)
{
    const Json& evidence = approval.request.evidence;
    return Deployment::tr("Asked by %1 at %2, environment %3, run #%4.")
        .arg(providerOf(evidence), shortTime(approval.askedAt), environmentOf(evidence), textOf(evidence, "number"));
}

QList<EvidenceSection> deploymentSections(const gate::Approval& approval)
{
    const Json& evidence = approval.request.evidence;
    EvidenceSection gate = whoElse(evidence);
    gate.note = enforcementLabel(approval.request);
    return QList<EvidenceSection>{changes(evidence), risk(approval.request), gate, checks(evidence), radius(evidence)}
    + whatIsSent(approval) + QList<EvidenceSection>{agentView(evidence)};
}

QString enforcementLabel(const gate::Request& request)
{
    if (!isDeployment(request))
        return {};
    const auto known = agents::enforcementFromName(fieldOr<std::string>(request.evidence, "enforcement", {}));
    switch (known.value_or(agents::Enforcement::Unknown)) {
    case agents::Enforcement::Enforced: return Deployment::tr("Enforced");
    case agents::Enforcement::Advisory: return Deployment::tr("Advisory");
    case agents::Enforcement::Unknown: break;
    }
    return Deployment::tr("Not known whether enforced");
}

bool isAdvisory(const gate::Request& request)
{
    return isDeployment(request) && fieldOr<std::string>(request.evidence, "enforcement", {}) == "advisory";
}

QString spokenEnforcement(const gate::Request& request)
{
    const Json ways = fieldOr<Json>(request.evidence, "ways_around", Json::array());
    return Deployment::tr("Advisory: %n ways around this gate, listed below.", nullptr, static_cast<int>(ways.size()));
}

QString personWords(const std::string& by)
{
    const std::string_view provider = providerOfPerson(by);
    return provider.empty()
        ? text(by)
        : Deployment::tr("%1 on %2").arg(text(by.substr(provider.size() + 1)), providerName(provider));
}

} // namespace signalbox::ui
