// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activity.h"

#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <map>

namespace signalbox::ui {

namespace {

struct ActivityText {
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

QString endWords(const host::RunSummary& run)
{
    if (run.state == host::RunState::Cancelled)
        return ActivityText::tr("Cancelled");
    if (run.state == host::RunState::Failed)
        return ActivityText::tr("The agent's run failed");
    if (run.outcome == "healed")
        return ActivityText::tr("Healed: %1").arg(fixName(run.fix));
    if (run.outcome == "retried")
        return ActivityText::tr("Retry passed, recorded as flaky test");
    if (run.outcome == "escalated")
        return ActivityText::tr("Escalated, left to people");
    if (run.outcome == "dismissed")
        return ActivityText::tr("Rejected as not a failure");
    if (run.outcome == "waits")
        return ActivityText::tr("Waits for a person there, nothing to heal");
    if (run.outcome == "cancelled")
        return ActivityText::tr("The pipeline was cancelled");
    return run.outcome == "green" ? ActivityText::tr("Passed, nothing to heal") : runLabel(run);
}

Activity endOf(const host::RunSummary& run)
{
    Activity end{.at = *run.finishedAt,
                 .agent = agentName(run.agent),
                 .subject = subjectOf(run),
                 .words = endWords(run),
                 .role = {},
                 .run = run.id,
                 .approval = {}};
    if (run.state == host::RunState::Failed)
        end.role = StatusRole::Failed;
    return end;
}

/// What an agent's record tells here; nothing for an act that has ended, whose result tells it.
std::optional<Activity> actOf(const record::AuditRecord& record, const AuditSpeaker& speaker)
{
    const AuditWords words = speaker.say(record);
    if (words.who != AuditWords::Who::Agent || (words.begun && speaker.hasEnded(record)))
        return std::nullopt;
    Activity act{.at = record.entry.at,
                 .agent = words.actor,
                 .subject = words.subject,
                 .words = words.action,
                 .role = {},
                 .run = words.run,
                 .approval = words.approval};
    if (words.begun)
        act.role = StatusRole::Running;
    else if (words.failed)
        act.role = StatusRole::Failed;
    return act;
}

} // namespace

std::vector<Activity> activities(const std::vector<record::AuditRecord>& records,
                                 const std::vector<host::RunSummary>& runs, std::size_t limit)
{
    std::map<RunId, const host::RunSummary*> byId;
    for (const auto& run : runs)
        byId.emplace(run.id, &run);
    AuditSpeaker speaker([&](RunId run) {
        const auto found = byId.find(run);
        return found == byId.end() ? QString() : subjectOf(*found->second);
    });
    for (const auto& record : records)
        speaker.learn(record);

    std::vector<Activity> all;
    for (const auto& record : records) {
        auto act = actOf(record, speaker);
        if (!act)
            continue;
        const auto run = byId.find(act->run.value_or(RunId()));
        if (act->role == StatusRole::Running && run != byId.end() && host::isTerminal(run->second->state))
            act->role = {}; // cut off, and done by a later one
        all.push_back(*std::move(act));
    }
    for (const auto& run : runs) {
        if (run.finishedAt && !run.rehearsal)
            all.push_back(endOf(run));
    }
    std::ranges::stable_sort(all, std::greater{}, &Activity::at);
    if (all.size() > limit)
        all.resize(limit);
    return all;
}

} // namespace signalbox::ui
