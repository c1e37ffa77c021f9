// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/policyvalues.h"

#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace signalbox::ui {

namespace {

struct Policy {
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

const QString kDeadline = QStringLiteral("approval_deadline_s");
constexpr double kMinute_s = 60;

QString autonomyKey(Autonomy autonomy)
{
    switch (autonomy) {
    case Autonomy::Automatic: return QStringLiteral("automatic");
    case Autonomy::Ask: return QStringLiteral("ask");
    case Autonomy::Never: break;
    }
    return QStringLiteral("never");
}

QString number(double value)
{
    return QLocale::c().toString(value, 'g', 10);
}

PolicyValue autonomyValue(const PolicyRules& rules, SafetyClass safety)
{
    const auto declared = rules.autonomy.find(safety);
    const Autonomy now = declared == rules.autonomy.end() ? Autonomy::Ask : declared->second;
    std::vector<PolicyChoice> choices{{Policy::tr("Asks a person"), autonomyKey(Autonomy::Ask)},
                                      {Policy::tr("Never"), autonomyKey(Autonomy::Never)}};
    if (safety != SafetyClass::Destructive) // no file can make it automatic
        choices.insert(choices.begin(), {Policy::tr("Automatic"), autonomyKey(Autonomy::Automatic)});
    return {.key = QStringLiteral("autonomy.") + text(safetyName(safety)),
            .label = safetyLabel(safetyName(safety)),
            .shown = autonomyKey(now),
            .choices = std::move(choices),
            .startsGroup = false,
            .group = {}};
}

PolicyValue typed(const char* key, const QString& label, double value)
{
    return {.key = QLatin1String(key),
            .label = label,
            .shown = number(value),
            .choices = {},
            .startsGroup = false,
            .group = {}};
}

} // namespace

std::vector<PolicyValue> policyValues(const PolicyRules& rules)
{
    constexpr std::array kClasses{SafetyClass::Retry,     SafetyClass::Cache,  SafetyClass::PullRequest,
                                  SafetyClass::Workspace, SafetyClass::Deploy, SafetyClass::Destructive};
    std::vector<PolicyValue> values{
        typed("approval_deadline_s", Policy::tr("Time to decide, min"), toSeconds(rules.approvalDeadline) / kMinute_s),
        typed("min_confidence", Policy::tr("A person below confidence"), rules.minConfidence),
        typed("retries_per_run", Policy::tr("Retries a run"), rules.retriesPerRun),
        typed("automatic_actions_per_hour", Policy::tr("Automatic actions an hour"), rules.automaticActionsPerHour),
        typed("money_per_month_usd", Policy::tr("Money a month, $"), rules.moneyPerMonthUsd),
    };
    values[0].startsGroup = true;
    values[0].group = Policy::tr("Approval");
    values[2].startsGroup = true;
    values[2].group = Policy::tr("Limits");
    const std::size_t first = values.size();
    for (const SafetyClass safety : kClasses)
        values.push_back(autonomyValue(rules, safety));
    values[first].startsGroup = true;
    values[first].group = Policy::tr("Agents on their own");
    return values;
}

QString storedValue(const QString& key, const QString& typed)
{
    if (key.startsWith(QLatin1String("autonomy.")))
        return typed;
    bool valid = false;
    double value = QLocale().toDouble(typed.trimmed(), &valid);
    if (!valid)
        value = QLocale::c().toDouble(typed.trimmed(), &valid);
    if (!valid)
        return {};
    return number(key == kDeadline ? value * kMinute_s : value);
}

QString freezeWords(const FreezeWindow& freeze)
{
    const auto time = [](UtcTime at) { return Policy::tr("%1 %2").arg(shortDay(at), shortTime(at)); };
    const QString span = Policy::tr("%1 to %2").arg(time(freeze.from), time(freeze.until));
    return freeze.why.empty() ? span : Policy::tr("%1, %2").arg(span, text(freeze.why));
}

} // namespace signalbox::ui
