// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/lastwords.h"

#include <algorithm>
#include <utility>

namespace signalbox::log {

namespace {

constexpr std::size_t kLongestShown = 1000; // bytes of a line

enum class Voice : std::uint8_t { Hollow, Plain, Loud, Telling, Annotated }; // the higher, the more it says

bool saysStatus(std::string_view text, const PatternSet& patterns)
{
    return std::ranges::any_of(patterns.markers, [&](const Marker& marker) {
        return marker.kind == MarkerKind::StepFailed && marker.regex.matches(text);
    });
}

Voice voiceOf(std::string_view text, const PatternSet& patterns)
{
    if (patterns.hollow.matches(text) || saysStatus(text, patterns))
        return Voice::Hollow;
    if (text.starts_with("##[error]") || text.starts_with("Error: "))
        return Voice::Annotated;
    if (patterns.telling.matches(text))
        return Voice::Telling;
    return patterns.loud.matches(text) ? Voice::Loud : Voice::Plain;
}

struct Heard {
    Voice voice = Voice::Plain;
    const NumberedLine* line = nullptr;
};

/// "$ make", "+ make", or the end of the script that GitHub prints: what follows is the output of one command.
bool beginsCommand(std::string_view text)
{
    return text.starts_with("$ ") || text.starts_with("+ ") || text.starts_with("##[endgroup]");
}

/// What the last command that said anything said, without mere noise.
std::vector<Heard> heard(const std::vector<NumberedLine>& tail, const PatternSet& patterns)
{
    std::vector<Heard> lines;
    std::vector<Heard> before; // of the command before, as long as this one says nothing
    for (const NumberedLine& line : tail) {
        const bool saysWhy
            = std::ranges::any_of(lines, [](const Heard& other) { return other.voice != Voice::Hollow; });
        if (beginsCommand(line.text) && saysWhy)
            before = std::exchange(lines, {});
        else if (line.text.find_first_not_of(" \t") != std::string::npos && !patterns.harmless.matches(line.text))
            lines.push_back({voiceOf(line.text, patterns), &line});
    }
    const bool saysWhy = std::ranges::any_of(lines, [](const Heard& line) { return line.voice != Voice::Hollow; });
    if (!saysWhy && !before.empty())
        return before;
    return lines;
}

} // namespace

std::string shown(std::string_view text, const Redactor& redactor)
{
    const std::string safe = redactor.redact(text).text;
    return neutralise(std::string_view(safe).substr(0, kLongestShown));
}

std::vector<CauseLine> lastWords(const std::vector<NumberedLine>& tail, const PatternSet& patterns,
                                 const Redactor& redactor)
{
    std::vector<Heard> lines = heard(tail, patterns);
    if (lines.empty())
        return {};
    const Voice most = std::ranges::max_element(lines, {}, &Heard::voice)->voice;
    std::erase_if(lines, [&](const Heard& line) { return line.voice != most; });
    if (lines.size() > kMaxCauseLines)
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kMaxCauseLines));
    if (most <= Voice::Loud)
        std::ranges::rotate(lines, lines.end() - 1); // nothing stands out: the last one is nearest to the failure
    std::vector<CauseLine> chosen;
    for (const Heard& heardLine : lines)
        chosen.push_back({heardLine.line->line, shown(heardLine.line->text, redactor)});
    return chosen;
}

} // namespace signalbox::log
