// SPDX-License-Identifier: GPL-3.0-or-later
// Short words for the rows and sections of evidence.
//
// Thread  any: values
#pragma once

#include "ui/models/evidencetext.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

namespace signalbox::ui::rows {

inline EvidenceRow field(const QString& label, const QString& value, bool mono = false, const QString& right = {})
{
    EvidenceRow row;
    row.label = label;
    row.value = value;
    row.right = right;
    row.mono = mono;
    return row;
}

inline EvidenceRow check(StatusRole role, const QString& value, const QString& right = {})
{
    EvidenceRow row;
    row.kind = EvidenceRow::Kind::Check;
    row.role = role;
    row.value = value;
    row.right = right;
    return row;
}

inline EvidenceRow sentence(const QString& words, bool strong = false)
{
    EvidenceRow row;
    row.kind = EvidenceRow::Kind::Text;
    row.value = words;
    row.strong = strong;
    return row;
}

inline EvidenceRow logLine(const QString& label, const QString& value, bool strong = false)
{
    EvidenceRow row;
    row.kind = EvidenceRow::Kind::Log;
    row.label = label;
    row.value = value;
    row.strong = strong;
    return row;
}

inline EvidenceSection section(const char* key, const QString& title, bool aside, bool needed)
{
    EvidenceSection made;
    made.key = QString::fromLatin1(key);
    made.title = title;
    made.aside = aside;
    made.needed = needed;
    return made;
}

inline QString textOf(const Json& json, std::string_view key)
{
    return text(fieldOr<std::string>(json, key, {}));
}

inline int numberOf(const Json& json, std::string_view key)
{
    return static_cast<int>(fieldOr<std::int64_t>(json, key, 0));
}

inline Json inside(const Json& json, std::string_view key)
{
    return fieldOr<Json>(json, key, Json::object());
}

} // namespace signalbox::ui::rows
