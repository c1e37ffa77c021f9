// SPDX-License-Identifier: GPL-3.0-or-later
// Finds secrets in text by their known shapes.
//
// Thread  any; the shapes are compiled once, at the first call
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace signalbox {

/// A secret in a text, as offsets.
struct SecretSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t from = 0; // where begins what shows it to be one: the name before the value
    std::string_view name; // stands in "[redacted: …]"
    bool endsExactly = false; // a looser match that begins inside does not make it longer
    bool isCertain = false; // its shape is proof enough
};

/// Appends what the rules of secretrules.h find, in no order; spans may overlap.
void findShapes(std::string_view text, std::vector<SecretSpan>& spans);

/// Whether the redactor writes "[redacted: NAME]" for one of the shapes.
bool isShapeName(std::string_view name);

} // namespace signalbox
