// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what a connection may do, as it was tried.
//
// Thread  any; words follow the translators installed on the application
// Source  COPY.md, mockups settings and add-repository
#pragma once

#include "core/host/connectionviews.h"
#include "ui/models/statusrole.h"

#include <QString>

#include <vector>

namespace signalbox::ui {

StatusRole statusOf(ci::RightState state);
/// What is tried for a connection of that kind, in order; nothing is known of it yet.
std::vector<ci::TriedRight> rightsToTry(host::ConnectionKind kind);
/// `known` in its place, of which the last one counts.
void take(std::vector<ci::TriedRight>& rights, const ci::TriedRight& known);

QString rightName(ci::Right right, const QString& server = {}); // "Reach github.com", "Reach the server"
QString rightResult(const ci::TriedRight& right, UtcTime now); // "HTTP 200 in 84 ms"
/// "Watching, healing"; of one that is missing what will not work: "Healing is off here".
QString rightUse(const ci::TriedRight& right);

/// What follows from the first right that does not work.
struct RightGap {
    ci::Right right = ci::Right::Reach;
    QString sentence; // "Signalbox cannot re-run failed jobs."; empty: all work, as far as they were tried
    QString rest;
    bool blocks = false; // without it there is nothing to watch
    bool lacks = false; // another token, or more rights for it, would mend it
};
RightGap gapIn(const std::vector<ci::TriedRight>& rights);
/// No run can be healed with it.
bool healsNothing(const std::vector<ci::TriedRight>& rights);

} // namespace signalbox::ui
