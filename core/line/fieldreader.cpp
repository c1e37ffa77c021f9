// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/fieldreader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <set>

namespace signalbox::line {

namespace {

using Kind = YamlNode::Kind;

constexpr std::size_t kShownBytes = 40;

std::string inQuotes(std::string_view text)
{
    return '"' + std::string(text.substr(0, kShownBytes)) + (text.size() > kShownBytes ? "…\"" : "\"");
}

std::string shown(const YamlNode& node)
{
    switch (node.kind) {
    case Kind::Null: return "empty";
    case Kind::List: return "a list";
    case Kind::Map: return "a map";
    case Kind::Bool:
    case Kind::Number: return node.text.substr(0, kShownBytes);
    case Kind::Text: return inQuotes(node.text);
    }
    return {};
}

std::string number(double value)
{
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

std::string wanted(const Range& range, std::string_view noun)
{
    const std::string low = number(range.low);
    if (range.above)
        return "must be " + std::string(noun) + " above " + low + " and at most " + number(range.high);
    return "must be " + std::string(noun) + " from " + low + " to " + number(range.high);
}

std::optional<double> inRange(const YamlNode& node, const Range& range)
{
    if (node.kind != Kind::Number)
        return std::nullopt;
    std::string_view text = node.text;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value) || value > range.high)
        return std::nullopt;
    if (range.above ? value <= range.low : value < range.low)
        return std::nullopt;
    return value;
}

std::string child(const std::string& path, const std::string& key)
{
    return path.empty() ? key : path + "." + key;
}

/// Levenshtein distance.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

} // namespace

std::string suggestion(std::string_view word, std::span<const std::string_view> known)
{
    if (word.size() > 64)
        return {};
    const auto near = std::ranges::min_element(known, {}, [&](std::string_view k) { return distance(word, k); });
    if (near == known.end() || distance(word, *near) > std::min<std::size_t>(3, word.size() / 2))
        return {};
    return "; did you mean \"" + std::string(*near) + "\"?";
}

std::string keyOf(const Field& map, const Field& entry)
{
    return map.path.empty() ? entry.path : entry.path.substr(map.path.size() + 1);
}

void FieldReader::fault(const Field& field, const std::string& what)
{
    std::string text = field.path.empty() ? what : field.path + ": " + what;
    std::ranges::replace(text, '\n', ' '); // a fault is one line, whatever a key holds
    m_faults.push_back({field.line, std::move(text)});
}

std::vector<Field> FieldReader::entries(const Field& map)
{
    if (map.value->kind != Kind::Map) {
        fault(map, "must be a map, is " + shown(*map.value));
        return {};
    }
    std::vector<Field> found;
    std::set<std::string> seen;
    const auto& items = map.value->items;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        const YamlNode& key = items[i];
        if (key.kind == Kind::List || key.kind == Kind::Map || key.text.empty()) {
            fault({map.path, key.line, nullptr}, "a key must be text, is " + shown(key));
            continue;
        }
        Field entry{child(map.path, key.text.substr(0, 100)), key.line, &items[i + 1]};
        if (seen.insert(key.text).second)
            found.push_back(std::move(entry));
        else
            fault(entry, "stands here twice");
    }
    return found;
}

std::vector<Field> FieldReader::entries(const Field& map, std::span<const std::string_view> known)
{
    auto found = entries(map);
    std::erase_if(found, [&](const Field& entry) {
        const std::string key = keyOf(map, entry);
        const bool unknown = std::ranges::find(known, key) == known.end();
        if (unknown)
            fault(entry, "unknown key" + suggestion(key, known));
        return unknown;
    });
    return found;
}

std::vector<Field> FieldReader::items(const Field& list)
{
    if (list.value->kind != Kind::List) {
        fault(list, "must be a list, is " + shown(*list.value));
        return {};
    }
    std::vector<Field> found;
    found.reserve(list.value->items.size());
    for (const YamlNode& item : list.value->items) {
        const int line = item.kind == Kind::Null ? list.line : item.line; // the parser marks an empty item further on
        found.push_back({list.path + "[" + std::to_string(found.size()) + "]", line, &item});
    }
    return found;
}

std::vector<std::string> FieldReader::texts(const Field& list)
{
    std::vector<std::string> found;
    for (const Field& item : items(list)) {
        if (auto value = text(item))
            found.push_back(*std::move(value));
    }
    return found;
}

std::optional<std::string> FieldReader::text(const Field& field)
{
    const YamlNode& node = *field.value;
    if (node.kind == Kind::Text && !node.text.empty())
        return node.text;
    const bool plain = node.kind == Kind::Number || node.kind == Kind::Bool;
    fault(field, "must be text, is " + shown(node) + (plain ? "; put it in quotes" : ""));
    return std::nullopt;
}

std::optional<double> FieldReader::number(const Field& field, const Range& range)
{
    const auto value = inRange(*field.value, range);
    if (!value)
        fault(field, wanted(range, "a number") + ", is " + shown(*field.value));
    return value;
}

std::optional<int> FieldReader::integer(const Field& field, const Range& range)
{
    const auto value = inRange(*field.value, range);
    if (value && std::floor(*value) == *value)
        return static_cast<int>(*value);
    fault(field, wanted(range, "a whole number") + ", is " + shown(*field.value));
    return std::nullopt;
}

std::vector<Fault> FieldReader::takeFaults()
{
    std::ranges::stable_sort(m_faults, {}, &Fault::line);
    return std::move(m_faults);
}

} // namespace signalbox::line
