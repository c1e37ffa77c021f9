// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/line/policyreader.h"

#include "core/line/linekeys.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox::line {

namespace {

constexpr Range kRetries{.low = 0, .high = 10};
constexpr Range kActions{.low = 0, .high = 1000};
constexpr Range kShare{.low = 0, .high = 1};
constexpr Range kDeadline{.low = 0, .high = 2'592'000, .above = true}; // thirty days
constexpr Range kMoney{.low = 0, .high = 1'000'000};
constexpr std::array<std::string_view, 7> kClasses{"observe",   "retry",  "cache",      "pull_request",
                                                   "workspace", "deploy", "destructive"};
constexpr std::array<std::string_view, 3> kAutonomies{"automatic", "ask", "never"};

void readAutonomy(FieldReader& reader, const Field& key, PolicyRules& rules)
{
    for (const Field& entry : reader.entries(key, kClasses)) {
        const auto word = reader.text(entry);
        if (!word)
            continue;
        const auto at = std::ranges::find(kAutonomies, *word);
        const auto safety = safetyFromName(keyOf(key, entry));
        if (at == kAutonomies.end()) {
            reader.fault(entry,
                         "must be automatic, ask or never, is \"" + *word + "\"" + suggestion(*word, kAutonomies));
            continue;
        }
        const auto autonomy = static_cast<Autonomy>(at - kAutonomies.begin());
        if (safety == SafetyClass::Destructive && autonomy == Autonomy::Automatic)
            reader.fault(entry, "must be ask or never: what is destructive always asks");
        else if (safety)
            rules.autonomy[*safety] = autonomy;
    }
}

std::optional<UtcTime> readTime(FieldReader& reader, const Field& key)
{
    const auto text = reader.text(key);
    if (!text)
        return std::nullopt;
    const auto time = parseUtc(*text);
    if (!time) {
        reader.fault(key, "must be a time such as 2026-12-24T00:00:00Z, is \"" + *text + "\"");
        return std::nullopt;
    }
    return *time;
}

void readFreeze(FieldReader& reader, const Field& item, PolicyRules& rules)
{
    std::optional<UtcTime> from;
    std::optional<UtcTime> until;
    FreezeWindow freeze;
    std::size_t found = 0;
    for (const Field& key : reader.entries(item, kFreezeKeys)) {
        const std::string name = keyOf(item, key);
        if (name == "from")
            from = readTime(reader, key);
        else if (name == "until")
            until = readTime(reader, key);
        else
            freeze.why = reader.text(key).value_or("");
        found += name == "why" ? 0 : 1;
    }
    if (item.value->kind == YamlNode::Kind::Map && found < 2)
        reader.fault(item, "needs from and until");
    if (!from || !until)
        return;
    if (*until <= *from) {
        reader.fault(item, "must end after it begins");
        return;
    }
    freeze.from = *from;
    freeze.until = *until;
    rules.freezes.push_back(std::move(freeze));
}

} // namespace

PolicyRules readPolicy(FieldReader& reader, const Field& policy)
{
    PolicyRules rules;
    for (const Field& key : reader.entries(policy, kPolicyKeys)) {
        const std::string name = keyOf(policy, key);
        if (name == "autonomy")
            readAutonomy(reader, key, rules);
        else if (name == "retries_per_run")
            rules.retriesPerRun = reader.integer(key, kRetries).value_or(0);
        else if (name == "automatic_actions_per_hour")
            rules.automaticActionsPerHour = reader.integer(key, kActions).value_or(0);
        else if (name == "money_per_month_usd")
            rules.moneyPerMonthUsd = reader.number(key, kMoney).value_or(0);
        else if (name == "min_confidence")
            rules.minConfidence = reader.number(key, kShare).value_or(0);
        else if (name == "approval_deadline_s")
            rules.approvalDeadline
                = Milliseconds(std::llround(std::ceil(reader.number(key, kDeadline).value_or(0) * 1000)));
        else if (name == "always_ask")
            rules.alwaysAsk = reader.texts(key);
        else
            for (const Field& item : reader.items(key))
                readFreeze(reader, item, rules);
    }
    return rules;
}

} // namespace signalbox::line
