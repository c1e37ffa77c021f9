// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statediff.h"

#include "core/base/jsondiff.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace signalbox::ui {

namespace {

DiffRow rowOf(const JsonDifference& difference)
{
    DiffRow row;
    row.path = text(difference.path);
    if (difference.before)
        row.fullBefore = readableValue(*difference.before);
    if (difference.after)
        row.fullAfter = readableValue(*difference.after);
    row.before = shownValue(row.fullBefore);
    row.after = shownValue(row.fullAfter);
    row.change = !difference.before ? Change::Added : !difference.after ? Change::Removed : Change::Changed;
    return row;
}

} // namespace

QString readableValue(const Json& value)
{
    if (!value.is_string())
        return text(dumpJson(value));
    const auto& words = value.get_ref<const std::string&>();
    return words.empty() ? QStringLiteral("\"\"") : text(words);
}

QString shownValue(const QString& full)
{
    const qsizetype lineEnd = full.indexOf(u'\n');
    const qsizetype end = std::min<qsizetype>(lineEnd < 0 ? full.size() : lineEnd, kShownCharacters);
    return end == full.size() ? full : full.left(end) + u'\u2026';
}

StateDiff diffStates(const Json& before, const Json& after)
{
    static const Json nothing = Json::object();
    const Json& old = before.is_object() ? before : nothing;
    const Json& now = after.is_object() ? after : nothing;
    std::set<std::string> keys;
    for (const auto& [key, value] : old.items())
        keys.insert(key);
    for (const auto& [key, value] : now.items())
        keys.insert(key);

    StateDiff diff;
    diff.keys = static_cast<int>(keys.size());
    for (const auto& key : keys) {
        const Json* was = old.contains(key) ? &old[key] : nullptr;
        const Json* is = now.contains(key) ? &now[key] : nullptr;
        const auto found = differences(was, is, key);
        for (const JsonDifference& difference : found)
            diff.changed.push_back(rowOf(difference));
        diff.keysChanged += found.empty() ? 0 : 1;
        if (!found.empty())
            continue;
        diff.same.push_back(rowOf({key, was, is}));
        diff.same.back().change = Change::Same;
    }
    return diff;
}

} // namespace signalbox::ui
