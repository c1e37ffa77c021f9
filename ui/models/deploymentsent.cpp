// SPDX-License-Identifier: GPL-3.0-or-later
// The part of deploymenttext.h that tells what became of a decision there.
#include "core/agents/sentdecision.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/evidencerows.h"
#include "ui/models/gatewords.h"
#include "ui/models/gonewords.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

namespace {

using namespace rows;
struct Deployment {
    Q_DECLARE_TR_FUNCTIONS(Deployment)
};

/// Why a decision stayed here, short.
QString neverSent(const std::string& outcome)
{
    if (outcome == "rejected_there")
        return Deployment::tr("rejected there");
    if (outcome == "approved_there")
        return Deployment::tr("approved there");
    return outcome == "gone" || outcome == "superseded" ? Deployment::tr("too late") : Deployment::tr("not sent");
}

/// Why nothing waits there any more; empty where that is not told, or somebody has decided.
QString endedThere(const gate::Approval& approval, const QString& provider, const host::RunSummary& run)
{
    const bool isUndecided
        = approval.state == gate::ApprovalState::Superseded || approval.state == gate::ApprovalState::Void;
    return isUndecided && !run.rootCause.empty() ? Deployment::tr("On %1: %2.").arg(provider, goneWords(run.rootCause))
                                                 : QString();
}

} // namespace

SentText sentText(const gate::Approval& approval, const std::vector<gate::Approval>& all, const host::RunSummary& run)
{
    const bool hasFailed = run.state == host::RunState::Failed || run.state == host::RunState::Cancelled;
    const auto sent = agents::sentDecision(approval, all, {run.outcome, hasFailed, run.failure, run.rootCause});
    const QString provider = gateProvider(approval.request.evidence);
    if (!sent)
        return {endedThere(approval, provider, run)};
    const QString why = text(sent->why);
    if (sent->needed > 0)
        return {Deployment::tr("%1 has taken it. It is approved here, and had %2 of %3 approvals there then.")
                    .arg(provider)
                    .arg(sent->given)
                    .arg(sent->needed)};
    if (!sent->besides.empty() || !sent->apps.empty())
        return {Deployment::tr("%1 has taken it. It goes on once the others have decided: %2.")
                    .arg(provider, othersBesides(approval.request.evidence))};
    switch (sent->sending) {
    case agents::Sending::Waits:
        return {.words = Deployment::tr("%1 has not taken it yet.").arg(provider),
                .note = Deployment::tr("not taken yet")};
    case agents::Sending::Taken: return {Deployment::tr("%1 has taken it.").arg(provider)};
    case agents::Sending::Refused:
        return {why.isEmpty() ? Deployment::tr("%1 refused it, a person is asked again.").arg(provider)
                              : Deployment::tr("%1 refused it, a person is asked again: %2").arg(provider, why),
                false, true, Deployment::tr("refused there")};
    case agents::Sending::NotStarted:
        return {Deployment::tr("%1 has taken it, but has not started the job: %2").arg(provider, why), true, false,
                Deployment::tr("not started")};
    case agents::Sending::Failed: break;
    }
    return {why.isEmpty() ? Deployment::tr("%1 did not get it.").arg(provider)
                          : Deployment::tr("%1 did not get it: %2").arg(provider, why),
            false, true, neverSent(run.outcome)};
}

void markUnsent(QList<EvidenceSection>& sections, const gate::Request& request, const SentText& sent)
{
    const auto what = std::ranges::find(sections, QStringLiteral("sent"), &EvidenceSection::key);
    if (sent.arrived || what == sections.end())
        return;
    what->title = Deployment::tr("What %1 was to get").arg(gateProvider(request.evidence));
    what->rows.prepend(check(StatusRole::Failed, sent.words));
}

} // namespace signalbox::ui
