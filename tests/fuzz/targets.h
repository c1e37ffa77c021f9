// SPDX-License-Identifier: GPL-3.0-or-later
// What is fuzzed: each target takes any bytes, and aborts with a word where something that must hold does not.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace signalbox::fuzz {

void log(std::string_view bytes); // one verdict, however a log arrives
void sections(std::string_view bytes); // blocks, prefixes and overwritten parts of lines
void redaction(std::string_view bytes); // a planted secret is gone, and what was redacted stays
void terminal(std::string_view bytes); // what is shown holds nothing that drives a terminal or deceives
void yaml(std::string_view bytes); // signalbox.yaml
void json(std::string_view bytes); // every reader of JSON that takes it from outside or from a store
void webhook(std::string_view bytes); // requests however they are cut, forms, and payloads of forges

struct Target {
    std::string_view name; // of its folder in corpus/
    void (*run)(std::string_view bytes);
};

inline constexpr std::array kTargets{
    Target{"log", log},   Target{"sections", sections}, Target{"redaction", redaction}, Target{"terminal", terminal},
    Target{"yaml", yaml}, Target{"json", json},         Target{"webhook", webhook}};

/// Aborts where `holds` is false.
void require(bool holds, std::string_view what);

} // namespace signalbox::fuzz
