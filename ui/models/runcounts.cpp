// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runcounts.h"

#include "ui/models/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace signalbox::ui {

namespace {

struct Runs {
    Q_DECLARE_TR_FUNCTIONS(Runs)
};

void count(RunCounts& counts, const host::RunSummary& run)
{
    ++counts.all;
    switch (statusOf(run)) {
    case StatusRole::Retrying: ++counts.healing; [[fallthrough]];
    case StatusRole::Running: ++counts.inProgress; break;
    case StatusRole::Queued: ++counts.queued; break;
    case StatusRole::HeldForYou: ++counts.held; break;
    case StatusRole::Failed: ++counts.failed; break;
    case StatusRole::Healed: ++(run.outcome == "retried" ? counts.retried : counts.healed); break;
    default: break;
    }
}

} // namespace

RunCounts countRuns(const std::vector<host::RunSummary>& runs)
{
    RunCounts counts;
    for (const auto& run : runs) {
        if (!run.rehearsal)
            count(counts, run);
    }
    return counts;
}

PageSentence runsSentence(const RunCounts& counts)
{
    PageSentence sentence;
    if (counts.all == 0)
        sentence.answer = Runs::tr("No runs yet.");
    else if (counts.inProgress == 0)
        sentence.answer = Runs::tr("No runs in progress.");
    else if (counts.healing == 0)
        sentence.answer = counts.inProgress == 1 ? Runs::tr("1 run in progress.")
                                                 : Runs::tr("%1 runs in progress.").arg(counts.inProgress);
    else
        sentence.answer = counts.inProgress == 1
            ? Runs::tr("1 run in progress, healing.")
            : Runs::tr("%1 runs in progress, %2 healing.").arg(counts.inProgress).arg(counts.healing);

    QStringList rest;
    if (counts.held > 0)
        rest << Runs::tr("%1 held for you.").arg(counts.held);
    if (counts.failed > 0)
        rest << Runs::tr("%1 failed.").arg(counts.failed);
    if (counts.healed > 0)
        rest << Runs::tr("%1 healed.").arg(counts.healed);
    if (counts.retried > 0)
        rest << Runs::tr("%1 passed on a retry.").arg(counts.retried);
    if (counts.queued > 0)
        rest << Runs::tr("%1 queued.").arg(counts.queued);
    sentence.rest = rest.join(QLatin1Char(' '));
    return sentence;
}

} // namespace signalbox::ui
