// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/deploymenttext.h"

#include "core/agents/gateevidence.h"
#include "core/agents/sentdecision.h"
#include "ui/models/evidencerows.h"
#include "ui/models/gatewords.h"
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

/// Where somebody has decided in the CI system itself: "github" of "github:mona"; else empty.
std::string_view providerOfPerson(std::string_view by)
{
    const std::string_view provider = by.substr(0, std::min(by.find(':'), by.size()));
    const bool isOne = provider.size() < by.size() && (provider == "github" || provider == "gitlab");
    return isOne ? provider : std::string_view();
}

/// False: it is known that the CI system takes no decision from the token here.
bool mayBeSent(const Json& evidence)
{
    return fieldOr<bool>(inside(evidence, "gate"), "may_decide", true);
}

/// GitLab's manual jobs: started by the account of the token, without a word of ours.
bool isJob(const Json& evidence)
{
    return !fieldOr<bool>(inside(evidence, "gate"), "keeps_comment", true);
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
            sentence(Deployment::tr("%1 knows of nothing that was deployed there.").arg(gateProvider(evidence))));
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

/// What each decision leads to.
QList<EvidenceRow> verdicts(const Json& evidence)
{
    const QString job = textOf(inside(evidence, "gate"), "job");
    const QString besides = othersBesides(evidence);
    const QString environment = environmentOf(evidence);
    const QString starts = !besides.isEmpty()
        ? Deployment::tr("The jobs of %1 start once the others have let them through: %2").arg(environment, besides)
        : job.isEmpty() ? Deployment::tr("The jobs of %1 start").arg(environment)
                        : Deployment::tr("Job %1 starts").arg(job);
    return {field(Deployment::tr("Approve"), starts),
            field(Deployment::tr("Reject"),
                  isJob(evidence) ? Deployment::tr("It is cancelled, the run ends there")
                                  : Deployment::tr("They do not run, the run fails"))};
}

EvidenceSection radius(const Json& evidence)
{
    EvidenceSection made = section("radius", Deployment::tr("Blast radius"), true, true);
    const Json gate = inside(evidence, "gate");
    if (const QString others = otherRules(evidence); !others.isEmpty())
        made.rows.append(sentence(Deployment::tr("The jobs of %1 start once protection rule %2 lets them through.")
                                      .arg(environmentOf(evidence), others)));
    else
        made.rows += verdicts(evidence);
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
    const Json& evidence = approval.request.evidence;
    if (!review || !otherRules(evidence).isEmpty())
        return {};
    const QString provider = gateProvider(evidence);
    EvidenceSection made = section("sent", Deployment::tr("What %1 gets").arg(provider), true, false);
    if (isJob(evidence)) {
        made.rows.append(sentence(
            Deployment::tr("%1 is told to start or to cancel the job, and keeps no comment: your reason stays here.")
                .arg(provider)));
        return {made};
    }
    const QString rule = gateRule(evidence);
    made.note = rule.isEmpty() ? Deployment::tr("review of environment %1").arg(environmentOf(evidence))
                               : Deployment::tr("answer of protection rule %1").arg(rule);
    made.rows.append(logLine({}, text(agents::reviewComment(approval.request, *review))));
    if (!approval.closedAt)
        made.rows.append(sentence(
            Deployment::tr("Sent 5\u202fs after you approve, your reason at the end. Sent once; if %1 does not answer, "
                           "it is asked first whether it was taken.")
                .arg(provider)));
    return {made};
}

QString elsewhereIn(const Json& evidence)
{
    const QString others = otherRules(evidence);
    return others.isEmpty() ? others
                            : Deployment::tr("Waits for protection rule %1 on %2. That is not decided here.")
                                  .arg(others, gateProvider(evidence));
}

EvidenceSection agentView(const Json& evidence)
{
    EvidenceSection made = section("agent", Deployment::tr("Agent view"), true, false);
    made.note = Deployment::tr("Shown last on purpose");
    const QString provider = gateProvider(evidence);
    if (evidence.contains("fault"))
        made.rows.append(sentence(
            Deployment::tr("%1 refused the last decision: %2").arg(provider, textOf(evidence, "fault")), true));
    const QString elsewhere = elsewhereIn(evidence);
    if (!elsewhere.isEmpty()) {
        made.rows.append(sentence(elsewhere, true));
        made.rows.append(logLine({}, textOf(inside(evidence, "gate"), "page")));
    } else if (!mayBeSent(evidence)) {
        made.rows.append(
            sentence(Deployment::tr("The token here is no reviewer of %1. Decide on %2, it is honoured here.")
                         .arg(environmentOf(evidence), provider),
                     true));
    }
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
        .arg(gateProvider(evidence), shortTime(approval.askedAt), environmentOf(evidence), textOf(evidence, "number"));
}

QList<EvidenceSection> deploymentSections(const gate::Approval& approval)
{
    const Json& evidence = approval.request.evidence;
    EvidenceSection gate = gateSection(evidence);
    gate.note = enforcementLabel(approval.request);
    return QList<EvidenceSection>{changes(evidence), risk(approval.request), gate, checks(evidence), radius(evidence)}
    + whatIsSent(approval) + QList<EvidenceSection>{pastSection(evidence, approval.askedAt), agentView(evidence)};
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

bool isNoReviewer(const gate::Request& request)
{
    return isDeployment(request) && !mayBeSent(request.evidence);
}

QString elsewhereText(const gate::Request& request)
{
    return isDeployment(request) ? elsewhereIn(request.evidence) : QString();
}

QString elsewhereNote(const gate::Request& request)
{
    const QString others = isDeployment(request) ? otherRules(request.evidence) : QString();
    return others.isEmpty() ? others : Deployment::tr("Waits for rule %1").arg(others);
}

QString gatePage(const gate::Request& request)
{
    const QString page = isDeployment(request) ? textOf(inside(request.evidence, "gate"), "page") : QString();
    return page.startsWith(QStringLiteral("https://")) || page.startsWith(QStringLiteral("http://")) ? page : QString();
}

QString personWords(const std::string& by)
{
    const std::string_view provider = providerOfPerson(by);
    return provider.empty()
        ? text(by)
        : Deployment::tr("%1 on %2").arg(text(by.substr(provider.size() + 1)), providerName(provider));
}

} // namespace signalbox::ui
