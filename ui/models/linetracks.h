// SPDX-License-Identifier: GPL-3.0-or-later
// Where each line stands: the rows of the track diagram, and the sentence above them.
//
// Thread  any: pure
// Source  DESIGN 3, Overview
#pragma once

#include "core/base/time.h"
#include "core/host/views.h"
#include "ui/models/needs.h"
#include "ui/models/statusrole.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace signalbox::ui {

/// The stages of a line, from left to right.
enum class Stage { Build, Test, Risk, Staging, Gate, Production };
inline constexpr int kStages = 6;

QString stageName(Stage stage);
/// The stage of a pipeline's job, by its name: "unit-tests" is Test; what says nothing is Build.
Stage stageOfJob(std::string_view job);

/// One line, by its newest run that is no rehearsal.
struct LineTrack {
    QString line;
    StatusRole role = StatusRole::Clear;
    Stage at = Stage::Test; // where the pill stands
    QString pill; // "#7"
    QString note; // above the track: "Healing, attempt 2 of 3"; empty: nothing moves
    RunId run; // 0: none yet
    std::optional<ApprovalId> approval; // open
    UtcTime since; // of the state
    QList<StatusRole> lately; // of the last runs, the newest last
    bool held = false; // its gate: a release waits there for a person, or a person holds the line
    int others = 0; // more runs of the line that have not ended
    bool operator==(const LineTrack&) const = default;

    bool isClear() const; // nothing abnormal, nothing live
};

/// One row a line. Those that need something first, by how much; then by name. `lines`: those that are known, which
/// may have no run yet; what was removed from them stays until its last run has ended.
std::vector<LineTrack> lineTracks(const std::vector<host::RunSummary>& runs, const std::vector<std::string>& lines = {},
                                  int lately = 20);

/// Where Apps of others decide what a line waits for, it says so: "Waits for rule sentinel".
void tellElsewhere(std::vector<LineTrack>& tracks, const std::vector<gate::Approval>& approvals);

/// Which of them a person holds.
void tellHolds(std::vector<LineTrack>& tracks, const std::vector<host::Hold>& holds);

/// A part of the sentence, said in the colour of its status; quiet where it has none.
struct SentencePart {
    QString words;
    std::optional<StatusRole> role;
    bool operator==(const SentencePart&) const = default;
};

enum class Saying { Page, Wall };

/// "2 releases held for you. 1 failed. 1 run healing. 3 lines clear."; "All 9 lines clear." The wall is shorter: "1
/// healing. 3 clear." A line on which a person holds every step is not said to be clear: "All 9 lines held, nothing
/// abnormal." `asOf`: since when a server tells nothing of some of them: "7 lines clear as of 14:12."
QList<SentencePart> overviewSentence(const std::vector<LineTrack>& tracks, const HeldCounts& held,
                                     const std::vector<host::Hold>& holds = {}, Saying saying = Saying::Page,
                                     std::optional<UtcTime> asOf = {});

QString spokenTrack(const LineTrack& track, UtcTime now); // for screen readers
QString latelyWords(const LineTrack& track); // "Last 20 runs: 17 succeeded, 3 failed."; empty: none

} // namespace signalbox::ui
