// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/patternset.h"

#include "core/base/json.h"
#include "core/base/safety.h"
#include "core/log/scanner.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace signalbox::log {

namespace {

struct ClassDefaults {
    Transient transient = Transient::Unknown;
    std::vector<FixOffer> fixes;
};

using Defaults = std::map<std::string, ClassDefaults>;

constexpr std::array<std::pair<std::string_view, MarkerKind>, 13> kMarkerNames{{
    {"step_start", MarkerKind::StepStart},
    {"command", MarkerKind::Command},
    {"echo_end", MarkerKind::EchoEnd},
    {"error_line", MarkerKind::ErrorLine},
    {"step_failed", MarkerKind::StepFailed},
    {"step_passed", MarkerKind::StepPassed},
    {"job_failed", MarkerKind::JobFailed},
    {"job_passed", MarkerKind::JobPassed},
    {"job_ended", MarkerKind::JobEnded},
    {"tool_failed", MarkerKind::ToolFailed},
    {"tool_passed", MarkerKind::ToolPassed},
    {"recovered", MarkerKind::Recovered},
    {"goes_on", MarkerKind::GoesOn},
}};

constexpr std::array<std::string_view, 9> kActions{"rerun_failed_jobs",   "rerun_debug",         "clear_cache_rerun",
                                                   "regenerate_lockfile", "update_dependencies", "raise_timeout",
                                                   "free_disk",           "quarantine_test",     "none"};

Error invalid(const std::string& where, const std::string& what)
{
    return Error{ErrorCode::InvalidInput, "pattern catalogue: " + where + ": " + what};
}

Result<Regex> readAny(const Json& root, std::string_view key)
{
    const auto texts = field<std::vector<std::string>>(root, key);
    if (!texts)
        return invalid(std::string(key), texts.error().detail);
    std::string joined;
    for (const std::string& text : *texts)
        joined += (joined.empty() ? "(?:" : "|(?:") + text + ")";
    return Regex(std::move(joined));
}

std::optional<Transient> transientFromName(std::string_view name)
{
    if (name == "yes")
        return Transient::Yes;
    if (name == "no")
        return Transient::No;
    return name == "unknown" ? std::optional(Transient::Unknown) : std::nullopt;
}

Result<std::vector<FixOffer>> readFixes(const Json& list, const std::string& where)
{
    std::vector<FixOffer> fixes;
    for (const Json& entry : list) {
        FixOffer fix{fieldOr<std::string>(entry, "action", ""), fieldOr<std::string>(entry, "safety", "")};
        if (std::ranges::find(kActions, fix.action) == kActions.end())
            return invalid(where, "no such action: \"" + fix.action + "\"");
        if (fix.safety != "none" && !safetyFromName(fix.safety))
            return invalid(where, "no such safety class: \"" + fix.safety + "\"");
        fixes.push_back(std::move(fix));
    }
    return fixes;
}

Result<ClassDefaults> readAdvice(const Json& entry, const std::string& where, ClassDefaults advice)
{
    if (entry.contains("transient")) {
        const auto transient = transientFromName(fieldOr<std::string>(entry, "transient", ""));
        if (!transient)
            return invalid(where, "transient is yes, no or unknown");
        advice.transient = *transient;
    }
    if (entry.contains("fixes")) {
        auto fixes = readFixes(entry["fixes"], where);
        if (!fixes)
            return fixes.error();
        advice.fixes = *std::move(fixes);
    }
    return advice;
}

Result<Defaults> readClasses(const Json& root)
{
    Defaults defaults;
    const auto classes = field<Json>(root, "classes");
    if (!classes)
        return classes.error();
    for (const auto& [name, entry] : classes->items()) {
        auto advice = readAdvice(entry, name, {});
        if (!advice)
            return advice.error();
        defaults.emplace(name, *std::move(advice));
    }
    return defaults;
}

Result<void> readRegexes(const Json& entry, Pattern& pattern)
{
    if (auto command = field<std::string>(entry, "command"))
        pattern.command.emplace(*std::move(command));
    const Json texts = fieldOr<Json>(entry, "regex", Json::array());
    const bool fallback = pattern.command && !entry.contains("regex");
    if (!fallback && (!texts.is_array() || texts.empty()))
        return invalid(pattern.id, "\"regex\" is a list of at least one expression");
    for (const Json& text : texts) {
        const auto plain = text.is_string() ? std::optional(text.get<std::string>()) : std::nullopt;
        const std::string regex = plain ? *plain : fieldOr<std::string>(text, "regex", "");
        if (regex.empty())
            return invalid(pattern.id, "an entry of \"regex\" is an expression, or has a \"regex\" and a \"scan\"");
        pattern.scans.push_back(fieldOr<std::string>(plain ? Json::object() : text, "scan", scanForm(regex)));
        pattern.regexes.emplace_back(regex);
    }
    for (std::string& text : fieldOr<std::vector<std::string>>(entry, "excludes", {}))
        pattern.excludes.emplace_back(std::move(text));
    return {};
}

Result<Pattern> readPattern(const Json& entry, const Defaults& defaults)
{
    Pattern pattern;
    pattern.id = fieldOr<std::string>(entry, "id", "");
    pattern.failureClass = fieldOr<std::string>(entry, "class", "");
    const auto known = defaults.find(pattern.failureClass);
    if (pattern.id.empty() || known == defaults.end())
        return invalid("\"" + pattern.id + "\"", "needs an id and one of the classes");
    pattern.priority = static_cast<int>(fieldOr<std::int64_t>(entry, "priority", 50));
    pattern.root = fieldOr<bool>(entry, "root", true);
    pattern.next = fieldOr<bool>(entry, "next", false);
    pattern.confidence = fieldOr<double>(entry, "confidence", 0.0);
    if (pattern.confidence < 0 || pattern.confidence > 1)
        return invalid(pattern.id, "confidence is a share, 0 to 1");
    pattern.blames = fieldOr<std::vector<std::string>>(entry, "blames", {});
    auto advice = readAdvice(entry, pattern.id, known->second);
    if (!advice)
        return advice.error();
    pattern.transient = advice->transient;
    pattern.fixes = std::move(advice->fixes);
    if (const auto read = readRegexes(entry, pattern); !read)
        return read.error();
    return pattern;
}

Result<std::vector<Marker>> readMarkers(const Json& root)
{
    std::vector<Marker> markers;
    const auto list = field<Json>(root, "markers");
    if (!list)
        return list.error();
    for (const Json& entry : *list) {
        const auto kind = fieldOr<std::string>(entry, "kind", "");
        const auto at = std::ranges::find(kMarkerNames, kind, &std::pair<std::string_view, MarkerKind>::first);
        if (at == kMarkerNames.end())
            return invalid("markers", "no such kind: \"" + kind + "\"");
        markers.push_back(Marker{at->second, Regex(fieldOr<std::string>(entry, "regex", ""))});
    }
    return markers;
}

Result<std::vector<Pattern>> readPatterns(const Json& root)
{
    const auto defaults = readClasses(root);
    if (!defaults)
        return defaults.error();
    const auto list = field<Json>(root, "patterns");
    if (!list)
        return list.error();
    std::vector<Pattern> patterns;
    for (const Json& entry : *list) {
        auto pattern = readPattern(entry, *defaults);
        if (!pattern)
            return pattern.error();
        if (std::ranges::find(patterns, pattern->id, &Pattern::id) != patterns.end())
            return invalid(pattern->id, "stands twice");
        patterns.push_back(*std::move(pattern));
    }
    return patterns;
}

} // namespace

Result<PatternSet> readPatternSet(std::string_view json)
{
    const auto root = parseJson(json);
    if (!root)
        return Error{ErrorCode::InvalidInput, "pattern catalogue: " + root.error().detail};
    if (fieldOr<std::int64_t>(*root, "version", 0) != 1)
        return invalid("version", "this program reads version 1");
    auto patterns = readPatterns(*root);
    if (!patterns)
        return patterns.error();
    auto markers = readMarkers(*root);
    if (!markers)
        return markers.error();

    PatternSet set{*std::move(patterns), *std::move(markers), Regex(), Regex(), Regex(), Regex(), Regex()};
    for (const auto& [key, target] :
         {std::pair("harmless", &set.harmless), std::pair("hesitant", &set.hesitant), std::pair("loud", &set.loud),
          std::pair("telling", &set.telling), std::pair("hollow", &set.hollow)}) {
        auto regex = readAny(*root, key);
        if (!regex)
            return regex.error();
        *target = *std::move(regex);
    }
    return set;
}

Result<void> checkExpressions(const PatternSet& set)
{
    std::vector<std::pair<std::string, const Regex*>> all{{"harmless", &set.harmless},
                                                          {"hesitant", &set.hesitant},
                                                          {"loud", &set.loud},
                                                          {"telling", &set.telling},
                                                          {"hollow", &set.hollow}};
    for (const Marker& marker : set.markers)
        all.emplace_back("markers", &marker.regex);
    for (const Pattern& pattern : set.patterns) {
        for (const auto* list : {&pattern.regexes, &pattern.excludes}) {
            for (const Regex& regex : *list)
                all.emplace_back(pattern.id, &regex);
        }
        if (pattern.command)
            all.emplace_back(pattern.id, &*pattern.command);
    }
    for (const auto& [where, regex] : all) {
        if (const auto checked = regex->check(); !checked)
            return invalid(where, checked.error().detail);
    }
    return {};
}

} // namespace signalbox::log
