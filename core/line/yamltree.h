// SPDX-License-Identifier: GPL-3.0-or-later
// A YAML document as a tree in which every node knows its line.
//
// Thread  any: a pure function of a text
// Limits  1 MiB, a million values, 32 levels, one document
// Source  YAML 1.2; plain scalars are told apart by its core schema (section 10.3)
#pragma once

#include "core/line/linefile.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace signalbox::line {

struct YamlNode {
    enum class Kind : std::uint8_t { Null, Bool, Number, Text, List, Map };

    Kind kind = Kind::Null;
    int line = 1; // counted from 1
    std::string text; // of Bool, Number and Text, as written
    std::vector<YamlNode> items; // of a List: its items; of a Map: key, value, key, value, …
};

/// Strict: aliases and tags are faults, as in files of our own. Foreign: aliases are written out, within the limits,
/// and tags are passed over.
enum class YamlDialect : std::uint8_t { Strict, Foreign };

/// What makes it more than is read, its aliases written out; nothing is, to find that. One that is no YAML is told by
/// whoever reads it.
std::optional<Fault> yamlExcess(std::string_view text);

std::variant<YamlNode, Fault> readYaml(std::string_view text, YamlDialect dialect = YamlDialect::Strict);

/// What stands at `key` of a map, or nothing.
const YamlNode* valueAt(const YamlNode& map, std::string_view key);
/// Where `key` of a map stands; 0 where it has none.
int lineOfKey(const YamlNode& map, std::string_view key);

} // namespace signalbox::line
