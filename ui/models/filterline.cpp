// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filterline.h"

#include "ui/models/timewords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace signalbox::ui {

namespace {

/// As typed: what stands in quotation marks holds together. The last mark may still be missing.
QStringList words(const QString& line)
{
    static const QRegularExpression word(QStringLiteral("(?:[^\\s\"]|\"[^\"]*(?:\"|$))+"));
    QStringList found;
    for (auto match = word.globalMatch(line); match.hasNext();)
        found.append(match.next().captured());
    return found;
}

/// "30min", "2h", "7d" before `now`, the last "10:30", or "2026-01-31" and "2026-01-31T10:30".
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
    QDateTime at = inZone(now);
    if (const QDateTime day = QDateTime::fromString(value, Qt::ISODate); day.isValid()) {
        at.setDate(day.date());
        at.setTime(day.time());
        return fromUnixMs(at.toMSecsSinceEpoch());
    }
    const QTime time = QTime::fromString(value, QStringLiteral("H:mm"));
    if (!time.isValid())
        return std::nullopt;
    at.setTime(time);
    if (at.toMSecsSinceEpoch() > toUnixMs(now))
        at = at.addDays(-1);
    return fromUnixMs(at.toMSecsSinceEpoch());
}

} // namespace

FilterLine parseFilterLine(const QString& line, const QStringList& keys, UtcTime now)
{
    FilterLine filter;
    for (QString word : words(line)) {
        word.remove(QLatin1Char('"'));
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
        } else if (keys.contains(key) && !value.isEmpty()) {
            filter.terms[key].append(value.split(QLatin1Char(','), Qt::SkipEmptyParts));
        } else if (!value.isEmpty()) {
            filter.notUnderstood.append(word);
        }
    }
    return filter;
}

QString notUnderstoodWords(const FilterLine& filter)
{
    return filter.notUnderstood.isEmpty() ? QString()
                                          : QCoreApplication::translate("FilterLine", "Not understood: %1.")
                                                .arg(filter.notUnderstood.join(QStringLiteral(", ")));
}

QString withTerm(const QString& line, const QString& key, const QString& value)
{
    QStringList kept;
    for (const QString& word : words(line)) {
        if (!word.startsWith(key + QLatin1Char(':'), Qt::CaseInsensitive))
            kept.append(word);
    }
    if (!value.isEmpty())
        kept.append(
            (value.contains(QLatin1Char(' ')) ? QStringLiteral("%1:\"%2\"") : QStringLiteral("%1:%2")).arg(key, value));
    return kept.join(QLatin1Char(' '));
}

bool equalsAny(const QStringList& wanted, const QStringList& values)
{
    return std::ranges::any_of(wanted, [&](const QString& want) { return values.contains(want, Qt::CaseInsensitive); });
}

bool containsAny(const QStringList& wanted, const QString& value)
{
    return std::ranges::any_of(wanted, [&](const QString& want) { return value.contains(want, Qt::CaseInsensitive); });
}

bool containsAll(const QStringList& wanted, const QString& value)
{
    return std::ranges::all_of(wanted, [&](const QString& want) { return value.contains(want, Qt::CaseInsensitive); });
}

} // namespace signalbox::ui
