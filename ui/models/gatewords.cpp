// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/gatewords.h"

#include "core/agents/gateevidence.h"
#include "ui/models/evidencerows.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace signalbox::ui {

namespace {

using namespace rows;
struct Deployment {
    Q_DECLARE_TR_FUNCTIONS(Deployment)
};

QString whoMayApprove(const Json& way)
{
    const int people = numberOf(way, "people");
    const int teams = numberOf(way, "teams");
    const int needed = numberOf(way, "needed");
    if (teams == 0)
        return Deployment::tr("Any of %1 may approve there, the policy needs %2.").arg(people).arg(needed);
    return people == 0
        ? Deployment::tr("Any member of %n teams may approve there, the policy needs %1.", nullptr, teams).arg(needed)
        : Deployment::tr("Any of %1 and of %n teams may approve there, the policy needs %2.", nullptr, teams)
              .arg(people)
              .arg(needed);
}

/// What is open. Its setting as the CI system names it. The remedy.
EvidenceRow wayRow(const Json& way, const std::string& provider)
{
    const std::string name = fieldOr<std::string>(way, "way", {});
    const QString system = providerName(provider);
    const bool isGitLab = provider == "gitlab";
    const auto open = [](const QString& what, const QString& setting, const QString& remedy = {}) {
        return check(StatusRole::OffBaseline, QStringLiteral("%1 %2").arg(what, setting), remedy);
    };
    if (name == "one_reviewer")
        return open(Deployment::tr("One reviewer is enough on %1.").arg(system), whoMayApprove(way),
                    isGitLab ? QString() : Deployment::tr("Gate by protection rule"));
    if (name == "anyone_starts")
        return open(Deployment::tr("Nobody is asked there."),
                    Deployment::tr("Whoever may run the job on %1 can start it, its author too.").arg(system));
    if (name == "admins_bypass" && isGitLab)
        return open(Deployment::tr("Administrators may approve too."),
                    Deployment::tr("%1 lets them approve any deployment.").arg(system));
    if (name == "admins_bypass")
        return open(Deployment::tr("Administrators may skip the gate."),
                    Deployment::tr("\"Allow administrators to bypass\" is on."),
                    Deployment::tr("Turn off on %1").arg(system));
    if (isGitLab)
        return open(Deployment::tr("The author may approve."),
                    Deployment::tr("\"Allow pipeline triggerer to approve deployment\" is on."),
                    Deployment::tr("Turn off on %1").arg(system));
    return open(Deployment::tr("The author may approve."), Deployment::tr("\"Prevent self-review\" is off."),
                Deployment::tr("Turn on on %1").arg(system));
}

/// "approved by boss"
QString earlierWords(const Json& review)
{
    const QString by = textOf(review, "by");
    if (by.isEmpty())
        return fieldOr<bool>(review, "approved", false) ? Deployment::tr("approved") : Deployment::tr("rejected");
    return fieldOr<bool>(review, "approved", false) ? Deployment::tr("approved by %1").arg(by)
                                                    : Deployment::tr("rejected by %1").arg(by);
}

QStringList namesOf(const Json& json, std::string_view key)
{
    QStringList names;
    for (const std::string& name : agents::textsIn(json, key))
        names << text(name);
    return names;
}

QString branchesWords(const std::string& branches)
{
    if (branches == "any")
        return Deployment::tr("Any branch may ask");
    if (branches == "protected")
        return Deployment::tr("Protected branches only");
    return branches == "selected" ? Deployment::tr("Selected branches and tags only") : QString();
}

} // namespace

QString providerName(std::string_view provider)
{
    if (provider == "github")
        return QStringLiteral("GitHub");
    return provider == "gitlab" ? QStringLiteral("GitLab") : text(provider);
}

QString gateProvider(const Json& evidence)
{
    return providerName(fieldOr<std::string>(evidence, "provider", {}));
}

QString gateRule(const Json& evidence)
{
    return textOf(inside(evidence, "gate"), "rule");
}

QString reviewerNames(const Json& evidence)
{
    QStringList names;
    const Json gate = inside(evidence, "gate");
    for (const Json& reviewer : fieldOr<Json>(gate, "reviewers", Json::array())) {
        const QString name = textOf(reviewer, "name");
        names << (fieldOr<bool>(reviewer, "team", false) ? Deployment::tr("team %1").arg(name) : name);
    }
    return names.join(QStringLiteral(", "));
}

QString othersBesides(const Json& evidence)
{
    QStringList names;
    if (const QString people = gateRule(evidence).isEmpty() ? QString() : reviewerNames(evidence); !people.isEmpty())
        names << people;
    for (const std::string& app : agents::textsIn(inside(evidence, "rules"), "apps"))
        names << Deployment::tr("protection rule %1").arg(text(app));
    return names.join(QStringLiteral(", "));
}

QString otherRules(const Json& evidence)
{
    return namesOf(inside(evidence, "gate"), "others").join(QStringLiteral(", "));
}

EvidenceSection pastSection(const Json& evidence, UtcTime asked)
{
    EvidenceSection made = section("past", Deployment::tr("Past releases"), true, false);
    const QString environment = textOf(evidence, "environment");
    int well = 0;
    for (const Json& one : fieldOr<Json>(evidence, "past", Json::array())) {
        ci::Job shown;
        shown.phase = ci::Phase::Finished;
        shown.conclusion
            = ci::conclusionFromName(fieldOr<std::string>(one, "conclusion", {})).value_or(ci::Conclusion::None);
        well += shown.conclusion == ci::Conclusion::Success ? 1 : 0;
        const auto at = parseUtc(fieldOr<std::string>(one, "at", {}));
        made.rows.append(check(statusOf(shown), shortCommit(fieldOr<std::string>(one, "commit", {})),
                               at ? dayTime(*at, asked) : QString()));
    }
    if (evidence.contains("changes_fault"))
        made.rows.append(sentence(Deployment::tr("Not known: %1").arg(textOf(evidence, "changes_fault"))));
    else if (made.rows.isEmpty())
        made.rows.append(sentence(
            Deployment::tr("%1 tells of no release to %2 that has ended.").arg(gateProvider(evidence), environment)));
    else
        made.note = Deployment::tr("%1 of the last %n to %2 went well", nullptr, static_cast<int>(made.rows.size()))
                        .arg(well)
                        .arg(environment);
    return made;
}

EvidenceSection gateSection(const Json& evidence)
{
    EvidenceSection made = section("gate", Deployment::tr("Who can let this through"), false, true);
    const QString provider = gateProvider(evidence);
    const QString rule = gateRule(evidence);
    const QString others = otherRules(evidence);
    if (!others.isEmpty())
        made.rows.append(field(Deployment::tr("Protection rule"), others));
    if (!rule.isEmpty())
        made.rows.append(
            field(Deployment::tr("Protection rule"), Deployment::tr("%1, which only Signalbox answers").arg(rule)));
    if (const QString names = reviewerNames(evidence); !names.isEmpty())
        made.rows.append(
            field(rule.isEmpty() ? Deployment::tr("Reviewers") : Deployment::tr("Reviewers besides"), names));
    const QStringList apps = others.isEmpty() ? namesOf(inside(evidence, "rules"), "apps") : QStringList();
    if (!apps.isEmpty())
        made.rows.append(field(Deployment::tr("Rules besides"), apps.join(QStringLiteral(", "))));
    for (const Json& review : fieldOr<Json>(inside(evidence, "gate"), "earlier", Json::array()))
        made.rows.append(field(Deployment::tr("Said before"), earlierWords(review)));
    const Json rules = inside(evidence, "rules");
    if (const int needed = numberOf(rules, "needed"); needed > 1)
        made.rows.append(field(Deployment::tr("Needed there"), Deployment::tr("%n approvals", nullptr, needed)));
    if (const QString branches = branchesWords(fieldOr<std::string>(rules, "branches", {})); !branches.isEmpty())
        made.rows.append(field(Deployment::tr("Branches"), branches));
    for (const Json& way : fieldOr<Json>(evidence, "ways_around", Json::array()))
        made.rows.append(wayRow(way, fieldOr<std::string>(evidence, "provider", {})));
    const bool isOpen = fieldOr<bool>(rules, "open", false);
    const auto notTold
        = [&](const char* key) { return !rules.empty() && !isOpen && rules.value(key, Json()).is_null(); };
    if (evidence.contains("rules_fault"))
        made.rows.append(
            check(StatusRole::NoData,
                  Deployment::tr("Its other ways around are not known: %1").arg(textOf(evidence, "rules_fault"))));
    if (notTold("admins_may_bypass"))
        made.rows.append(
            check(StatusRole::NoData,
                  Deployment::tr("%1 does not tell whether administrators may skip the gate.").arg(provider)));
    if (rule.isEmpty() && others.isEmpty() && notTold("prevents_self_review"))
        made.rows.append(check(StatusRole::NoData,
                               Deployment::tr("%1 does not tell whether the author may approve.").arg(provider)));
    if (!others.isEmpty()) {
        made.rows.append(sentence(Deployment::tr("What is decided on %1 ends this here.").arg(provider)));
        return made;
    }
    if (!rule.isEmpty()) {
        made.rows.append(sentence(Deployment::tr("Nobody answers for this rule on %1. A reviewer who rejects there is "
                                                 "honoured and recorded here, once.")
                                      .arg(provider)));
        return made;
    }
    made.rows.append(sentence(Deployment::tr("A decision made on %1 is honoured and recorded here, once. One that "
                                             "breaks the policy is marked in Audit and told to both approvers.")
                                  .arg(provider)));
    return made;
}

} // namespace signalbox::ui
