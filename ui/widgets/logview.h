// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a job: numbers, times and text. Draws only the lines in view, however many there are.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/views.h"
#include "ui/shell/theme.h"

#include <QAbstractScrollArea>

#include <optional>
#include <vector>

namespace signalbox::ui {

class LogView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit LogView(const ThemeSource& themes, QWidget* parent = nullptr);

    void setLog(const host::LogText& log); // stays where it is, or at the end where it was there
    void clear();
    void setSearch(const QString& words); // letters of either case
    void nextMatch();
    void lastMatch();
    void jumpToRootCause();

    std::int64_t lastLineNumber() const; // in the log; 0: no line
    int lineCount() const { return static_cast<int>(m_log.lines.size()); }
    int matchCount() const { return static_cast<int>(m_matches.size()); }
    int matchAt() const { return m_match; } // -1: none chosen
    int currentLine() const { return m_current; } // index; -1: none
    bool hasRootCause() const;
    QString selectedText() const;
    void copy() const;

signals:
    void matchesChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Columns {
        int number = 0; // right edges and left edges of the columns
        int time = 0;
        int text = 0;
    };
    Columns columns() const;
    int rowHeight() const { return m_themes.theme().size.logLine; }
    int lineAt(int y) const;
    void findMatches();
    void goToMatch(int match);
    void moveTo(int line, bool extend);
    void ensureVisible(int line);
    void updateScrolling();
    void paintLine(QPainter& painter, int line, int top, const Columns& at) const;
    void paintMatches(QPainter& painter, const QString& shown, int left, int top) const;

    const ThemeSource& m_themes;
    host::LogText m_log;
    bool m_hasTimes = false;
    qsizetype m_longest = 0; // characters
    std::string m_search;
    std::vector<int> m_matches; // lines
    int m_match = -1;
    int m_current = -1;
    int m_anchor = -1; // of the selection
};

} // namespace signalbox::ui
