// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonpatch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

namespace signalbox {

namespace {

constexpr std::size_t kFew = 4; // so many operations are never too many for one container

template <typename T>
bool same(const Json& before, const Json& after)
{
    return *before.get_ptr<const T*>() == *after.get_ptr<const T*>();
}

/// Equal as text: 1 and 1.0 are two, however equal their values. Two containers are not.
bool sameScalar(const Json& before, const Json& after)
{
    if (before.type() != after.type())
        return before.is_number_integer() && after.is_number_integer() && before == after; // one of them is unsigned
    switch (before.type()) {
    case Json::value_t::string: return same<std::string>(before, after);
    case Json::value_t::number_unsigned: return same<std::uint64_t>(before, after);
    case Json::value_t::number_integer: return same<std::int64_t>(before, after);
    case Json::value_t::boolean: return same<bool>(before, after);
    case Json::value_t::number_float:
        return std::bit_cast<std::uint64_t>(before.get<double>()) == std::bit_cast<std::uint64_t>(after.get<double>());
    default: return !before.is_structured() && before == after;
    }
}

void appendKey(std::string& path, std::string_view key)
{
    path += '/';
    for (const char each : key) {
        if (each == '~')
            path += "~0";
        else if (each == '/')
            path += "~1";
        else
            path += each;
    }
}

/// One step of a path: a key, or a place in an array, of which -1 is the end.
struct PathStep {
    const std::string* key = nullptr;
    std::ptrdiff_t place = 0;
};

/// Walks two values side by side. A path is written out for a difference only.
class Comparison {
public:
    Comparison(Json& patch, const std::string& root) : m_patch(patch), m_root(root) { }

    void compare(const Json& before, const Json& after)
    {
        if (before.is_object() && after.is_object())
            compareObjects(before, after);
        else if (before.is_array() && after.is_array())
            compareArrays(before, after);
        else if (!sameScalar(before, after))
            appendOperation(m_patch, "replace", path(), after);
    }

private:
    /// Calls `visit` one step deeper.
    template <typename Visit>
    void within(PathStep step, Visit visit)
    {
        m_steps.push_back(step);
        visit();
        m_steps.pop_back();
    }

    std::string path() const
    {
        std::string path = m_root;
        for (const PathStep& step : m_steps) {
            if (step.key)
                appendKey(path, *step.key);
            else
                path += step.place < 0 ? "/-" : "/" + std::to_string(step.place);
        }
        return path;
    }

    /// Both are sorted by key, so one pass finds what came, went and stayed.
    void compareObjects(const Json& before, const Json& after)
    {
        const std::size_t begun = m_patch.size();
        const auto& olds = before.get_ref<const Json::object_t&>();
        const auto& news = after.get_ref<const Json::object_t&>();
        auto old = olds.begin();
        auto now = news.begin();
        while (old != olds.end() || now != news.end()) {
            const int order = old == olds.end() ? 1 : now == news.end() ? -1 : old->first.compare(now->first);
            if (order < 0)
                within({&old->first}, [&] { appendRemoval(m_patch, path()); });
            else if (order > 0)
                within({&now->first}, [&] { appendOperation(m_patch, "add", path(), now->second); });
            else if (!sameScalar(old->second, now->second)) // most of two values is equal
                within({&now->first}, [&] { compare(old->second, now->second); });
            if (order <= 0)
                ++old;
            if (order >= 0)
                ++now;
        }
        settle(begun, after);
    }

    void compareArrays(const Json& before, const Json& after)
    {
        const std::size_t begun = m_patch.size();
        const auto& olds = before.get_ref<const Json::array_t&>();
        const auto& news = after.get_ref<const Json::array_t&>();
        const std::size_t both = std::min(olds.size(), news.size());
        for (std::size_t i = 0; i < both; ++i) {
            if (!sameScalar(olds[i], news[i]))
                within(at(i), [&] { compare(olds[i], news[i]); });
            if (tooMany(begun, after))
                return settle(begun, after);
        }
        for (std::size_t i = olds.size(); i > both; --i)
            within(at(i - 1), [&] { appendRemoval(m_patch, path()); });
        for (std::size_t i = both; i < news.size(); ++i)
            within({nullptr, -1}, [&] { appendOperation(m_patch, "add", path(), news[i]); });
        settle(begun, after);
    }

    static PathStep at(std::size_t place) { return {nullptr, static_cast<std::ptrdiff_t>(place)}; }

    bool tooMany(std::size_t begun, const Json& after) const
    {
        return m_patch.size() - begun > std::max(kFew, after.size() / 2);
    }

    /// A patch of a container that is nearly as long as the container is worse than the container.
    void settle(std::size_t begun, const Json& after)
    {
        if (!tooMany(begun, after))
            return;
        m_patch.erase(m_patch.begin() + static_cast<Json::difference_type>(begun), m_patch.end());
        appendOperation(m_patch, "replace", path(), after);
    }

    Json& m_patch;
    const std::string& m_root; // outlives this
    std::vector<PathStep> m_steps; // from the root to what is compared
};

} // namespace

std::string pointerTo(const std::string& path, std::string_view key)
{
    std::string pointer = path;
    appendKey(pointer, key);
    return pointer;
}

void appendOperation(Json& patch, const char* operation, std::string path, Json value)
{
    Json step = Json::object();
    step["op"] = operation;
    step["path"] = std::move(path);
    step["value"] = std::move(value);
    patch.push_back(std::move(step));
}

void appendRemoval(Json& patch, std::string path)
{
    Json step = Json::object();
    step["op"] = "remove";
    step["path"] = std::move(path);
    patch.push_back(std::move(step));
}

void appendDifference(Json& patch, const std::string& path, const Json& before, const Json& after)
{
    Comparison(patch, path).compare(before, after);
}

} // namespace signalbox
