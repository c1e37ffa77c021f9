// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/knowledge.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace signalbox::record {

namespace {

constexpr std::array<std::string_view, 3> kJudgements{"right", "wrong", "false-positive"};
constexpr std::array<std::string_view, 3> kSwitches{"off", "suggest", "auto"};
constexpr double kLongestHeal = 1e9; // s; beyond it a file is not to be believed

bool hopeless(const RankedFix& fix)
{
    return fix.worked == 0 && fix.tried >= kHopelessAfter;
}

Result<KnowledgeRecord> recordFromJson(const Json& json)
{
    auto signature = field<std::string>(json, "signature");
    auto failureClass = field<std::string>(json, "class");
    auto fix = field<std::string>(json, "fix");
    const auto tried = field<std::int64_t>(json, "tried");
    const auto worked = field<std::int64_t>(json, "worked");
    const auto lastSeen = field<std::string>(json, "last_seen");
    if (!signature || !failureClass || !fix || !tried || !worked || !lastSeen)
        return Error{ErrorCode::InvalidInput, "needs signature, class, fix, tried, worked and last_seen"};
    const auto seen = parseUtc(*lastSeen);
    if (!seen)
        return seen.error();
    const double healSeconds = fieldOr<double>(json, "heal_s", 0);
    if (signature->empty() || fix->empty() || *worked < 0 || *tried < *worked
        || *tried > std::numeric_limits<int>::max() || !(healSeconds >= 0 && healSeconds <= kLongestHeal))
        return Error{ErrorCode::InvalidInput, "has counts that cannot be"};
    const std::string word = fieldOr<std::string>(json, "autonomy", "auto");
    const auto set = switchFromName(word);
    if (!set)
        return Error{ErrorCode::InvalidInput, "has autonomy \"" + word + "\"; it is off, suggest or auto"};
    return KnowledgeRecord{.signature = *std::move(signature),
                           .failureClass = *std::move(failureClass),
                           .fix = *std::move(fix),
                           .tried = static_cast<int>(*tried),
                           .worked = static_cast<int>(*worked),
                           .healTotal = Milliseconds(std::llround(healSeconds * 1000)),
                           .lastSeen = *seen,
                           .autonomy = *set};
}

} // namespace

std::string_view judgementName(Judgement judgement)
{
    return kJudgements[static_cast<std::size_t>(judgement)];
}

std::optional<Judgement> judgementFromName(std::string_view name)
{
    const auto at = std::ranges::find(kJudgements, name);
    if (at == kJudgements.end())
        return std::nullopt;
    return static_cast<Judgement>(at - kJudgements.begin());
}

std::string_view switchName(PatternSwitch set)
{
    return kSwitches[static_cast<std::size_t>(set)];
}

std::optional<PatternSwitch> switchFromName(std::string_view name)
{
    const auto at = std::ranges::find(kSwitches, name);
    if (at == kSwitches.end())
        return std::nullopt;
    return static_cast<PatternSwitch>(at - kSwitches.begin());
}

PatternSwitch switchOf(const std::vector<KnowledgeRecord>& records, std::string_view fix)
{
    const auto known = std::ranges::find(records, fix, &KnowledgeRecord::fix);
    return known == records.end() ? PatternSwitch::Auto : known->autonomy;
}

double expectedShare(int tried, int worked)
{
    return (worked + 1.0) / (tried + 2.0);
}

std::vector<RankedFix> rankFixes(const std::vector<std::string>& offers, const std::vector<KnowledgeRecord>& records)
{
    std::vector<RankedFix> ranked;
    ranked.reserve(offers.size());
    for (const std::string& offer : offers) {
        RankedFix fix{.fix = offer};
        if (const auto known = std::ranges::find(records, offer, &KnowledgeRecord::fix); known != records.end()) {
            fix.tried = known->tried;
            fix.worked = known->worked;
        }
        fix.score = expectedShare(fix.tried, fix.worked);
        ranked.push_back(std::move(fix));
    }
    std::ranges::stable_sort(ranked, [](const RankedFix& left, const RankedFix& right) {
        if (hopeless(left) != hopeless(right))
            return hopeless(right);
        return left.score > right.score;
    });
    return ranked;
}

Json toJson(const std::vector<KnowledgeRecord>& records)
{
    Json json = Json::array();
    for (const KnowledgeRecord& known : records)
        json.push_back({{"signature", known.signature},
                        {"class", known.failureClass},
                        {"fix", known.fix},
                        {"tried", known.tried},
                        {"worked", known.worked},
                        {"heal_s", toSeconds(known.healTotal)},
                        {"last_seen", formatUtc(known.lastSeen)},
                        {"autonomy", switchName(known.autonomy)}});
    return json;
}

Result<std::vector<KnowledgeRecord>> knowledgeFromJson(const Json& json)
{
    if (!json.is_array())
        return Error{ErrorCode::InvalidInput, "knowledge is an array of records"};
    std::vector<KnowledgeRecord> records;
    for (const Json& entry : json) {
        auto known = recordFromJson(entry);
        if (!known)
            return Error{known.error().code,
                         "record " + std::to_string(records.size() + 1) + ": " + known.error().detail};
        records.push_back(*std::move(known));
    }
    return records;
}

} // namespace signalbox::record
