// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/linetracks.h"

#include "core/agents/sentdecision.h"
#include "ui/models/deploymenttext.h"
#include "ui/models/timewords.h"
#include "ui/models/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace signalbox::ui {

namespace {

struct Tracks {
    Q_DECLARE_TR_FUNCTIONS(Tracks)
};

constexpr std::array<const char*, 8> kTestWords{"test", "check", "lint", "verify", "spec", "e2e", "coverage", "audit"};
constexpr std::array<const char*, 2> kStagingWords{"staging", "stage"};
constexpr std::array<const char*, 3> kReleaseWords{"deploy", "release", "publish"};

template <std::size_t N>
bool hasOneOf(const QString& name, const std::array<const char*, N>& words)
{
    return std::ranges::any_of(words, [&](const char* word) { return name.contains(QLatin1String(word)); });
}

/// What deserves the eye first: people are asked, then what failed, then what moves.
int rank(const LineTrack& track)
{
    switch (track.role) {
    case StatusRole::HeldForYou: return 0;
    case StatusRole::Critical:
    case StatusRole::Failed: return 1;
    case StatusRole::Retrying: return 2;
    case StatusRole::Running: return 3;
    case StatusRole::Queued: return 4;
    case StatusRole::Cancelled: return 5; // its pipeline has not passed
    default: return 6;
    }
}

QString noteOf(const host::RunSummary& run)
{
    switch (statusOf(run)) {
    case StatusRole::HeldForYou: return Tracks::tr("Held for you");
    case StatusRole::Retrying: return Tracks::tr("Healing, attempt %1").arg(run.attempts);
    case StatusRole::Running: return stepName(run.step);
    case StatusRole::Failed: return run.agent == agents::kDeploymentGate ? runLabel(run) : className(run.failureClass);
    case StatusRole::Cancelled: return runLabel(run);
    default: return {};
    }
}

LineTrack trackOf(const host::RunSummary& run)
{
    LineTrack track;
    track.line = text(run.line);
    track.role = statusOf(run);
    track.pill = run.number.empty() ? QString() : QStringLiteral("#%1").arg(text(run.number));
    track.note = noteOf(run);
    track.run = run.id;
    track.since = run.finishedAt.value_or(run.startedAt);
    const bool stuck = track.role == StatusRole::HeldForYou || track.role == StatusRole::Failed
        || track.role == StatusRole::Retrying || track.role == StatusRole::Running
        || track.role == StatusRole::Cancelled;
    track.at = run.agent == agents::kDeploymentGate                             ? Stage::Gate
        : stuck && !run.job.empty()                                             ? stageOfJob(run.job)
        : track.role == StatusRole::Running || track.role == StatusRole::Queued ? Stage::Build
                                                                                : Stage::Test;
    track.held = track.at == Stage::Gate && track.role == StatusRole::HeldForYou;
    if (run.state == host::RunState::Waiting)
        track.approval = run.approval;
    return track;
}

/// Words for `count` things, or nothing.
void say(QList<SentencePart>& parts, int count, const QString& words, StatusRole role)
{
    if (count > 0)
        parts.append({words, role});
}

QString heldWords(const HeldCounts& counts, Saying saying)
{
    const bool releases = counts.releases == counts.held && saying == Saying::Page;
    return releases ? Tracks::tr("%n releases held for you.", nullptr, counts.held)
                    : Tracks::tr("%n held for you.", nullptr, counts.held);
}

} // namespace

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Build: return Tracks::tr("Build");
    case Stage::Test: return Tracks::tr("Test");
    case Stage::Risk: return Tracks::tr("Risk");
    case Stage::Staging: return Tracks::tr("Staging");
    case Stage::Gate: return Tracks::tr("Gate");
    case Stage::Production: break;
    }
    return Tracks::tr("Production");
}

Stage stageOfJob(std::string_view job)
{
    const QString name = text(job).toLower();
    if (hasOneOf(name, kStagingWords))
        return Stage::Staging;
    if (hasOneOf(name, kReleaseWords))
        return Stage::Production;
    return hasOneOf(name, kTestWords) ? Stage::Test : Stage::Build;
}

bool LineTrack::isClear() const
{
    return rank(*this) == rank(LineTrack());
}

std::vector<LineTrack> lineTracks(const std::vector<host::RunSummary>& runs, const std::vector<std::string>& lines,
                                  int lately)
{
    std::map<std::string, std::vector<const host::RunSummary*>> byLine;
    for (const auto& run : runs) {
        if (!run.line.empty() && !run.rehearsal)
            byLine[run.line].push_back(&run);
    }
    std::erase_if(byLine, [&](const auto& of) {
        const bool isKnown = lines.empty() || std::ranges::find(lines, of.first) != lines.end();
        return !isKnown && std::ranges::all_of(of.second, [](const auto* run) { return host::isTerminal(run->state); });
    });
    std::vector<LineTrack> tracks;
    for (auto& [line, ofLine] : byLine) {
        std::ranges::sort(ofLine, {}, &host::RunSummary::id);
        // An older run that waits for a person hides behind no newer one.
        const auto held = std::ranges::find(ofLine, host::RunState::Waiting, &host::RunSummary::state);
        LineTrack track = trackOf(held == ofLine.end() ? *ofLine.back() : **held);
        const auto first = ofLine.size() > static_cast<std::size_t>(lately) ? ofLine.end() - lately : ofLine.begin();
        for (auto at = first; at != ofLine.end(); ++at)
            track.lately.append(statusOf(**at));
        track.others = static_cast<int>(std::ranges::count_if(ofLine, [&](const host::RunSummary* run) {
            return run->id != track.run && !host::isTerminal(run->state);
        }));
        tracks.push_back(std::move(track));
    }
    for (const std::string& line : lines) {
        if (byLine.contains(line))
            continue;
        LineTrack track;
        track.line = text(line);
        track.role = StatusRole::Pending;
        track.at = Stage::Build;
        tracks.push_back(std::move(track));
    }
    std::ranges::stable_sort(tracks, {}, [](const LineTrack& track) { return std::tuple(rank(track), track.line); });
    return tracks;
}

void tellElsewhere(std::vector<LineTrack>& tracks, const std::vector<gate::Approval>& approvals)
{
    for (LineTrack& track : tracks) {
        const auto asked = std::ranges::find(approvals, track.approval.value_or(ApprovalId()), &gate::Approval::id);
        if (const QString note = asked == approvals.end() ? QString() : elsewhereNote(asked->request); !note.isEmpty())
            track.note = note;
    }
}

void tellHolds(std::vector<LineTrack>& tracks, const std::vector<host::Hold>& holds)
{
    for (LineTrack& track : tracks)
        track.held = track.held || gate::holds(holds, track.line.toStdString());
}

namespace {

QString clearWords(int clear, bool isBrief, std::optional<UtcTime> asOf)
{
    if (!asOf)
        return isBrief ? Tracks::tr("%n clear.", nullptr, clear) : Tracks::tr("%n lines clear.", nullptr, clear);
    const QString words = isBrief ? Tracks::tr("%n clear as of %1.", nullptr, clear)
                                  : Tracks::tr("%n lines clear as of %1.", nullptr, clear);
    return words.arg(shortTime(*asOf));
}

} // namespace

QList<SentencePart> overviewSentence(const std::vector<LineTrack>& tracks, const HeldCounts& held,
                                     const std::vector<host::Hold>& holds, Saying saying, std::optional<UtcTime> asOf)
{
    const auto count = [&](auto is) { return static_cast<int>(std::ranges::count_if(tracks, is)); };
    const auto are = [](StatusRole role) { return [role](const LineTrack& track) { return track.role == role; }; };
    const auto isStopped = [&](const LineTrack& track) { return gate::holds(holds, track.line.toStdString()); };
    const auto isUnknown = [](const LineTrack& track) { return track.run == RunId(); };
    const int clear
        = count([&](const LineTrack& track) { return track.isClear() && !isUnknown(track) && !isStopped(track); });
    const int unknown = count([&](const LineTrack& track) { return isUnknown(track) && !isStopped(track); });
    const int stopped = count([&](const LineTrack& track) { return track.isClear() && isStopped(track); });
    const int all = static_cast<int>(tracks.size());
    if (all == 0 && held.held == 0)
        return {{Tracks::tr("No lines yet."), {}}};
    if (clear == all && held.held == 0 && !asOf)
        return {{Tracks::tr("All %n lines clear.", nullptr, all), {}}};
    if (stopped == all && held.held == 0)
        return {{Tracks::tr("All %n lines held, nothing abnormal.", nullptr, all), {}}};
    QList<SentencePart> parts;
    const bool brief = saying == Saying::Wall;
    const int failed = count(are(StatusRole::Failed));
    const int healing = count(are(StatusRole::Retrying));
    const int running = count(are(StatusRole::Running));
    say(parts, held.held, heldWords(held, saying), StatusRole::HeldForYou);
    say(parts, held.elsewhere, Tracks::tr("%n waiting for a rule of others.", nullptr, held.elsewhere),
        StatusRole::HeldForYou);
    say(parts, failed, Tracks::tr("%n failed.", nullptr, failed), StatusRole::Failed);
    say(parts, healing,
        brief ? Tracks::tr("%n healing.", nullptr, healing) : Tracks::tr("%n runs healing.", nullptr, healing),
        StatusRole::Clear);
    say(parts, running,
        brief ? Tracks::tr("%n in progress.", nullptr, running) : Tracks::tr("%n runs in progress.", nullptr, running),
        StatusRole::Clear);
    const int queued = count(are(StatusRole::Queued));
    say(parts, queued, Tracks::tr("%n queued.", nullptr, queued), StatusRole::Clear);
    say(parts, stopped,
        brief ? Tracks::tr("%n on hold.", nullptr, stopped) : Tracks::tr("%n lines held.", nullptr, stopped),
        StatusRole::Clear);
    say(parts, clear, clearWords(clear, brief, asOf), StatusRole::Clear);
    say(parts, unknown,
        brief ? Tracks::tr("%n without a run.", nullptr, unknown)
              : Tracks::tr("%n lines without a run yet.", nullptr, unknown),
        StatusRole::Clear);
    for (SentencePart& part : parts) {
        if (part.role == StatusRole::Clear)
            part.role.reset();
    }
    return parts;
}

QString latelyWords(const LineTrack& track)
{
    std::vector<std::pair<StatusRole, int>> counts; // in the order in which they came
    for (const StatusRole role : track.lately) {
        const auto at = std::ranges::find(counts, role, &std::pair<StatusRole, int>::first);
        if (at == counts.end())
            counts.emplace_back(role, 1);
        else
            ++at->second;
    }
    if (counts.empty())
        return {};
    QStringList parts;
    for (const auto& [role, count] : counts)
        parts << Tracks::tr("%1 %2", "4 failed").arg(count).arg(spoken(role));
    return Tracks::tr("Last %n runs: %1.", nullptr, static_cast<int>(track.lately.size()))
        .arg(parts.join(QStringLiteral(", ")));
}

QString spokenTrack(const LineTrack& track, UtcTime now)
{
    if (track.run == RunId())
        return Tracks::tr("%1, no run yet.").arg(track.line);
    if (track.pill.isEmpty()) // an install has no number
        return track.isClear() ? Tracks::tr("%1, clear, press Enter to open.").arg(track.line)
                               : Tracks::tr("%1, %2 for %3, press Enter to open.")
                                     .arg(track.line, spoken(track.role), age(track.since, now));
    if (track.isClear() && track.held)
        return Tracks::tr("%1, clear, line held, run %2 at %3, press Enter to open.")
            .arg(track.line, track.pill, inSentence(stageName(track.at)));
    if (track.isClear())
        return Tracks::tr("%1, clear, run %2 at %3, press Enter to open.")
            .arg(track.line, track.pill, inSentence(stageName(track.at)));
    return Tracks::tr("%1, %2 for %3, run %4 at %5, press Enter to open.")
        .arg(track.line, spoken(track.role), age(track.since, now), track.pill, inSentence(stageName(track.at)));
}

} // namespace signalbox::ui
