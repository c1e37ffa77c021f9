// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/policytext.h"

#include "ui/models/evidencerows.h"
#include "ui/models/policyvalues.h"
#include "ui/models/statediff.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace signalbox::ui {

namespace {

using namespace rows;
struct Review {
    Q_DECLARE_TR_FUNCTIONS(PolicyReview)
};

constexpr double kMinute_s = 60;

/// "retries_per_run: 3 to 5" tells of a key; the values themselves are in the evidence.
bool isOf(const std::string& looser, const QString& key)
{
    return text(looser).startsWith(key + u':');
}

Json valueOf(const Json& policy, const QString& key)
{
    const QString autonomy = QStringLiteral("autonomy.");
    return key.startsWith(autonomy)
        ? fieldOr<Json>(inside(policy, "autonomy"), key.mid(autonomy.size()).toStdString(), Json())
        : fieldOr<Json>(policy, key.toStdString(), Json());
}

QString shown(const PolicyValue& value, const Json& held)
{
    if (held.is_null())
        return Review::tr("the default");
    if (held.is_number()) {
        const bool isTime = value.key == QStringLiteral("approval_deadline_s");
        return QLocale().toString(held.get<double>() / (isTime ? kMinute_s : 1), 'g', 10);
    }
    const QString stored = held.is_string() ? text(held.get<std::string>()) : shownValue(readableValue(held));
    const auto choice = std::ranges::find(value.choices, stored, &PolicyChoice::stored);
    return choice == value.choices.end() ? stored : choice->label;
}

EvidenceRow change(const PolicyValue& value, const Json& before, const Json& after, bool isLooser)
{
    return field(value.label, Review::tr("%1, was %2").arg(shown(value, after), shown(value, before)), false,
                 isLooser ? Review::tr("looser") : QString());
}

EvidenceSection whatChanges(const Json& evidence)
{
    EvidenceSection made = section("policy", Review::tr("What changes"), false, true);
    auto looser = fieldOr<std::vector<std::string>>(evidence, "looser", {});
    made.note = Review::tr("%n value(s) looser", nullptr, static_cast<int>(looser.size()));
    const Json accepted = inside(evidence, "accepted");
    const Json proposed = inside(evidence, "proposed");
    for (const PolicyValue& value : policyValues(PolicyRules())) {
        const Json before = valueOf(accepted, value.key);
        const Json after = valueOf(proposed, value.key);
        const auto told = std::ranges::find_if(looser, [&](const auto& one) { return isOf(one, value.key); });
        if (before == after && told == looser.end())
            continue;
        made.rows.append(change(value, before, after, told != looser.end()));
        if (told != looser.end())
            looser.erase(told);
    }
    for (const std::string& other : looser) // of a form that has no label here, or of the lists
        made.rows.append(check(StatusRole::OffBaseline, text(other)));
    return made;
}

EvidenceSection consequences()
{
    EvidenceSection made = section("radius", Review::tr("Blast radius"), true, true);
    made.rows = {field(Review::tr("Approve"), Review::tr("It is in force from then on")),
                 field(Review::tr("Reject"), Review::tr("The policy accepted last stays in force")),
                 field(Review::tr("Until then"), Review::tr("The policy accepted last is in force"))};
    return made;
}

} // namespace

bool isPolicyReview(const gate::Request& request)
{
    return request.kind == "policy" && request.evidence.is_object() && request.evidence.contains("proposed");
}

QList<EvidenceSection> policySections(const Json& evidence)
{
    return {whatChanges(evidence), consequences()};
}

QString policyTitle(const gate::Request& request)
{
    return Review::tr("Policy of %1").arg(text(request.line));
}

} // namespace signalbox::ui
