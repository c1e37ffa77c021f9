// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statediff.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace signalbox::ui {

namespace {

class Comparison {
public:
    explicit Comparison(QList<DiffRow>& rows) : m_rows(rows) { }

    void compare(const QString& path, const Json* before, const Json* after)
    {
        if (before && after && *before == *after)
            return;
        if (before && after && before->is_object() && after->is_object())
            return compareObjects(path, *before, *after);
        if (listLike(before) && listLike(after) && (isList(before) || isList(after)))
            return compareLists(path, before, after);
        add(path, before, after);
    }

    void add(const QString& path, const Json* before, const Json* after)
    {
        DiffRow row;
        row.path = path;
        if (before)
            row.fullBefore = readableValue(*before);
        if (after)
            row.fullAfter = readableValue(*after);
        row.before = shownValue(row.fullBefore);
        row.after = shownValue(row.fullAfter);
        const bool same = before && after && *before == *after;
        row.change = same ? Change::Same : !before ? Change::Added : !after ? Change::Removed : Change::Changed;
        m_rows.push_back(std::move(row));
    }

private:
    static bool isList(const Json* value) { return value && value->is_array() && !value->empty(); }
    /// A list, or its absence: new and vanished lists are told element by element, too.
    static bool listLike(const Json* value) { return !value || value->is_array(); }

    void compareObjects(const QString& path, const Json& before, const Json& after)
    {
        std::set<std::string> keys;
        for (const auto& [key, value] : before.items())
            keys.insert(key);
        for (const auto& [key, value] : after.items())
            keys.insert(key);
        for (const auto& key : keys) {
            const Json* old = before.contains(key) ? &before[key] : nullptr;
            const Json* now = after.contains(key) ? &after[key] : nullptr;
            compare(path + u'.' + QString::fromStdString(key), old, now);
        }
    }

    void compareLists(const QString& path, const Json* before, const Json* after)
    {
        const std::size_t old = before ? before->size() : 0;
        const std::size_t now = after ? after->size() : 0;
        for (std::size_t i = 0; i < std::max(old, now); ++i)
            compare(QStringLiteral("%1[%2]").arg(path).arg(i), i < old ? &(*before)[i] : nullptr,
                    i < now ? &(*after)[i] : nullptr);
    }

    QList<DiffRow>& m_rows;
};

} // namespace

QString readableValue(const Json& value)
{
    if (!value.is_string())
        return QString::fromStdString(dumpJson(value));
    const auto& text = value.get_ref<const std::string&>();
    return text.empty() ? QStringLiteral("\"\"") : QString::fromStdString(text);
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
    Comparison changed(diff.changed);
    Comparison same(diff.same);
    for (const auto& key : keys) {
        const Json* was = old.contains(key) ? &old[key] : nullptr;
        const Json* is = now.contains(key) ? &now[key] : nullptr;
        const QString path = QString::fromStdString(key);
        if (was && is && *was == *is) {
            same.add(path, was, is);
            continue;
        }
        ++diff.keysChanged;
        changed.compare(path, was, is);
        if (diff.changed.isEmpty() || !diff.changed.back().path.startsWith(path))
            changed.add(path, was, is); // an empty list that came or went
    }
    return diff;
}

} // namespace signalbox::ui
