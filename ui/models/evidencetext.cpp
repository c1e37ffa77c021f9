// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/evidencetext.h"

#include "core/agents/escalation.h"
#include "core/gate/requirements.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/escalationtext.h"
#include "ui/models/evidencerows.h"
#include "ui/models/lockfiletext.h"
#include "ui/models/policytext.h"
#include "ui/models/statediff.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace signalbox::ui {

namespace {

using rows::check;
using rows::field;
using rows::sentence;

constexpr std::string_view kTryFix = "try_fix:";
constexpr std::string_view kLookAgain = "look_again";

struct Evidence {
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

QList<EvidenceSection> unknownEffect(const Json& evidence)
{
    const auto value = [&](std::string_view key) { return text(fieldOr<std::string>(evidence, key, {})); };
    EvidenceSection what;
    what.key = QStringLiteral("what");
    what.title = Evidence::tr("What was begun");
    what.needed = true;
    what.rows = {field(Evidence::tr("Effect"), value("effect"), true),
                 field(Evidence::tr("Safety"), safetyLabel(value("safety").toStdString())),
                 field(Evidence::tr("Step"), stepName(value("node").toStdString()))};
    const Json intent = fieldOr<Json>(evidence, "intent", Json::object());
    for (const auto& [key, held] : intent.items())
        what.rows.append(field(text(key), shownValue(readableValue(held)), true));
    EvidenceSection radius;
    radius.key = QStringLiteral("radius");
    radius.title = Evidence::tr("Blast radius");
    radius.aside = true;
    radius.needed = true;
    radius.rows = {field(Evidence::tr("Approve"), Evidence::tr("Counts as not happened, it is done once more")),
                   field(Evidence::tr("Reject"), Evidence::tr("Counts as failed, the step goes on without it"))};
    EvidenceSection view;
    view.key = QStringLiteral("agent");
    view.title = Evidence::tr("Agent view");
    view.note = Evidence::tr("Shown last on purpose");
    view.aside = true;
    view.rows = {sentence(Evidence::tr("The program ended between the act and its record. Nobody can tell whether it "
                                       "happened."))};
    return {what, radius, view};
}

QList<EvidenceSection> anyEvidence(const Json& evidence)
{
    EvidenceSection all;
    all.key = QStringLiteral("evidence");
    all.title = Evidence::tr("Evidence");
    all.needed = true;
    if (!evidence.is_object())
        return {all};
    for (const auto& [key, held] : evidence.items()) {
        if (key != gate::kAnswers) // said so far, in a section of its own
            all.rows.append(field(text(key), shownValue(readableValue(held)), !held.is_string()));
    }
    return {all};
}

QString verdictWords(const gate::RecordedDecision& made)
{
    if (made.takenBack)
        return Evidence::tr("Taken back");
    switch (made.decision.verdict) {
    case gate::Verdict::Approve: return Evidence::tr("Approved");
    case gate::Verdict::Reject: return Evidence::tr("Rejected");
    case gate::Verdict::Hold: return Evidence::tr("Held");
    case gate::Verdict::Answer: return Evidence::tr("Answered");
    case gate::Verdict::Ask: break;
    }
    return Evidence::tr("Asked");
}

StatusRole verdictRole(const gate::RecordedDecision& made)
{
    if (made.takenBack)
        return StatusRole::Skipped;
    switch (made.decision.verdict) {
    case gate::Verdict::Approve: return StatusRole::Succeeded;
    case gate::Verdict::Reject: return StatusRole::Cancelled;
    case gate::Verdict::Hold: return StatusRole::HeldForYou;
    case gate::Verdict::Answer: return StatusRole::Succeeded;
    case gate::Verdict::Ask: break;
    }
    return StatusRole::Pending;
}

EvidenceRow decisionRow(const gate::Approval& approval, const gate::RecordedDecision& made, const std::string& person)
{
    const bool hidden = gate::reasonHidden(approval, made, person) && !made.decision.reason.empty();
    QString value = Evidence::tr("%1 by %2").arg(verdictWords(made), personWords(made.decision.by));
    if (!made.decision.reason.empty() && !hidden)
        value = Evidence::tr("%1: %2").arg(value, text(made.decision.reason));
    const QString at = shortTime(made.at);
    return check(verdictRole(made), value, hidden ? Evidence::tr("%1, reason hidden until you decide").arg(at) : at);
}

/// Where somebody approved already, the seat that is still free.
EvidenceRow freeSeat(const gate::Approval& approval, const std::string& person)
{
    const auto& request = approval.request;
    switch (gate::barred(request, person, {})) {
    case gate::Barred::Author:
        return check(StatusRole::Pending, Evidence::tr("Second approver"), Evidence::tr("you are the author"));
    case gate::Barred::Asker:
        return check(StatusRole::Pending, Evidence::tr("Second approver"), Evidence::tr("you asked for it"));
    case gate::Barred::Excluded:
        return check(StatusRole::Pending, Evidence::tr("Second approver"), Evidence::tr("you do not count here"));
    case gate::Barred::No: break;
    }
    const bool first = std::ranges::any_of(approval.decisions, [&](const gate::RecordedDecision& made) {
        return gate::stands(approval, made) && gate::samePerson(made.decision.by, person);
    });
    if (first)
        return check(StatusRole::Pending, Evidence::tr("Second approver"), Evidence::tr("another person"));
    return check(StatusRole::HeldForYou, Evidence::tr("You, second approver"),
                 Evidence::tr("not the author, not the first"));
}

/// What people have said so far.
EvidenceSection decisionsOf(const gate::Approval& approval, const std::string& person)
{
    const int needed = gate::approversNeeded(approval.request);
    const int given = gate::given(approval);
    EvidenceSection section;
    section.key = QStringLiteral("decisions");
    section.title = needed == 2 ? Evidence::tr("Two approvers")
        : needed > 2            ? Evidence::tr("Approvers")
                                : Evidence::tr("Said so far");
    section.note = needed > 1 ? Evidence::tr("%1 of %2").arg(given).arg(needed) : QString();
    section.aside = true;
    if (approval.decisions.empty())
        section.rows.append(sentence(Evidence::tr("Nobody has decided yet.")));
    for (const auto& made : approval.decisions)
        section.rows.append(decisionRow(approval, made, person));
    if (needed > 1 && given > 0 && given < needed && !approval.closedAt && !person.empty())
        section.rows.append(freeSeat(approval, person));
    return section;
}

QString policyOf(const gate::Request& request)
{
    const int needed = gate::approversNeeded(request);
    const bool notAuthor = !request.author.empty()
        && std::ranges::any_of(request.choices, [](const auto& choice) { return choice != gate::kTakeOver; });
    const bool barred = !request.excluded.empty() || notAuthor || (!request.author.empty() && request.choices.empty());
    if (needed == 1)
        return barred ? Evidence::tr("one approver, not the author") : Evidence::tr("one approver");
    if (needed == 2)
        return barred ? Evidence::tr("two approvers, neither the author") : Evidence::tr("two approvers");
    return barred ? Evidence::tr("%n approvers, not the author", nullptr, needed)
                  : Evidence::tr("%n approvers", nullptr, needed);
}

/// What speaks against it, one sentence each; approving is an override then.
QStringList againstOf(const gate::Request& request)
{
    QStringList sentences;
    for (const gate::Against each : request.against) {
        switch (each) {
        case gate::Against::Agent: sentences << Evidence::tr("The agent advises against it."); break;
        case gate::Against::FailedCheck: sentences << Evidence::tr("A check failed."); break;
        case gate::Against::MissingEvidence: sentences << Evidence::tr("Evidence is missing."); break;
        case gate::Against::Freeze: sentences << Evidence::tr("Changes are frozen now."); break;
        }
    }
    if (gate::isOverride(request))
        sentences << Evidence::tr("Approving is an override.");
    return sentences;
}

} // namespace

QList<EvidenceSection> evidenceOf(const gate::Approval& approval, const std::string& person)
{
    const Json& evidence = approval.request.evidence;
    QList<EvidenceSection> sections;
    if (const auto escalation = agents::escalationFromJson(evidence))
        sections = escalationSections(approval, *escalation);
    else if (isDeployment(approval.request))
        sections = deploymentSections(approval);
    else if (approval.request.kind == "unknown_effect")
        sections = unknownEffect(evidence);
    else if (isPolicyReview(approval.request))
        sections = policySections(evidence);
    else if (isLockfileOffer(evidence))
        sections = lockfileSections(evidence);
    else
        sections = anyEvidence(evidence);
    if (!approval.decisions.empty() || gate::approversNeeded(approval.request) > 1) {
        const bool viewIsLast = sections.last().key == QStringLiteral("agent");
        sections.insert(viewIsLast ? sections.size() - 1 : sections.size(), decisionsOf(approval, person));
    }
    return sections;
}

QString tabTitle(const EvidenceSection& section)
{
    const std::array<std::pair<const char*, QString>, 11> titles{{
        {"changes", Evidence::tr("Changes")},
        {"risk", Evidence::tr("Risk")},
        {"gate", Evidence::tr("Gate")},
        {"radius", Evidence::tr("Reach")},
        {"sent", Evidence::tr("Message")},
        {"past", Evidence::tr("Past")},
        {"agent", Evidence::tr("Agent")},
        {"failed", Evidence::tr("Failure")},
        {"cause", Evidence::tr("Cause")},
        {"tried", Evidence::tr("Tried")},
        {"decisions", Evidence::tr("Said")},
    }};
    const auto known
        = std::ranges::find_if(titles, [&](const auto& title) { return section.key == QLatin1String(title.first); });
    return known == titles.end() ? section.title : known->second;
}

QStringList changedSections(const QList<EvidenceSection>& before, const QList<EvidenceSection>& now)
{
    QStringList changed;
    for (const auto& section : now) {
        const auto same = std::ranges::find(before, section.key, &EvidenceSection::key);
        if (same == before.end() || same->rows != section.rows)
            changed.append(section.key);
    }
    return changed;
}

QString promptTitle(const gate::Approval& approval)
{
    const auto& request = approval.request;
    if (request.kind == "escalation")
        return Evidence::tr("Escalated: %1").arg(text(request.subject));
    if (request.kind == "unknown_effect")
        return Evidence::tr("Unknown outcome: %1").arg(stepName(request.subject));
    if (request.kind == "effect_of_fork")
        return Evidence::tr("A fork is about to act: %1").arg(stepName(request.subject));
    if (isDeployment(request))
        return deploymentTitle(request);
    if (isPolicyReview(request))
        return policyTitle(request);
    return text(request.subject);
}

QString promptOrigin(const gate::Approval& approval)
{
    const auto& request = approval.request;
    QStringList sentences;
    if (request.rehearsal)
        sentences.append(Evidence::tr("Rehearsal: whatever is decided, nothing is done."));
    sentences.append(
        isDeployment(request)
            ? deploymentOrigin(approval)
            : Evidence::tr("Asked by %1 agent at %2.").arg(agentName(request.askedBy), shortTime(approval.askedAt)));
    if (!request.author.empty())
        sentences.append(Evidence::tr("Commit by %1.").arg(text(request.author)));
    if (elsewhereText(request).isEmpty()) // else it is not ours to decide
        sentences.append(Evidence::tr("Policy: %1.").arg(policyOf(request)));
    sentences.append(againstOf(request));
    return sentences.join(u' ');
}

QString choiceLabel(const std::string& choice)
{
    if (choice == gate::kTakeOver)
        return Evidence::tr("Take over");
    if (choice == kLookAgain)
        return Evidence::tr("Look again");
    return choice.starts_with(kTryFix) ? fixName(std::string_view(choice).substr(kTryFix.size())) : stepName(choice);
}

QString approveLabel(const std::string& choice)
{
    return choice.empty() ? Evidence::tr("Approve") : Evidence::tr("Approve: %1").arg(inSentence(choiceLabel(choice)));
}

QString doneLabel(const gate::Approval& approval, const gate::Decision& decision)
{
    switch (decision.verdict) {
    case gate::Verdict::Reject: return Evidence::tr("Rejected");
    case gate::Verdict::Hold: return Evidence::tr("Held");
    case gate::Verdict::Ask: return Evidence::tr("Asked for more");
    case gate::Verdict::Answer: return Evidence::tr("Answered");
    case gate::Verdict::Approve: break;
    }
    const auto& choices = approval.request.choices;
    const std::string choice = decision.choice.empty() && !choices.empty() ? choices.front() : decision.choice;
    return approvedLabel(choice);
}

QString approvedLabel(const std::string& choice)
{
    return choice.empty() ? Evidence::tr("Approved")
                          : Evidence::tr("Approved: %1").arg(inSentence(choiceLabel(choice)));
}

QString deadlineText(const gate::Approval& approval)
{
    return isNoReviewer(approval.request) ? Evidence::tr("No decision: it waits there still")
                                          : Evidence::tr("No decision: %1").arg(deadlineOutcome(approval.onDeadline));
}

} // namespace signalbox::ui
