// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsondiff.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace signalbox {

namespace {

class Comparison {
public:
    void compare(const std::string& path, const Json* before, const Json* after)
    {
        if (before == after || (before && after && *before == *after))
            return;
        if (before && after && before->is_object() && after->is_object())
            return compareObjects(path, *before, *after);
        if (listLike(before) && listLike(after) && (isList(before) || isList(after)))
            return compareLists(path, before, after);
        m_found.push_back({path, before, after});
    }

    std::vector<JsonDifference> take() { return std::move(m_found); }

private:
    static bool isList(const Json* value) { return value && value->is_array() && !value->empty(); }
    static bool listLike(const Json* value) { return !value || value->is_array(); }

    void compareObjects(const std::string& path, const Json& before, const Json& after)
    {
        std::set<std::string> keys;
        for (const Json* object : {&before, &after})
            for (const auto& [key, value] : object->items())
                keys.insert(key);
        for (const std::string& key : keys) {
            const auto old = before.find(key);
            const auto now = after.find(key);
            compare(path.empty() ? key : path + "." + key, old == before.end() ? nullptr : &*old,
                    now == after.end() ? nullptr : &*now);
        }
    }

    void compareLists(const std::string& path, const Json* before, const Json* after)
    {
        const std::size_t old = before ? before->size() : 0;
        const std::size_t now = after ? after->size() : 0;
        for (std::size_t i = 0; i < std::max(old, now); ++i)
            compare(path + "[" + std::to_string(i) + "]", i < old ? &(*before)[i] : nullptr,
                    i < now ? &(*after)[i] : nullptr);
    }

    std::vector<JsonDifference> m_found;
};

} // namespace

std::vector<JsonDifference> differences(const Json* before, const Json* after, const std::string& path)
{
    Comparison comparison;
    comparison.compare(path, before, after);
    return comparison.take();
}

std::string_view changeName(const JsonDifference& difference)
{
    return !difference.before ? "added" : !difference.after ? "removed" : "changed";
}

Json toJson(const std::vector<JsonDifference>& differences)
{
    Json list = Json::array();
    for (const JsonDifference& one : differences) {
        list.push_back({{"path", one.path},
                        {"change", std::string(changeName(one))},
                        {"before", one.before ? *one.before : Json()},
                        {"after", one.after ? *one.after : Json()}});
    }
    return list;
}

} // namespace signalbox
