// SPDX-License-Identifier: GPL-3.0-or-later
// How many runs are in which state, and the sentence that says so at the top of the Runs page. Rehearsals do nothing,
// and do not count.
#pragma once

#include "core/host/views.h"

#include <QString>

#include <vector>

namespace signalbox::ui {

struct RunCounts {
    int all = 0;
    int inProgress = 0; // running, or sleeping until a job ends
    int healing = 0; // of those: a fix was made and is being verified
    int queued = 0;
    int held = 0; // wait for a person
    int failed = 0; // and those that a person took over
    int healed = 0;
    int retried = 0;
    bool operator==(const RunCounts&) const = default;
};

RunCounts countRuns(const std::vector<host::RunSummary>& runs);

/// The answer in the first part; the rest of the picture, said more quietly, in the second.
struct PageSentence {
    QString answer;
    QString rest;
};

/// What a list of runs shows, of how many that were looked at.
struct ShownRuns {
    std::optional<int> shown; // nothing: there is no filter
    int lookedAt = 0;
    bool isLooking = false; // at older ones
    bool hasMore = false; // older ones
};
QString shownWords(const ShownRuns& runs); // "12 of 1500, looking on"

PageSentence runsSentence(const RunCounts& counts);

} // namespace signalbox::ui
