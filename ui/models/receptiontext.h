// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the webhooks that the console receives: how they stand, its row, its routes, and what is wrong.
//
// Thread  any; words follow the translators installed on the application
// Source  COPY.md
#pragma once

#include "ui/models/connectiontext.h"

namespace signalbox::ui {

constexpr QLatin1String kReceptionRow("webhooks"); // its id

ConnectionStanding standingOf(const host::ReceptionView& reception);
ListRow receptionRow(const host::ReceptionView& reception, UtcTime now); // among the connections
QList<ListRow> routeRows(const host::ReceptionView& reception, UtcTime now);
/// What keeps deliveries away, and what to do; empty: nothing.
std::pair<QString, QString> receptionGap(const host::ReceptionView& reception);
bool needsPerson(const host::ReceptionView& reception);

} // namespace signalbox::ui
