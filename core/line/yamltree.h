// SPDX-License-Identifier: GPL-3.0-or-later
// A YAML document as a tree in which every node knows its line.
//
// Thread  any: a pure function of a text
// Limits  1 MiB, 32 levels, one document; aliases are refused, so that a small text cannot stand for a huge one
// Source  YAML 1.2; plain scalars are told apart by its core schema (section 10.3)
#pragma once

#include "core/line/linefile.h"

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

std::variant<YamlNode, Fault> readYaml(std::string_view text);

} // namespace signalbox::line
