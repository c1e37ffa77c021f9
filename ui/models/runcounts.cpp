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
        sentence.answer = Runs::tr("%n runs in progress.", nullptr, counts.inProgress);
    else
        sentence.answer = Runs::tr("%n runs in progress, %1 healing.", nullptr, counts.inProgress).arg(counts.healing);

    QStringList rest;
    if (counts.held > 0)
        rest << Runs::tr("%n held for you.", nullptr, counts.held);
    if (counts.failed > 0)
        rest << Runs::tr("%n failed.", nullptr, counts.failed);
    if (counts.healed > 0)
        rest << Runs::tr("%n healed.", nullptr, counts.healed);
    if (counts.retried > 0)
        rest << Runs::tr("%n passed on a retry.", nullptr, counts.retried);
    if (counts.queued > 0)
        rest << Runs::tr("%n queued.", nullptr, counts.queued);
    sentence.rest = rest.join(QLatin1Char(' '));
    return sentence;
}

QString shownWords(const ShownRuns& runs)
{
    if (!runs.shown)
        return runs.hasMore ? Runs::tr("%n runs, more below", nullptr, runs.lookedAt)
                            : Runs::tr("%n runs", nullptr, runs.lookedAt);
    const QString shown = Runs::tr("%1 of %2").arg(*runs.shown).arg(runs.lookedAt);
    if (runs.isLooking)
        return Runs::tr("%1, looking on").arg(shown);
    return runs.hasMore ? Runs::tr("%1, more below").arg(shown) : shown;
}

} // namespace signalbox::ui
