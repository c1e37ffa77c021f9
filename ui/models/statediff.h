// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two states of a run: objects by key, arrays by element.
//
// Thread  any; pure
#pragma once

#include "core/base/json.h"

#include <QList>
#include <QString>

namespace signalbox::ui {

enum class Change : std::uint8_t { Same, Changed, Added, Removed };

struct DiffRow {
    QString path; // "fixes_tried[1]"
    Change change = Change::Same;
    QString before; // one line, cut for display
    QString after;
    QString fullBefore; // the whole text
    QString fullAfter;
};

struct StateDiff {
    QList<DiffRow> changed; // in order of the keys; changed, added and removed
    QList<DiffRow> same;
    int keys = 0; // of either state, at the top
    int keysChanged = 0;
};

StateDiff diffStates(const Json& before, const Json& after);

/// A value as a person reads it: text without quotes, lists and objects as JSON.
QString readableValue(const Json& value);

/// One line of at most kShownCharacters, cut with an ellipsis.
QString shownValue(const QString& full);

inline constexpr int kShownCharacters = 120;

} // namespace signalbox::ui
