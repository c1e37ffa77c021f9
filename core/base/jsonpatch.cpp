// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonpatch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>

namespace signalbox {

namespace {

constexpr std::size_t kFew = 4; // so many operations are never too many for one container

/// Equal as text: 1 and 1.0 are two, however equal their values.
bool sameScalar(const Json& before, const Json& after)
{
    if (before.is_number_float() && after.is_number_float())
        return std::bit_cast<std::uint64_t>(before.get<double>()) == std::bit_cast<std::uint64_t>(after.get<double>());
    return before.is_number_float() == after.is_number_float() && before == after;
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

/// Walks two values side by side; the path is one buffer that grows and shrinks.
class Comparison {
public:
    Comparison(Json& patch, std::string path) : m_patch(patch), m_path(std::move(path)) { }

    void compare(const Json& before, const Json& after)
    {
        if (before.is_object() && after.is_object())
            compareObjects(before, after);
        else if (before.is_array() && after.is_array())
            compareArrays(before, after);
        else if (!sameScalar(before, after))
            appendOperation(m_patch, "replace", m_path, after);
    }

private:
    /// Calls `visit` with the path one step deeper.
    template <typename Visit>
    void within(std::string_view key, Visit visit)
    {
        const std::size_t length = m_path.size();
        appendKey(m_path, key);
        visit();
        m_path.resize(length);
    }

    /// Both are sorted by key, so one pass finds what came, went and stayed.
    void compareObjects(const Json& before, const Json& after)
    {
        const std::size_t begun = m_patch.size();
        auto old = before.begin();
        auto now = after.begin();
        while (old != before.end() || now != after.end()) {
            const bool went = now == after.end() || (old != before.end() && old.key() < now.key());
            const bool came = !went && (old == before.end() || now.key() < old.key());
            if (went)
                within(old.key(), [&] { appendRemoval(m_patch, m_path); });
            else if (came)
                within(now.key(), [&] { appendOperation(m_patch, "add", m_path, *now); });
            else
                within(now.key(), [&] { compare(*old, *now); });
            if (!came)
                ++old;
            if (!went)
                ++now;
        }
        settle(begun, after);
    }

    void compareArrays(const Json& before, const Json& after)
    {
        const std::size_t begun = m_patch.size();
        const std::size_t both = std::min(before.size(), after.size());
        for (std::size_t i = 0; i < both; ++i) {
            within(std::to_string(i), [&] { compare(before[i], after[i]); });
            if (tooMany(begun, after))
                return settle(begun, after);
        }
        for (std::size_t i = before.size(); i > both; --i)
            within(std::to_string(i - 1), [&] { appendRemoval(m_patch, m_path); });
        for (std::size_t i = both; i < after.size(); ++i)
            within("-", [&] { appendOperation(m_patch, "add", m_path, after[i]); });
        settle(begun, after);
    }

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
        appendOperation(m_patch, "replace", m_path, after);
    }

    Json& m_patch;
    std::string m_path;
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

Result<void> applyPatch(Json& value, const Json& patch)
{
    try {
        value.patch_inplace(patch);
        return {};
    } catch (const Json::exception& misfit) {
        return Error{ErrorCode::InvalidInput, std::string("a difference does not fit: ") + misfit.what()};
    }
}

} // namespace signalbox
