// SPDX-License-Identifier: GPL-3.0-or-later
// Servers of which nothing comes, in the words of the strip above what a page shows of them, and of the sentence on all
// lines.
//
// Thread  any; words follow the translators installed on the application
// Source  COPY 3, 4
#pragma once

#include "ui/models/connectiontext.h"
#include "ui/models/linetracks.h"

namespace signalbox::ui {

enum class ToldOf : std::uint8_t { Lines, Runs, Decisions };

struct SilenceText {
    QString sentence; // "No data from GitHub since 14:12."; empty: all of them answer
    QString rest; // "Lines show their last state. Next try in 30 s."
    QString details; // what they say themselves, a line for each
};
SilenceText silenceText(ToldOf what, const QList<SourceWords>& sources, UtcTime now);

/// The same within the sentence on all lines: "No data from GitHub for 6 min."; on the wall "No data: GitHub."
QList<SentencePart> silenceParts(const QList<SourceWords>& sources, UtcTime now, Saying saying = Saying::Page);
/// Since when nothing comes of one of them; empty: all of them answer.
std::optional<UtcTime> silentSince(const QList<SourceWords>& sources, UtcTime now);

} // namespace signalbox::ui
