// SPDX-License-Identifier: GPL-3.0-or-later
// What was tried against a failure before, how it went, and which fix that recommends.
//
// Thread  any: pure
// Units   shares are 0 to 1
// Source  SPEC 3 and 16
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox::record {

/// What a person lets the agents do with a fix against its signature. The policy of a line may forbid what Auto allows.
enum class PatternSwitch : std::uint8_t { Off, Suggest, Auto };
std::string_view switchName(PatternSwitch set); // "off", "suggest", "auto"; stored
std::optional<PatternSwitch> switchFromName(std::string_view name);

/// The record of one fix against one failure signature: a pattern.
struct KnowledgeRecord {
    std::string signature;
    std::string failureClass;
    std::string fix; // "clear_cache_rerun"
    int tried = 0;
    int worked = 0;
    Milliseconds healTotal{0}; // from the failure to the passed job, over the tries that worked
    UtcTime lastSeen;
    PatternSwitch autonomy = PatternSwitch::Auto;
    bool operator==(const KnowledgeRecord&) const = default;
};

/// How one try ended. (run, attempt) names the try, so that it counts once however often it is told.
struct FixOutcome {
    std::string signature;
    std::string failureClass;
    std::string fix;
    bool worked = false;
    Milliseconds healTime{0};
    RunId run;
    int attempt = 1; // of the pipeline run, that the fix started
    UtcTime at;
};

/// A fix on offer with what speaks for it.
struct RankedFix {
    std::string fix;
    int tried = 0;
    int worked = 0;
    double score = 0.5; // expected share of tries that work
    bool operator==(const RankedFix&) const = default;
};

/// A person's word on a decision of an agent.
enum class Judgement : std::uint8_t { Right, Wrong, FalsePositive };
std::string_view judgementName(Judgement judgement); // "right", "wrong", "false-positive"; stored
std::optional<Judgement> judgementFromName(std::string_view name);

/// How often people said what of a signature.
struct Judgements {
    int right = 0;
    int wrong = 0;
    int falsePositive = 0;
};

/// Whether people say that this is no failure more often than that it is one: then nothing is done without them.
inline bool isFalseAlarm(const Judgements& judged)
{
    return judged.falsePositive > judged.right;
}

/// Tries without a success after which a fix comes last.
inline constexpr int kHopelessAfter = 3;

/// The expected share of tries that work: (worked + 1) / (tried + 2), the mean of the posterior from a uniform prior.
/// An untried fix has one half, so that one failure does not condemn a fix and one success does not crown it for ever.
double expectedShare(int tried, int worked);

/// `offers` from best to worst by their record in `records` (those of one signature); equals keep the order of
/// `offers`, which is the catalogue's. A fix that never worked in kHopelessAfter tries or more comes after all others.
std::vector<RankedFix> rankFixes(const std::vector<std::string>& offers, const std::vector<KnowledgeRecord>& records);

/// How the pattern of this fix is switched; Auto where there is no record of it.
PatternSwitch switchOf(const std::vector<KnowledgeRecord>& records, std::string_view fix);

/// What a record of an import does to the one that is here.
struct ImportChange {
    std::optional<KnowledgeRecord> before; // nothing: it is new here
    KnowledgeRecord after;
};
/// What an import would do.
struct ImportPlan {
    std::vector<ImportChange> changes;
    int kept = 0; // records of the file that say no more than what is known here
};

/// The exchange format: an array of {"signature", "class", "fix", "tried", "worked", "heal_s", "last_seen",
/// "autonomy"}. Without the last one a record is switched to auto.
Json toJson(const std::vector<KnowledgeRecord>& records);
/// Errors: InvalidInput, naming the entry, counted from 1.
Result<std::vector<KnowledgeRecord>> knowledgeFromJson(const Json& json);

} // namespace signalbox::record
