// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lockfiletext.h"

#include "ui/models/evidencerows.h"
#include "ui/models/words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace signalbox::ui {

namespace {

using namespace rows;
struct Lockfile {
    Q_DECLARE_TR_FUNCTIONS(Lockfile)
};

constexpr int kShownPackages = 40;

QString versionChange(const Json& package)
{
    const QString before = textOf(package, "before");
    const QString after = textOf(package, "after");
    if (before.isEmpty())
        return after.isEmpty() ? Lockfile::tr("new, a folder") : Lockfile::tr("new, %1").arg(after);
    return after.isEmpty() ? Lockfile::tr("removed, was %1").arg(before)
                           : Lockfile::tr("%1, was %2").arg(after, before);
}

EvidenceSection packages(const Json& evidence)
{
    EvidenceSection made = section("packages", Lockfile::tr("Packages"), false, true);
    const int changed = numberOf(evidence, "packages_changed");
    made.note
        = Lockfile::tr("%n change, %1 stay as they are", nullptr, changed).arg(numberOf(evidence, "packages_kept"));
    int shown = 0;
    for (const Json& package : fieldOr<Json>(evidence, "packages", Json::array())) {
        if (++shown > kShownPackages)
            break;
        made.rows.append(field(textOf(package, "package"), versionChange(package), true));
    }
    if (changed > kShownPackages)
        made.rows.append(sentence(Lockfile::tr("And %1 more.").arg(changed - kShownPackages)));
    if (changed == 0)
        made.rows.append(sentence(Lockfile::tr("No package changes its version.")));
    return made;
}

EvidenceSection difference(const Json& evidence)
{
    EvidenceSection made = section("difference", Lockfile::tr("Difference"), false, true);
    made.note = textOf(evidence, "file");
    int number = 0;
    for (const Json& line : fieldOr<Json>(evidence, "diff", Json::array())) {
        const QString words = text(line.is_string() ? line.get<std::string>() : std::string());
        made.rows.append(logLine(QString::number(++number), words, false));
    }
    if (const int leftOut = numberOf(evidence, "diff_left_out"); leftOut > 0)
        made.rows.append(sentence(Lockfile::tr("%n lines more are not shown.", nullptr, leftOut)));
    return made;
}

EvidenceSection whatFailed(const Json& evidence)
{
    EvidenceSection made = section("failed", Lockfile::tr("What failed"), true, false);
    made.rows.append(field(Lockfile::tr("Class"), className(fieldOr<std::string>(evidence, "class", {}))));
    made.rows.append(field(Lockfile::tr("Healed by"), fixName(fieldOr<std::string>(evidence, "strategy", {}))));
    for (const Json& line : fieldOr<Json>(evidence, "root_cause", Json::array()))
        made.rows.append(logLine(QString::number(numberOf(line, "line")), textOf(line, "text"), made.rows.size() == 2));
    return made;
}

EvidenceSection blastRadius(const Json& evidence)
{
    EvidenceSection made = section("radius", Lockfile::tr("Blast radius"), true, true);
    made.rows.append(field(Lockfile::tr("Folder"), textOf(evidence, "folder"), true));
    made.rows.append(
        field(Lockfile::tr("Approve"), Lockfile::tr("%1 is replaced, nothing else").arg(textOf(evidence, "file"))));
    made.rows.append(field(Lockfile::tr("Reject"), Lockfile::tr("Nothing changes")));
    for (const std::string& flag : fieldOr<std::vector<std::string>>(evidence, "flags", {}))
        made.rows.append(field(Lockfile::tr("From then on"), Lockfile::tr("npm ci needs %1").arg(text(flag))));
    return made;
}

EvidenceSection agentView()
{
    EvidenceSection made = section("agent", Lockfile::tr("Agent view"), true, false);
    made.note = Lockfile::tr("Shown last on purpose");
    made.rows.append(sentence(Lockfile::tr("A clean install with this lockfile has passed in a copy of the project.")));
    return made;
}

} // namespace

bool isLockfileOffer(const Json& evidence)
{
    return evidence.is_object() && evidence.contains("diff") && evidence.contains("packages");
}

QList<EvidenceSection> lockfileSections(const Json& evidence)
{
    return {packages(evidence), difference(evidence), whatFailed(evidence), blastRadius(evidence), agentView()};
}

} // namespace signalbox::ui
