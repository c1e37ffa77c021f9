// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runtitle.h"

#include "ui/models/words.h"
#include "ui/runs/rundetailpage.h"

namespace signalbox::ui {

PageTitle titleOf(const host::RunDetail& detail)
{
    PageTitle title;
    const auto& run = detail.summary;
    title.title = subjectOf(run);
    title.task = agentTask(run.agent);
    title.status = statusOf(run);
    title.statusWords = runLabel(run, detail.maxAttempts);
    QStringList parts;
    if (run.rehearsal && run.origin)
        parts.append(RunDetailPage::tr("rehearsal of run %1").arg(run.origin->run.value));
    if (!run.branch.empty())
        parts.append(text(run.branch));
    if (!run.commit.empty())
        parts.append(shortCommit(run.commit));
    if (!isOnServer(run.line))
        parts.append(RunDetailPage::tr("local CI"));
    title.note = parts.join(QStringLiteral(", "));
    return title;
}

} // namespace signalbox::ui
