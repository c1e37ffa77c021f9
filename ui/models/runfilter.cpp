// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runfilter.h"

#include "ui/models/words.h"

#include <algorithm>

namespace signalbox::ui {

namespace {

const QStringList& knownKeys()
{
    static const QStringList keys{QStringLiteral("state"),   QStringLiteral("line"),  QStringLiteral("branch"),
                                  QStringLiteral("agent"),   QStringLiteral("step"),  QStringLiteral("class"),
                                  QStringLiteral("trigger"), QStringLiteral("commit")};
    return keys;
}

/// What a term of `key` is compared with, and whether a part of it is enough.
bool termMatches(const QString& key, const QStringList& wanted, const host::RunSummary& run)
{
    if (key == QLatin1String("state"))
        return equalsAny(wanted, stateKeys(run));
    if (key == QLatin1String("agent"))
        return equalsAny(wanted, {text(run.agent), agentName(run.agent)});
    if (key == QLatin1String("trigger"))
        return equalsAny(wanted, {text(run.trigger)});
    const QString value = key == QLatin1String("line") ? text(run.line)
        : key == QLatin1String("branch")               ? text(run.branch)
        : key == QLatin1String("step")                 ? text(run.step)
        : key == QLatin1String("class")                ? text(run.failureClass)
                                                       : text(run.commit);
    return containsAny(wanted, value);
}

bool freeWordsMatch(const QStringList& wanted, const host::RunSummary& run)
{
    const QString whole = QStringList{subjectOf(run),         text(run.branch), text(run.commit),   text(run.step),
                                      text(run.failureClass), rowLabel(run),    text(run.rootCause)}
                              .join(QLatin1Char('\n'));
    return containsAll(wanted, whole);
}

} // namespace

RunFilter parseRunFilter(const QString& line, UtcTime now)
{
    return parseFilterLine(line, knownKeys(), now);
}

bool matches(const RunFilter& filter, const host::RunSummary& run)
{
    if (filter.since && run.startedAt < *filter.since && (!run.finishedAt || *run.finishedAt < *filter.since))
        return false;
    return std::ranges::all_of(filter.terms, [&run](const auto& term) {
        return term.first.isEmpty() ? freeWordsMatch(term.second, run) : termMatches(term.first, term.second, run);
    });
}

QStringList stateKeys(const host::RunSummary& run)
{
    switch (statusOf(run)) {
    case StatusRole::Queued: return {QStringLiteral("queued")};
    case StatusRole::Running: return {QStringLiteral("in-progress"), QStringLiteral("running")};
    case StatusRole::Retrying:
        return {QStringLiteral("in-progress"), QStringLiteral("running"), QStringLiteral("retrying"),
                QStringLiteral("healing")};
    case StatusRole::HeldForYou: return {QStringLiteral("held"), QStringLiteral("waiting")};
    case StatusRole::Failed:
        return run.outcome == "escalated" ? QStringList{QStringLiteral("failed"), QStringLiteral("escalated")}
                                          : QStringList{QStringLiteral("failed")};
    case StatusRole::Cancelled: return {QStringLiteral("cancelled")};
    case StatusRole::Healed:
        return {QStringLiteral("succeeded"),
                run.outcome == "retried" ? QStringLiteral("retried") : QStringLiteral("healed")};
    default: return {QStringLiteral("succeeded")};
    }
}

} // namespace signalbox::ui
