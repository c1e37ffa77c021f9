// SPDX-License-Identifier: GPL-3.0-or-later
// Reads typed values out of a YAML tree and notes each fault with its key and line.
//
// Ownership  a Field refers into the tree, which outlives it
#pragma once

#include "core/line/yamltree.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::line {

/// A value and where it stands.
struct Field {
    std::string path; // "jobs.build.timeout_s", empty for the whole file
    int line = 1; // of its key; of an item: its own
    const YamlNode* value = nullptr;
};

/// A number's limits; `above` excludes the lower one.
struct Range {
    double low = 0;
    double high = 0;
    bool above = false;
};

class FieldReader {
public:
    void fault(const Field& field, const std::string& what);

    /// The entries of a map, without those whose key is no text or stands twice.
    std::vector<Field> entries(const Field& map);
    /// As entries(), and a key outside `known` is a fault.
    std::vector<Field> entries(const Field& map, std::span<const std::string_view> known);

    std::vector<std::string> texts(const Field& list); // empty after a fault
    std::vector<Field> items(const Field& list);
    std::optional<std::string> text(const Field& field);
    std::optional<double> number(const Field& field, const Range& range);
    std::optional<int> integer(const Field& field, const Range& range);

    std::vector<Fault> takeFaults(); // sorted by line

private:
    std::vector<Fault> m_faults;
};

/// The key of an entry: what follows the last level of its path.
std::string keyOf(const Field& map, const Field& entry);

/// `; did you mean "needs"?` where one of `known` is close, else nothing.
std::string suggestion(std::string_view word, std::span<const std::string_view> known);

} // namespace signalbox::line
