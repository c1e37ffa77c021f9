// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/evidencetext.h"

#include "core/agents/escalation.h"
#include "ui/models/escalationtext.h"
#include "ui/models/lockfiletext.h"
#include "ui/models/statediff.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

namespace {

struct Evidence {
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

constexpr std::string_view kTryFix = "try_fix:";

EvidenceRow field(const QString& label, const QString& value, bool mono = false)
{
    EvidenceRow row;
    row.label = label;
    row.value = value;
    row.mono = mono;
    return row;
}

EvidenceRow sentence(const QString& words, bool strong = false)
{
    EvidenceRow row;
    row.kind = EvidenceRow::Kind::Text;
    row.value = words;
    row.strong = strong;
    return row;
}

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
    radius.rows
        = {field(Evidence::tr("Do it again"), Evidence::tr("Counts as not happened, it is done once more")),
           field(Evidence::tr("Count as failed"), Evidence::tr("Is not done again, the step goes on without it"))};
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
    for (const auto& [key, held] : evidence.items())
        all.rows.append(field(text(key), shownValue(readableValue(held)), !held.is_string()));
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
    case gate::Verdict::Ask: break;
    }
    return StatusRole::Pending;
}

/// What people have said so far; a first approver's reason stays hidden until the second has decided.
EvidenceSection decisionsOf(const gate::Approval& approval)
{
    EvidenceSection section;
    section.key = QStringLiteral("decisions");
    section.title = approval.request.needed > 1 ? Evidence::tr("Approvers") : Evidence::tr("Said so far");
    section.note = approval.request.needed > 1
        ? Evidence::tr("%1 of %2").arg(gate::given(approval)).arg(approval.request.needed)
        : QString();
    section.aside = true;
    if (approval.decisions.empty())
        section.rows.append(sentence(Evidence::tr("Nobody has decided yet.")));
    for (const auto& made : approval.decisions) {
        const bool hidden = made.decision.verdict == gate::Verdict::Approve && !approval.closedAt;
        EvidenceRow row;
        row.kind = EvidenceRow::Kind::Check;
        row.role = verdictRole(made);
        row.value = Evidence::tr("%1 by %2").arg(verdictWords(made), text(made.decision.by));
        if (!made.decision.reason.empty() && !hidden)
            row.value += QStringLiteral(": ") + text(made.decision.reason);
        row.right = hidden && !made.decision.reason.empty()
            ? Evidence::tr("%1, reason hidden for now").arg(shortTime(made.at))
            : shortTime(made.at);
        section.rows.append(row);
    }
    return section;
}

} // namespace

QList<EvidenceSection> evidenceOf(const gate::Approval& approval)
{
    const Json& evidence = approval.request.evidence;
    QList<EvidenceSection> sections;
    if (const auto escalation = agents::escalationFromJson(evidence))
        sections = escalationSections(approval, *escalation);
    else if (approval.request.kind == "unknown_effect")
        sections = unknownEffect(evidence);
    else if (isLockfileOffer(evidence))
        sections = lockfileSections(evidence);
    else
        sections = anyEvidence(evidence);
    if (!approval.decisions.empty() || approval.request.needed > 1) {
        const bool viewIsLast = sections.last().key == QStringLiteral("agent");
        sections.insert(viewIsLast ? sections.size() - 1 : sections.size(), decisionsOf(approval));
    }
    return sections;
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
    return text(request.subject);
}

QString promptOrigin(const gate::Approval& approval)
{
    const auto& request = approval.request;
    QStringList sentences;
    if (request.rehearsal)
        sentences.append(Evidence::tr("Rehearsal: whatever is decided, nothing is done."));
    sentences.append(
        Evidence::tr("Asked by %1 agent at %2.").arg(agentName(request.askedBy), shortTime(approval.askedAt)));
    if (!request.author.empty())
        sentences.append(Evidence::tr("Commit by %1.").arg(text(request.author)));
    const int needed = std::max(request.needed, request.risk == gate::RiskLevel::Critical ? 2 : 1);
    QString policy = needed > 1 ? Evidence::tr("%1 approvers").arg(needed) : Evidence::tr("one approver");
    if (!request.excluded.empty())
        policy = Evidence::tr("%1, not the author").arg(policy);
    sentences.append(Evidence::tr("Policy: %1.").arg(policy));
    return sentences.join(u' ');
}

QString choiceLabel(const gate::Approval& approval, const std::string& choice)
{
    if (choice == "take_over")
        return Evidence::tr("Take over");
    if (choice.starts_with(kTryFix))
        return Evidence::tr("Try: %1").arg(fixName(std::string_view(choice).substr(kTryFix.size())));
    if (!choice.empty())
        return stepName(choice);
    return approval.request.kind == "unknown_effect" ? Evidence::tr("Do it again") : Evidence::tr("Approve");
}

QString rejectLabel(const gate::Approval& approval)
{
    if (approval.request.kind == "escalation")
        return Evidence::tr("Dismiss");
    return approval.request.kind == "unknown_effect" ? Evidence::tr("Count as failed") : Evidence::tr("Reject");
}

QString deadlineText(const gate::Approval& approval)
{
    return Evidence::tr("No decision: %1").arg(text(approval.onDeadline));
}

} // namespace signalbox::ui
