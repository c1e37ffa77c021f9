// SPDX-License-Identifier: GPL-3.0-or-later
// Durations, ages and shares as a person reads them. A number, a narrow no-break space, then the unit.
//
// Thread  any; tellTimesIn() and setWorkspaceZone() GUI, and nothing tells a time meanwhile
// Source  COPY.md, DESIGN.md 9
#pragma once

#include "core/base/time.h"

#include <QDateTime>
#include <QString>

namespace signalbox::ui {

enum class Zone : std::uint8_t { Workspace, Utc, Local };

/// From now on; what shows a time has to be told: Page::restate().
void tellTimesIn(Zone zone);
void setWorkspaceZone(const QByteArray& name); // "Europe/Berlin"; empty, or no zone: this computer's
Zone toldZone();
Zone zoneNamed(const QString& name); // "workspace", "utc", "local", as it is kept
QString nameOf(Zone zone);
Zone nextZone(); // after the told one: workspace, UTC, this computer's, where that is another one
QString zoneName(); // "Europe/Berlin", of the told one
QDateTime inZone(UtcTime at); // the zone that times are told in

QString duration(Milliseconds span); // "4:37", "1:02:05"
QString stepDuration(Milliseconds span); // "0.8 s" below ten seconds, else as duration()
QString percent(double share); // "91 %"
QString clockTime(UtcTime at); // "14:24:22", in the told zone
QString shortTime(UtcTime at); // "14:24"
QString dayTime(UtcTime at, UtcTime now); // "14:24", "12 Mar 14:24" where that is not today
QString shortDay(UtcTime at); // "12 Mar"
QString dayName(UtcTime at); // "Tue 12 Mar"
QString wholeTime(UtcTime at); // "12 Mar 2026, 14:24:22 UTC", in the told zone
QString everyZone(UtcTime at); // for a tool tip: in each, a line for each

/// "24 min" below an hour; then the time of day, then the date.
QString age(UtcTime then, UtcTime now);
/// "18:24" until `deadline`, "23 h 59 min" when far; "0:00" when it has passed.
QString timeLeft(UtcTime deadline, UtcTime now);

} // namespace signalbox::ui
