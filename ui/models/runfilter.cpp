// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runfilter.h"

#include "ui/models/words.h"

#include <QDateTime>
#include <QRegularExpression>

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

QStringList words(const QString& line)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    return line.split(space, Qt::SkipEmptyParts);
}

/// "30min", "2h", "7d" before `now`, or the last "10:30".
std::optional<UtcTime> sinceTime(const QString& value, UtcTime now)
{
    static const QRegularExpression ago(QStringLiteral("^(\\d{1,4})(min|m|h|d)$"));
    if (const auto match = ago.match(value); match.hasMatch()) {
        const std::int64_t minutes = match.captured(1).toLongLong()
            * (match.captured(2) == QLatin1String("h")       ? 60
                   : match.captured(2) == QLatin1String("d") ? 60 * 24
                                                             : 1);
        return now - std::chrono::minutes(minutes);
    }
    const QTime time = QTime::fromString(value, QStringLiteral("H:mm"));
    if (!time.isValid())
        return std::nullopt;
    QDateTime at = QDateTime::fromMSecsSinceEpoch(toUnixMs(now));
    at.setTime(time);
    if (at.toMSecsSinceEpoch() > toUnixMs(now))
        at = at.addDays(-1);
    return fromUnixMs(at.toMSecsSinceEpoch());
}

bool equalsAny(const QStringList& wanted, const QStringList& values)
{
    return std::ranges::any_of(wanted, [&](const QString& want) { return values.contains(want, Qt::CaseInsensitive); });
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
    return std::ranges::any_of(wanted, [&](const QString& want) { return value.contains(want, Qt::CaseInsensitive); });
}

bool freeWordsMatch(const QStringList& wanted, const host::RunSummary& run)
{
    const QString whole = QStringList{subjectOf(run),         text(run.branch), text(run.commit),   text(run.step),
                                      text(run.failureClass), runLabel(run),    text(run.rootCause)}
                              .join(QLatin1Char('\n'));
    return std::ranges::all_of(wanted, [&](const QString& want) { return whole.contains(want, Qt::CaseInsensitive); });
}

} // namespace

RunFilter parseRunFilter(const QString& line, UtcTime now)
{
    RunFilter filter;
    for (const QString& word : words(line)) {
        const qsizetype colon = word.indexOf(QLatin1Char(':'));
        const QString key = word.left(std::max<qsizetype>(colon, 0)).toLower();
        const QString value = word.mid(colon + 1);
        if (colon < 0) {
            filter.terms[QString()].append(word);
        } else if (key == QLatin1String("since")) {
            const auto since = sinceTime(value, now);
            if (since)
                filter.since = since;
            else
                filter.notUnderstood.append(word);
        } else if (knownKeys().contains(key) && !value.isEmpty()) {
            filter.terms[key].append(value.split(QLatin1Char(','), Qt::SkipEmptyParts));
        } else if (!value.isEmpty()) {
            filter.notUnderstood.append(word);
        }
    }
    return filter;
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

QString withTerm(const QString& line, const QString& key, const QString& value)
{
    QStringList kept;
    for (const QString& word : words(line)) {
        if (!word.startsWith(key + QLatin1Char(':'), Qt::CaseInsensitive))
            kept.append(word);
    }
    if (!value.isEmpty())
        kept.append(key + QLatin1Char(':') + value);
    return kept.join(QLatin1Char(' '));
}

} // namespace signalbox::ui
