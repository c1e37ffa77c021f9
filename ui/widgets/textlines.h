// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks a text into lines of the height that its type role has, which is more than the font asks for.
//
// Thread  GUI
// Units   device-independent pixels
#pragma once

#include <QString>

class QTextLayout;

namespace signalbox::ui {

/// As a layout wants it: lines are separated in one paragraph.
QString inOneParagraph(QString text);

struct TextLines {
    double height = 0;
    bool whole = true; // false: not all of the text has found room
};

/// Lays out what `layout` holds, by its own text option, in at most `most` lines (0: any number). A line is `line`
/// high, its words in the middle; one whose substitute font is higher takes what it needs.
TextLines breakIntoLines(QTextLayout& layout, double width, double line, int most = 0);

} // namespace signalbox::ui
