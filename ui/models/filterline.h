// SPDX-License-Identifier: GPL-3.0-or-later
// A filter as one line of text: `state:failed line:search since:10:30 actor:"release manager"`, and free words.
// Terms of one key are alternatives, different keys must all match; a comma separates alternatives too.
#pragma once

#include "core/base/time.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace signalbox::ui {

struct FilterLine {
    std::map<QString, QStringList> terms; // by key; the empty key holds free words, all of which must be found
    QStringList notUnderstood; // terms with an unknown key or an unreadable time, as typed
    std::optional<UtcTime> since;

    bool isEmpty() const { return terms.empty() && !since; }
};

/// `now` gives since:10:30, since:30min and since:2h their meaning; these, since:2026-01-31 and since:2026-01-31T10:30
/// are of this machine's zone. Every filter knows `since`.
FilterLine parseFilterLine(const QString& line, const QStringList& keys, UtcTime now);

/// What to say beside a filter of which a part does not count; nothing where all does.
QString notUnderstoodWords(const FilterLine& filter);

/// `line` with its term of `key` replaced by `value`, or without it where `value` is empty.
QString withTerm(const QString& line, const QString& key, const QString& value);

bool equalsAny(const QStringList& wanted, const QStringList& values);
bool containsAny(const QStringList& wanted, const QString& value);
bool containsAll(const QStringList& wanted, const QString& value);

} // namespace signalbox::ui
