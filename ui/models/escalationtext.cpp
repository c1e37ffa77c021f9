// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/escalationtext.h"

#include "ui/models/evidencerows.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {

using namespace rows;
using agents::EscalationEvidence;

struct Escalation {
    Q_DECLARE_TR_FUNCTIONS(Escalation)
};

EvidenceSection whatFailed(const EscalationEvidence& evidence)
{
    EvidenceSection made = section("failed", Escalation::tr("What failed"), false, true);
    if (!evidence.commit.empty()) // a working copy has none
        made.note = Escalation::tr("%1, %2").arg(text(evidence.branch), shortCommit(evidence.commit));
    if (!evidence.fault.empty())
        made.rows.append(field(Escalation::tr("Error"), text(evidence.fault)));
    if (!evidence.job.empty()) // nobody came to see which
        made.rows.append(field(Escalation::tr("Job"), text(evidence.job), true));
    if (!evidence.step.empty())
        made.rows.append(field(Escalation::tr("Command"), text(evidence.step), true,
                               evidence.exitCode ? Escalation::tr("exit %1").arg(*evidence.exitCode) : QString()));
    if (!evidence.failureClass.empty())
        made.rows.append(field(Escalation::tr("Class"), className(evidence.failureClass)));
    if (!evidence.author.empty())
        made.rows.append(field(Escalation::tr("Author"), text(evidence.author)));
    if (evidence.outage != 0) {
        QStringList runs;
        for (const auto& run : evidence.runs)
            runs.append(text(run));
        made.rows.append(field(Escalation::tr("Decides for"), runs.join(QStringLiteral(", ")), true,
                               Escalation::tr("and those that join")));
    }
    return made;
}

EvidenceSection rootCause(const EscalationEvidence& evidence)
{
    EvidenceSection made = section("cause", Escalation::tr("Root cause"), false, true);
    if (evidence.rootCause.empty()) {
        made.rows.append(sentence(Escalation::tr("No line of the log explains the failure.")));
        return made;
    }
    made.note = Escalation::tr("Confidence %1").arg(percent(evidence.confidence));
    for (const auto& line : evidence.rootCause) {
        EvidenceRow row;
        row.kind = EvidenceRow::Kind::Log;
        row.label = QString::number(line.line);
        row.value = text(line.text);
        row.strong = made.rows.isEmpty();
        made.rows.append(row);
    }
    return made;
}

QString whyNot(const std::string& verdict)
{
    if (verdict == "asks")
        return Escalation::tr("the policy asks a person");
    if (verdict == "never")
        return Escalation::tr("the policy forbids it");
    if (verdict == "suggest")
        return Escalation::tr("the pattern is only suggested");
    if (verdict == "off")
        return Escalation::tr("the pattern is off");
    if (verdict == "limit")
        return Escalation::tr("the limit is spent");
    return verdict == "allowed" ? Escalation::tr("not tried") : text(verdict);
}

/// Why it was not tried, and what speaks for it or against it.
QString whyNot(const agents::ConsideredFix& fix)
{
    const QString why = whyNot(fix.verdict);
    return fix.timesTried == 0
        ? why
        : Escalation::tr("%1, worked %2 of %n times before", nullptr, static_cast<int>(fix.timesTried))
              .arg(why)
              .arg(fix.timesWorked);
}

EvidenceSection whatWasTried(const EscalationEvidence& evidence)
{
    EvidenceSection made = section("tried", Escalation::tr("What was tried"), true, false);
    const auto failed = std::ranges::count(evidence.tried, "failed", &agents::TriedAttempt::outcome);
    if (!evidence.tried.empty())
        made.note = Escalation::tr("%1 of %2 failed").arg(failed).arg(evidence.tried.size());
    for (const auto& fix : evidence.tried) {
        if (fix.outcome == "offered") {
            made.rows.append(
                check(StatusRole::HeldForYou, fixName(fix.action), Escalation::tr("checked, offered for review")));
            continue;
        }
        const bool passed = fix.outcome == "passed";
        made.rows.append(check(passed ? StatusRole::Succeeded : StatusRole::Failed, fixName(fix.action),
                               passed ? Escalation::tr("attempt %1, passed").arg(fix.attempt)
                                      : Escalation::tr("attempt %1, still failing").arg(fix.attempt)));
    }
    if (!evidence.pullRequest.empty())
        made.rows.append(field(agents::isMergeRequest(evidence.pullRequest) ? Escalation::tr("Merge request")
                                                                            : Escalation::tr("Pull request"),
                               text(evidence.pullRequest), true));
    if (!evidence.issue.empty())
        made.rows.append(field(Escalation::tr("Issue"), text(evidence.issue), true));
    else if (!evidence.issueFault.empty())
        made.rows.append(field(Escalation::tr("No issue"), text(evidence.issueFault), false));
    for (const auto& fix : evidence.considered)
        if (fix.verdict != "tried")
            made.rows.append(check(StatusRole::Skipped, fixName(fix.action), whyNot(fix)));
    if (evidence.tried.empty())
        made.rows.prepend(sentence(Escalation::tr("Nothing was tried. %1").arg(escalationReason(evidence.reason))));
    return made;
}

QString choiceEffect(const std::string& choice)
{
    if (choice == "take_over")
        return Escalation::tr("You repair it. The run ends as escalated");
    if (choice == "look_again")
        return Escalation::tr("The run is looked at anew, once what keeps it from being seen is mended");
    return Escalation::tr("The fix runs once, then the job is verified");
}

EvidenceSection blastRadius(const gate::Approval& approval, const EscalationEvidence& evidence)
{
    EvidenceSection made = section("radius", Escalation::tr("Blast radius"), true, true);
    QStringList blocked;
    for (const auto& job : evidence.blocked)
        blocked.append(text(job));
    made.rows.append(field(Escalation::tr("Blocked"),
                           blocked.isEmpty() ? Escalation::tr("No other job") : blocked.join(QStringLiteral(", "))));
    for (const auto& choice : approval.request.choices)
        made.rows.append(field(approveLabel(choice), choiceEffect(choice)));
    made.rows.append(field(Escalation::tr("Reject"), Escalation::tr("Counts as not a failure, nothing runs")));
    made.rows.append(field(Escalation::tr("Hold"), Escalation::tr("Stays here, the clock runs on")));
    return made;
}

EvidenceSection checks(const EscalationEvidence& evidence)
{
    EvidenceSection made = section("checks", Escalation::tr("Checks"), true, true);
    if (!isOnServer(evidence.line)) // there its runner is nobody's business here
        made.rows.append(evidence.isolated
                             ? check(StatusRole::Succeeded, Escalation::tr("The job ran isolated"))
                             : check(StatusRole::OffBaseline, Escalation::tr("The job ran without isolation")));
    if (evidence.occurrences == 0)
        made.rows.append(check(StatusRole::Succeeded, Escalation::tr("Not seen before")));
    else
        made.rows.append(
            check(StatusRole::OffBaseline,
                  Escalation::tr("Seen %n times before", nullptr, static_cast<int>(evidence.occurrences))));
    if (evidence.transient == "yes")
        made.rows.append(check(StatusRole::OffBaseline, Escalation::tr("Transient, may pass when run again")));
    else if (evidence.transient == "no")
        made.rows.append(check(StatusRole::Succeeded, Escalation::tr("Not transient, a re-run changes nothing")));
    else
        made.rows.append(check(StatusRole::NoData, Escalation::tr("Not known whether it is transient")));
    return made;
}

/// The strongest reason against taking over, out of the evidence itself.
QString against(const EscalationEvidence& evidence)
{
    const auto open = std::ranges::find_if(evidence.considered, agents::isOnOffer);
    if (open != evidence.considered.end())
        return Escalation::tr("Strongest reason against: %1 has not been tried.").arg(fixName(open->action));
    if (evidence.transient == "yes")
        return Escalation::tr("Strongest reason against: it is transient and may pass when run again.");
    return Escalation::tr("No reason against is known.");
}

QString whyNoAdvice(const QString& note, const QString& detail)
{
    if (note == QLatin1String("budget"))
        return Escalation::tr("The month's budget for the model is spent. Rules go on alone.");
    if (note == QLatin1String("malformed"))
        return Escalation::tr("The model's answer is left out: it was not of the form that was asked for.");
    if (note == QLatin1String("silent"))
        return Escalation::tr("The model did not answer. Rules go on alone.");
    if (note == QLatin1String("resting"))
        return Escalation::tr("The model did not answer a moment ago, and was not asked again. Rules go on alone.");
    return Escalation::tr("The model could not be asked: %1").arg(detail);
}

/// A note beside the agent's own view: it recommends among the same choices, and decides nothing.
void addAdvice(const Json& advised, EvidenceSection& made)
{
    if (!advised.is_object())
        return;
    const auto said = [](const Json& json, const char* key) { return text(fieldOr<std::string>(json, key, {})); };
    const Json advice = fieldOr<Json>(advised, "advice", Json());
    if (!advice.is_object()) {
        made.rows.append(sentence(whyNoAdvice(said(advised, "note"), said(advised, "detail"))));
        return;
    }
    const auto sure = static_cast<int>(std::lround(100 * fieldOr<double>(advice, "confidence", 0)));
    made.rows.append(
        sentence(Escalation::tr("The model %1 recommends: %2. By its own word it is %3 % sure.")
                     .arg(said(advised, "model"), inSentence(choiceLabel(fieldOr<std::string>(advice, "choice", {}))),
                          QLocale().toString(sure)),
                 true));
    made.rows.append(sentence(said(advice, "why")));
    made.rows.append(sentence(Escalation::tr("Against it, by the model: %1").arg(said(advice, "against"))));
}

EvidenceSection agentView(const gate::Approval& approval, const EscalationEvidence& evidence)
{
    EvidenceSection made = section("agent", Escalation::tr("Agent view"), true, false);
    made.note = Escalation::tr("Shown last on purpose");
    const std::string first = approval.request.choices.empty() ? "take_over" : approval.request.choices.front();
    made.rows.append(sentence(Escalation::tr("Recommends: %1.").arg(inSentence(choiceLabel(first))), true));
    made.rows.append(sentence(QStringLiteral("%1 %2").arg(escalationReason(evidence.reason), against(evidence))));
    addAdvice(evidence.advice, made);
    return made;
}

} // namespace

QList<EvidenceSection> escalationSections(const gate::Approval& approval, const EscalationEvidence& evidence)
{
    return {whatFailed(evidence), rootCause(evidence),          whatWasTried(evidence), blastRadius(approval, evidence),
            checks(evidence),     agentView(approval, evidence)};
}

} // namespace signalbox::ui
