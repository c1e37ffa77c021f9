// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/policyedit.h"

#include "core/line/yamltree.h"

#include <algorithm>

namespace signalbox::line {

namespace {

using Lines = std::vector<std::string>;

Lines linesOf(const std::string& text)
{
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string joined(const Lines& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

std::vector<std::string> pathOf(const std::string& key)
{
    std::vector<std::string> path{"policy"};
    for (std::size_t at = 0; at <= key.size();) {
        const std::size_t end = std::min(key.find('.', at), key.size());
        path.push_back(key.substr(at, end - at));
        at = end + 1;
    }
    return path;
}

/// The entry's key in a map, its value right behind it; null: there is none.
const YamlNode* keyIn(const YamlNode& map, const std::string& name)
{
    if (map.kind != YamlNode::Kind::Map)
        return nullptr;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        if (map.items[i].text == name)
            return &map.items[i];
    }
    return nullptr;
}

bool isScalar(const YamlNode& node)
{
    return node.kind != YamlNode::Kind::List && node.kind != YamlNode::Kind::Map;
}

std::size_t indentOf(const std::string& line)
{
    return std::min(line.find_first_not_of(' '), line.size());
}

/// Replaces what stands behind "key:" on its line, and leaves a comment after it.
bool replaceValue(std::string& line, const std::string& key, const YamlNode& value, const std::string& by)
{
    const std::size_t at = line.find(key);
    if (at != indentOf(line) || line.compare(at + key.size(), 1, ":") != 0)
        return false;
    const std::size_t from = line.find_first_not_of(' ', at + key.size() + 1);
    if (from == std::string::npos)
        return false;
    const bool quoted = line[from] == '"' || line[from] == '\'';
    const std::string written = quoted ? line[from] + value.text + line[from] : value.text;
    if (written.empty() || line.compare(from, written.size(), written) != 0)
        return false;
    line.replace(from, written.size(), by);
    return true;
}

/// What is missing of the path from `depth` on, below a parent with this indent.
Lines newEntries(const std::vector<std::string>& path, std::size_t depth, std::size_t indent, const std::string& value)
{
    Lines lines;
    for (std::size_t i = depth; i < path.size(); ++i, indent += 2)
        lines.push_back(std::string(indent, ' ') + path[i] + (i + 1 == path.size() ? ": " + value : ":"));
    return lines;
}

Error byHand(const std::string& key)
{
    return {ErrorCode::InvalidInput,
            "policy." + key + " is written in a way that only a person can edit; edit the file"};
}

bool splice(Lines& lines, const YamlNode& root, const std::vector<std::string>& path, const std::string& value)
{
    const YamlNode* map = &root;
    std::size_t behind = lines.size(); // new entries stand behind this line
    std::size_t indent = 0;
    for (std::size_t depth = 0; depth < path.size(); ++depth) {
        const YamlNode* key = keyIn(*map, path[depth]);
        if (!key) {
            if (map->kind == YamlNode::Kind::Map && !map->items.empty() && depth > 0)
                indent = indentOf(lines[static_cast<std::size_t>(map->items.front().line) - 1]);
            const Lines added = newEntries(path, depth, indent, value);
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(behind), added.begin(), added.end());
            return true;
        }
        const YamlNode& found = key[1];
        std::string& line = lines[static_cast<std::size_t>(key->line) - 1];
        if (depth + 1 == path.size())
            return isScalar(found) && found.line == key->line && replaceValue(line, path[depth], found, value);
        if (isScalar(found) && found.kind != YamlNode::Kind::Null)
            return false;
        map = &found;
        behind = static_cast<std::size_t>(key->line);
        indent = indentOf(line) + 2;
    }
    return false;
}

bool holds(const YamlNode& root, const std::vector<std::string>& path, const std::string& value)
{
    const YamlNode* node = &root;
    for (const std::string& name : path) {
        const YamlNode* key = keyIn(*node, name);
        if (!key)
            return false;
        node = &key[1];
    }
    return isScalar(*node) && node->text == value;
}

Result<void> checked(const std::string& yaml)
{
    const auto read = readLineFile(yaml);
    const auto* faults = std::get_if<std::vector<Fault>>(&read);
    if (!faults)
        return {};
    const Fault& first = faults->front();
    return Error{ErrorCode::InvalidInput, "signalbox.yaml:" + std::to_string(first.line) + ": " + first.what};
}

} // namespace

Result<std::string> withPolicyValues(const std::string& yaml, const std::vector<PolicyValue>& values)
{
    Lines lines = linesOf(yaml);
    for (const auto& [key, value] : values) {
        const auto path = pathOf(key);
        const auto before = readYaml(joined(lines));
        const auto* root = std::get_if<YamlNode>(&before);
        if (!root || !splice(lines, *root, path, value))
            return byHand(key);
        const auto after = readYaml(joined(lines));
        const auto* found = std::get_if<YamlNode>(&after);
        if (!found || !holds(*found, path, value))
            return byHand(key);
    }
    std::string text = joined(lines);
    if (auto good = checked(text); !good)
        return good.error();
    return text;
}

} // namespace signalbox::line
