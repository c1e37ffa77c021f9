// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timewords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <optional>

namespace signalbox::ui {

namespace {

struct TimeWords {
    Q_DECLARE_TR_FUNCTIONS(TimeWords)
};

constexpr QChar kGap{0x202F}; // narrow no-break space
constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kDay = 24 * kHour;

/// One for the process, as the default of QLocale is: a window tells no two times in two zones.
Zone& zone()
{
    static Zone zone = Zone::Workspace;
    return zone;
}

/// Not valid: it is this computer's.
QTimeZone& workspaceZone()
{
    static QTimeZone zone;
    return zone;
}

bool isElsewhere()
{
    return workspaceZone().isValid() && workspaceZone().id() != QTimeZone::systemTimeZoneId();
}

QDateTime timeIn(Zone where, UtcTime at)
{
    if (where == Zone::Workspace && isElsewhere())
        return QDateTime::fromMSecsSinceEpoch(toUnixMs(at), workspaceZone());
    return QDateTime::fromMSecsSinceEpoch(toUnixMs(at), where == Zone::Utc ? Qt::UTC : Qt::LocalTime);
}

/// An offset from UTC and the quarter of an hour that it is known for: zones change theirs on one.
struct KnownOffset {
    std::optional<std::int64_t> quarter;
    std::int64_t seconds = 0;
};

KnownOffset& knownOffset()
{
    static KnownOffset known;
    return known;
}

/// Seconds east of UTC. Tables ask it for each of their rows, mostly for the same quarter of an hour.
std::int64_t offsetOf(UtcTime at)
{
    constexpr std::int64_t kQuarter_ms = 15 * 60 * 1000;
    KnownOffset& known = knownOffset();
    if (const std::int64_t quarter = toUnixMs(at) / kQuarter_ms; known.quarter != quarter)
        known = {quarter, inZone(at).offsetFromUtc()};
    return known.seconds;
}

std::int64_t wholeSeconds(Milliseconds span)
{
    return std::max<std::int64_t>(span.count() / 1000, 0);
}

QString twoDigits(std::int64_t value)
{
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

} // namespace

void tellTimesIn(Zone told)
{
    zone() = told;
    knownOffset() = {};
}

void setWorkspaceZone(const QByteArray& name)
{
    workspaceZone() = name.isEmpty() ? QTimeZone() : QTimeZone(name);
    knownOffset() = {};
}

Zone nextZone()
{
    switch (zone()) {
    case Zone::Workspace: return Zone::Utc;
    case Zone::Utc: return isElsewhere() ? Zone::Local : Zone::Workspace;
    case Zone::Local: break;
    }
    return isElsewhere() ? Zone::Workspace : Zone::Utc;
}

QString zoneName()
{
    if (zone() == Zone::Utc)
        return QStringLiteral("UTC");
    return QString::fromLatin1(zone() == Zone::Workspace && isElsewhere() ? workspaceZone().id()
                                                                          : QTimeZone::systemTimeZoneId());
}

Zone toldZone()
{
    return zone();
}

Zone zoneNamed(const QString& name)
{
    if (name == QStringLiteral("utc"))
        return Zone::Utc;
    return name == QStringLiteral("local") ? Zone::Local : Zone::Workspace;
}

QString nameOf(Zone zone)
{
    switch (zone) {
    case Zone::Utc: return QStringLiteral("utc");
    case Zone::Local: return QStringLiteral("local");
    case Zone::Workspace: break;
    }
    return QStringLiteral("workspace");
}

QDateTime inZone(UtcTime at)
{
    return timeIn(zone(), at);
}

QString duration(Milliseconds span)
{
    const std::int64_t seconds = wholeSeconds(span);
    const QString tail = twoDigits(seconds % kMinute);
    if (seconds < kHour)
        return QStringLiteral("%1:%2").arg(seconds / kMinute).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(seconds / kHour).arg(twoDigits(seconds % kHour / kMinute), tail);
}

QString stepDuration(Milliseconds span)
{
    if (span >= Milliseconds(10'000))
        return duration(span);
    if (span < Milliseconds(100))
        return TimeWords::tr("%1%2ms").arg(QLocale().toString(static_cast<qlonglong>(span.count()))).arg(kGap);
    return TimeWords::tr("%1%2s").arg(QLocale().toString(toSeconds(span), 'f', 1)).arg(kGap);
}

QString percent(double share)
{
    return TimeWords::tr("%1%2%").arg(QLocale().toString(qRound(share * 100))).arg(kGap);
}

QString clockTime(UtcTime at)
{
    const std::int64_t seconds = toUnixMs(at) / 1000 + offsetOf(at);
    const std::int64_t ofDay = ((seconds % kDay) + kDay) % kDay;
    const std::array<std::int64_t, 3> parts{ofDay / kHour, ofDay % kHour / kMinute, ofDay % kMinute};
    QString words(8, QLatin1Char(':'));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        words[static_cast<qsizetype>(3 * i)] = QLatin1Char(static_cast<char>('0' + parts[i] / 10));
        words[static_cast<qsizetype>(3 * i + 1)] = QLatin1Char(static_cast<char>('0' + parts[i] % 10));
    }
    return words;
}

QString shortTime(UtcTime at)
{
    return inZone(at).toString(QStringLiteral("HH:mm"));
}

QString shortDay(UtcTime at)
{
    return QLocale().toString(inZone(at).date(), TimeWords::tr("d MMM", "a format of QLocale"));
}

QString dayTime(UtcTime at, UtcTime now)
{
    if (inZone(at).date() == inZone(now).date())
        return shortTime(at);
    return QStringLiteral("%1 %2").arg(shortDay(at), shortTime(at));
}

QString dayName(UtcTime at)
{
    return QLocale().toString(inZone(at).date(), TimeWords::tr("ddd d MMM", "a format of QLocale"));
}

QString wholeTime(UtcTime at)
{
    const QDateTime time = inZone(at);
    return TimeWords::tr("%1, %2 %3")
        .arg(QLocale().toString(time.date(), TimeWords::tr("d MMM yyyy", "a format of QLocale")), clockTime(at),
             time.timeZoneAbbreviation());
}

QString everyZone(UtcTime at)
{
    const QString pattern = QStringLiteral("yyyy-MM-dd HH:mm:ss t");
    QStringList lines;
    if (isElsewhere())
        lines << timeIn(Zone::Workspace, at).toString(pattern);
    lines << timeIn(Zone::Local, at).toString(pattern) << timeIn(Zone::Utc, at).toString(pattern);
    return lines.join(u'\n');
}

QString age(UtcTime then, UtcTime now)
{
    const std::int64_t seconds = wholeSeconds(now - then);
    if (seconds < kMinute)
        return TimeWords::tr("%1%2s").arg(seconds).arg(kGap);
    if (seconds < kHour)
        return TimeWords::tr("%1%2min").arg(seconds / kMinute).arg(kGap);
    if (inZone(then).date() == inZone(now).date())
        return shortTime(then);
    return shortDay(then);
}

QString timeLeft(UtcTime deadline, UtcTime now)
{
    const std::int64_t seconds = wholeSeconds(deadline - now);
    if (seconds < kHour)
        return duration(Milliseconds(seconds * 1000));
    return TimeWords::tr("%1%3h %2%3min").arg(seconds / kHour).arg(seconds % kHour / kMinute).arg(kGap);
}

} // namespace signalbox::ui
