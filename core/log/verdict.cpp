// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/verdict.h"

#include "core/log/lastwords.h"
#include "core/log/signature.h"

#include <algorithm>
#include <tuple>

namespace signalbox::log {

namespace {

constexpr std::size_t kMaxAlternatives = 4;
constexpr std::string_view kUnknown = "unknown";

// How much a sighting says, before its pattern's priority is asked: the higher, the more.
enum class Weight : std::uint8_t { Doubtful, Elsewhere, Cascade, InLaterStep, HesitantInFailedStep, InFailedStep };

struct Suspect {
    const Sighting* sighting = nullptr;
    Weight weight = Weight::Doubtful;

    auto rank() const
    {
        const bool marked = sighting->text.starts_with("##[error]"); // the last of several attempts
        return std::tuple(weight, sighting->pattern->priority, marked, -sighting->line);
    }
};

Weight weightIn(const Sighting& sighting, Weight firm, Weight hesitant)
{
    if (!sighting.pattern->root)
        return firm == Weight::Elsewhere ? Weight::Doubtful : Weight::Cascade;
    return sighting.hesitant ? hesitant : firm;
}

std::vector<Suspect> suspects(const Evidence& evidence)
{
    std::vector<Suspect> all;
    const auto take = [&](const std::vector<Sighting>& pool, Weight firm, Weight hesitant) {
        for (const Sighting& sighting : pool)
            all.push_back({&sighting, weightIn(sighting, firm, hesitant)});
    };
    if (evidence.failed)
        take(evidence.failed->sightings, Weight::InFailedStep, Weight::HesitantInFailedStep);
    take(evidence.later, Weight::InLaterStep, Weight::Doubtful);
    take(evidence.open, Weight::Elsewhere, Weight::Doubtful);
    std::ranges::stable_sort(all, [](const Suspect& a, const Suspect& b) { return a.rank() > b.rank(); });
    return all;
}

/// Puts what the first suspect blames before it: "no version found" after the index could not be reached.
void followBlame(std::vector<Suspect>& all)
{
    if (all.empty() || all.front().sighting->pattern->blames.empty())
        return;
    const Sighting& symptom = *all.front().sighting;
    const auto explains = [&](const Suspect& suspect) {
        return suspect.sighting->line < symptom.line
            && std::ranges::find(symptom.pattern->blames, suspect.sighting->pattern->failureClass)
            != symptom.pattern->blames.end();
    };
    const auto cause = std::ranges::find_if(all, explains);
    if (cause != all.end())
        std::rotate(all.begin(), cause, cause + 1);
}

/// Whether the log shows no failure, whatever words stand in it.
bool passed(const Evidence& evidence)
{
    if (evidence.jobPassed)
        return true;
    if (evidence.failed || evidence.failureSaid)
        return false;
    return evidence.jobEnded || evidence.lastPassed > evidence.lastSighting || evidence.lastSighting == 0;
}

/// The root cause first, then other lines of its class, in their order.
std::vector<CauseLine> causeLines(const std::vector<Suspect>& all, const Redactor& redactor)
{
    const Sighting& root = *all.front().sighting;
    std::vector<CauseLine> lines{{root.line, shown(root.text, redactor)}};
    for (const Suspect& suspect : all) {
        const Sighting& other = *suspect.sighting;
        const bool listed = std::ranges::find(lines, other.line, &CauseLine::line) != lines.end();
        if (!listed && lines.size() < kMaxCauseLines && suspect.weight == all.front().weight
            && other.pattern->failureClass == root.pattern->failureClass)
            lines.push_back({other.line, shown(other.text, redactor)});
    }
    std::ranges::sort(lines.begin() + 1, lines.end(), {}, &CauseLine::line);
    return lines;
}

std::vector<Alternative> alternatives(const std::vector<Suspect>& all)
{
    const Pattern& chosen = *all.front().sighting->pattern;
    std::vector<Alternative> others;
    for (const Suspect& suspect : all) {
        const Pattern& pattern = *suspect.sighting->pattern;
        const bool listed = std::ranges::find(others, pattern.failureClass, &Alternative::failureClass) != others.end();
        if (pattern.failureClass == chosen.failureClass || listed || others.size() == kMaxAlternatives)
            continue;
        // What is left beside the chosen class bounds every other one.
        others.push_back({pattern.failureClass, std::min(pattern.confidence, 1 - chosen.confidence)});
    }
    return others;
}

void takeAdvice(Classification& result, const Pattern& pattern)
{
    result.failureClass = pattern.failureClass;
    result.pattern = pattern.id;
    result.confidence = pattern.confidence;
    result.transient = pattern.transient;
    result.fixes = pattern.fixes;
}

void nameSuspect(Classification& result, const std::vector<Suspect>& all, const Redactor& redactor)
{
    takeAdvice(result, *all.front().sighting->pattern);
    result.rootCause = causeLines(all, redactor);
    result.alternatives = alternatives(all);
}

const std::string& commandOf(const Step& step)
{
    return step.command.empty() ? step.name : step.command;
}

/// A failure of which only the command is known: `npm test` fails by a test.
void nameByCommand(Classification& result, const std::string& command, const PatternSet& patterns)
{
    const auto speaks = [&](const Pattern& pattern) {
        return pattern.regexes.empty() && pattern.command && pattern.command->matches(command);
    };
    const auto found = std::ranges::find_if(patterns.patterns, speaks);
    if (found == patterns.patterns.end()) {
        result.failureClass = kUnknown;
        return;
    }
    takeAdvice(result, *found);
}

} // namespace

Classification judge(const Evidence& evidence, const PatternSet& patterns, const Redactor& redactor)
{
    Classification result;
    if (passed(evidence)) {
        result.transient = Transient::No;
        return result;
    }
    if (evidence.failed)
        result.failingStep = shown(evidence.failed->name, redactor);
    std::vector<Suspect> all = suspects(evidence);
    followBlame(all);
    // Where the failing step is known, a doubtful line elsewhere explains nothing.
    const bool named = !all.empty() && (all.front().weight > Weight::Doubtful || !evidence.failed);
    if (named) {
        nameSuspect(result, all, redactor);
    } else {
        nameByCommand(result, evidence.failed ? commandOf(*evidence.failed) : evidence.openCommand, patterns);
        result.rootCause = lastWords(evidence.failed ? evidence.failed->tail : evidence.tail, patterns, redactor);
    }
    const std::string cause = result.rootCause.empty() ? std::string() : result.rootCause.front().text;
    result.signature = signatureOf(result.failureClass, cause);
    return result;
}

void rehearse(const PatternSet& patterns, const Redactor& redactor)
{
    Evidence evidence;
    Step step;
    step.name = "rehearsal";
    step.tail = {{1, "words that no pattern knows"}};
    evidence.failed = std::move(step);
    static_cast<void>(judge(evidence, patterns, redactor));
}

} // namespace signalbox::log
