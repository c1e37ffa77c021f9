// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a policy that can be edited, in the reader's words and units; and those that cannot, as sentences.
//
// Thread  any; words follow the translators installed on the application
// Source  resources/schemas/signalbox.schema.json
#pragma once

#include "core/base/policyrules.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace signalbox::ui {

struct PolicyChoice {
    QString label;
    QString stored;
};

struct PolicyValue {
    QString key; // below policy: "retries_per_run", "autonomy.retry"
    QString label;
    QString shown; // as it is in force, in the unit that the label names
    std::vector<PolicyChoice> choices; // empty: it is typed
    bool startsGroup = false;
    QString group; // of a value that starts one
};

/// Of rules as PolicyView has them, with every class.
std::vector<PolicyValue> policyValues(const PolicyRules& rules);
/// What is written to the file for what was typed; empty: it is not understood.
QString storedValue(const QString& key, const QString& typed);
QString freezeWords(const FreezeWindow& freeze); // "24 Dec 18:00 to 2 Jan 07:00, override by 2"

} // namespace signalbox::ui
