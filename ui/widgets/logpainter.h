// SPDX-License-Identifier: GPL-3.0-or-later
// Draws one row of a log: its number, time and text, with matches marked.
//
// Thread     GUI
// Ownership  lives for one paint event; what it was made of outlives it
#pragma once

#include "core/host/logdocument.h"
#include "ui/shell/theme.h"
#include "ui/widgets/logfont.h"

#include <QPainter>

namespace signalbox::ui {

class LogPainter {
public:
    struct Look {
        bool cause = false; // of the failure
        bool selected = false;
        int line = 0; // height; a row that is higher goes on in further lines
        QString note; // beside the text: what the row is to the failure
        bool ended = false; // the failing step, here
        bool wraps = false; // what has no room goes on in the next line: it cannot be scrolled to
    };

    struct Room {
        std::uint64_t lines = 0; // the highest number to leave room for
        int scrolled = 0; // pixels that the text is moved to the left
    };

    LogPainter(QPainter& painter, const Theme& theme, LogFont& font, const Room& room);
    void leaveOutTimes() { m_text = m_time; } // no row in view has one

    void paint(const host::LogRow& row, const QRect& area, const Look& look, const log::LineSearch* search);
    /// Where the text begins.
    static int textLeft(const QFontMetrics& metrics, std::uint64_t lines, bool times);
    /// What a line of a wrapped row holds, in `room`: whole columns.
    static double wrapWidth(const LogFont& font, int room);

    static constexpr int kTop = 8; // above the first row

private:
    int noteWidth(const QString& note) const; // with what is left free around it
    void paintNote(const QRect& line, const Look& look);
    void paintText(const host::LogRow& row, const QRect& area, bool strong);
    void paintMatches(const host::LogRow& row, const QRect& area, const log::LineSearch& search);
    /// What is seen of a row's text, a little more perhaps: a row is drawn at the cost of what is seen of it.
    struct Seen {
        std::size_t from = 0; // bytes
        std::size_t to = 0;
        double left = 0;
    };
    Seen inView(std::string_view text, const QRect& area) const;
    QColor colourOf(host::LogInk ink) const;
    void paintLine(const host::LogRow& row, const QRect& line, bool strong, const log::LineSearch* search);

    QPainter& m_painter;
    const Theme& m_theme;
    LogFont& m_font;
    int m_scrolled;
    int m_digit = 1; // width
    int m_number = 0; // right edge
    int m_time = 0; // left edges
    int m_text = 0;
};

} // namespace signalbox::ui
