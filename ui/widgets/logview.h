// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a job, of any size: numbers, times and text in the job's own colours.
//
// Thread     GUI
// Ownership  the ThemeSource outlives it
#pragma once

#include "core/host/logdocument.h"
#include "ui/shell/theme.h"
#include "ui/widgets/logrows.h"

#include <QAbstractScrollArea>

#include <algorithm>
#include <memory>
#include <vector>

namespace signalbox::ui {

class LogFont;

/// What is seen of a log besides its words.
struct LogSight {
    bool times = true; // where it has them
    bool invisible = false; // tabs, line ends and terminal sequences, too; what deceives is shown in any case
    bool wrap = false; // long lines go on in the next one
    bool operator==(const LogSight&) const = default;
};

class LogView final : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit LogView(const ThemeSource& themes, QWidget* parent = nullptr);
    ~LogView() override;

    /// Shows `file` at its root cause, or at its end, where it stays while the log grows.
    void open(const std::filesystem::path& file, bool growing);
    bool isGrowing() const { return m_growing; } // the job still ran when it was opened
    void setRootCause(std::vector<std::int64_t> lines); // the first one is the cause
    void clear();

    void setSearch(const log::SearchWords& words); // what is no regular expression is sought as it stands
    void nextMatch() { goToMatch(true); }
    void lastMatch() { goToMatch(false); }
    void jumpToRootCause();
    void jumpToFailingStep();
    void goToLine(std::int64_t line);
    void askForLine(); // asks the person which
    void setSight(const LogSight& sight);
    const LogSight& sight() const { return m_sight; }
    void toggle(bool LogSight::*part);
    void listSections(); // shows them over the log, to jump to one
    void outline(); // sectionsFound, then mapDrawn
    /// While it follows, the end stays in view as the log grows.
    void setFollowing(bool follows);
    bool follows() const { return m_follows; }

    const host::LogExtent& extent() const { return m_extent; }
    const host::LogMatches& matches() const { return m_matches; }
    std::uint64_t matchNumber() const { return m_matchNumber; } // among the matches, from 1; 0: none chosen
    std::int64_t currentLine() const { return m_currentLine; } // its number; 0: none so far
    bool hasRootCause() const { return !m_rootCause.empty(); }
    bool hasFailingStep() const { return m_failedRow >= 0; } // known once mapDrawn
    std::int64_t topRow() const { return m_top; } // in view
    std::int64_t bottomRow() const { return std::min(m_top + pageRows(), rowCount()) - 1; } // -1: there is none
    std::int64_t bottomLine() const; // its number; 0: not here yet
    bool isCurrentInView() const { return m_current >= m_top && m_current <= bottomRow(); }
    void showRow(std::int64_t row); // in the middle
    void copy();

signals:
    void noSections(); // listSections() has found none
    void sectionsFound(const std::vector<signalbox::host::LogSection>& sections);
    void mapDrawn(const signalbox::host::LogMap& map);
    void followingChanged();
    void scrolled();
    void matchesChanged();
    void sightChanged();
    void currentChanged(); // currentLine()
    void extentChanged();
    void failed(const QString& detail);
    void copied(qint64 lines, qint64 of); // fewer than were chosen: a clipboard is no place for gigabytes

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void connectDocument();
    void dress();
    void takeExtent(const host::LogExtent& extent);
    void takeWindow(const host::LogWindow& window);
    void takeRow(std::uint64_t row);
    void takeSections(const std::vector<host::LogSection>& sections);
    void takeMap(const host::LogMap& map);
    void takeCopy(const host::LogWindow& window);
    void follow(bool follows);
    void tellCurrent();
    void goToMatch(bool forward);

    static constexpr std::int64_t kMostBar = 1 << 30; // steps of the scroll bar; beyond it one step is several rows
    std::int64_t rowCount() const { return static_cast<std::int64_t>(m_extent.rows); }
    int rowHeight() const { return m_themes.theme().size.logLine; }
    std::int64_t pageRows() const;
    std::int64_t lastTop() const;
    int textLeft() const;
    std::int64_t linesOf(std::int64_t row) const;
    std::int64_t topThatShows(std::int64_t row) const;
    std::int64_t rowAt(int y) const;
    void scrollLines(std::int64_t by);
    bool isCause(const host::LogRow& row) const;
    void askForRows();
    void scrollTo(std::int64_t top);
    void moveTo(std::int64_t row, bool extend);
    void updateScrolling();

    const ThemeSource& m_themes;
    std::unique_ptr<LogFont> m_font;
    host::LogDocument m_document;
    host::LogExtent m_extent;
    LogRows m_rows{m_document};
    std::filesystem::path m_file;
    bool m_growing = false;
    std::vector<std::int64_t> m_rootCause;

    LogSight m_sight;
    std::int64_t m_top = 0; // the first row in view
    std::int64_t m_hidden = 0; // of its lines, above the view
    bool m_follows = true;
    bool m_listing = false; // sections, over the log
    std::int64_t m_failedRow = -1; // on which the failing step ended; -1: not known
    std::int64_t m_current = -1;
    std::int64_t m_currentLine = 0;
    std::int64_t m_anchor = -1; // of the selection
    std::int64_t m_copyRows = 0; // wanted for the clipboard

    std::shared_ptr<const log::LineSearch> m_search; // to mark what matches
    log::SearchWords m_words;
    host::LogMatches m_matches;
    std::uint64_t m_matchNumber = 0;
};

} // namespace signalbox::ui
