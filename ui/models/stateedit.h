// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a run as a person edits it before a fork, checked as it is typed.
//
// Thread  any; pure
// Source  RFC 7386 (JSON Merge Patch), in which null removes
#pragma once

#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <QString>
#include <QStringList>

namespace signalbox::ui {

struct StateEdit {
    QString fault; // one sentence; empty: it can be forked
    int line = 0; // of the fault; 0: of no line
    Json patch = Json::object(); // that makes the edited state of `before`
    QStringList changed; // channels, sorted; those removed and new included
    QStringList fresh; // of these: the run has never had them
};

/// `before` is the state as it was, an object; `text` what the person has made of it. A channel keeps its kind of
/// value.
StateEdit readEdit(const Json& before, const QString& text);

/// The state as a text to edit.
QString editableState(const Json& state);

} // namespace signalbox::ui
