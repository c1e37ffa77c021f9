// SPDX-License-Identifier: GPL-3.0-or-later
// The pattern catalogue as read from resources/patterns/catalogue.json.
//
// Errors  InvalidInput; the detail names the pattern
// Disk    core/log/catalogue.md describes the file
#pragma once

#include "core/base/result.h"
#include "core/log/classify.h"
#include "core/log/regex.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::log {

/// What a line says about the course of the job rather than about a cause.
enum class MarkerKind : std::uint8_t {
    StepStart, // the first group is the step's name
    Command, // the first group is the command that runs from here on
    EchoEnd, // the script of a step was printed; from here on it speaks
    ErrorLine, // the CI system marks the line as an error
    StepFailed,
    StepPassed,
    JobFailed,
    JobPassed,
    JobEnded, // either way: without an error line before it, the job passed
    ToolFailed, // a tool sums up: failed
    ToolPassed,
    Recovered, // what failed before was tried again and passed
    GoesOn, // the script runs a further command
};

struct Marker {
    MarkerKind kind = MarkerKind::ErrorLine;
    Regex regex;
};

/// One cause of failure and the lines that show it.
struct Pattern {
    std::string id;
    std::string failureClass;
    int priority = 0; // among the causes in one failing step the highest wins, then the earliest line
    bool root = true; // false: follows from a cause; named only where nothing better is known
    bool next = false; // the line after it that holds text is the one to show
    Transient transient = Transient::Unknown;
    double confidence = 0;
    std::vector<FixOffer> fixes;
    std::vector<std::string> blames; // classes whose mere announcement before it explains it: a retry, a warning
    std::vector<Regex> regexes; // empty: what the failing command says by itself, where no line says more
    std::vector<std::string> scans; // what the scanner looks for, for each of them
    std::vector<Regex> excludes;
    std::optional<Regex> command; // only where the running command matches
};

struct PatternSet {
    std::vector<Pattern> patterns;
    std::vector<Marker> markers;
    Regex harmless; // lines that are never evidence
    Regex hesitant; // warnings and announcements of another attempt: evidence only where nothing firmer is
    Regex loud; // lines worth showing where the cause is not understood
    Regex telling; // of these, those that name a cause by their form, whatever the tool
    Regex hollow; // lines that say that it failed, not why
};

/// Reads the catalogue; its expressions are not yet compiled.
Result<PatternSet> readPatternSet(std::string_view json);

/// Compiles every expression of the set.
Result<void> checkExpressions(const PatternSet& set);

} // namespace signalbox::log
