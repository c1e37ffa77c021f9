// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logview.h"

#include "ui/widgets/asklinenumber.h"
#include "ui/widgets/logfont.h"
#include "ui/widgets/logpainter.h"
#include "ui/widgets/sectionlist.h"

#include <QInputDialog>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace signalbox::ui {

LogView::LogView(const ThemeSource& themes, QWidget* parent) : QAbstractScrollArea(parent), m_themes(themes)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    viewport()->setCursor(Qt::IBeamCursor);
    setLayoutDirection(Qt::LeftToRight); // as logs are, in any language
    connect(&themes, &ThemeSource::changed, this, &LogView::dress);
    dress();
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const auto* bar = verticalScrollBar();
        const bool atEnd = bar->sliderPosition() >= bar->maximum();
        const std::int64_t step = std::max<std::int64_t>(1, lastTop() / kMostBar);
        follow(atEnd);
        scrollTo(atEnd ? lastTop() : bar->sliderPosition() * step);
    });
    connectDocument();
}

LogView::~LogView() = default;

void LogView::dress()
{
    m_font = std::make_unique<LogFont>(m_themes.theme().font(Type::Mono));
    connect(m_font.get(), &LogFont::changed, viewport(), qOverload<>(&QWidget::update));
    viewport()->update();
}

void LogView::connectDocument()
{
    using host::LogDocument;
    connect(&m_document, &LogDocument::extentChanged, this, &LogView::takeExtent);
    connect(&m_document, &LogDocument::windowReady, this, &LogView::takeWindow);
    connect(&m_document, &LogDocument::copyReady, this, &LogView::takeCopy);
    connect(&m_document, &LogDocument::rowFound, this, &LogView::takeRow);
    connect(&m_document, &LogDocument::sectionsReady, this, &LogView::takeSections);
    connect(&m_document, &LogDocument::matchesChanged, this, [this](const host::LogMatches& matches) {
        const bool first = m_matches.lines == 0 && matches.lines > 0;
        m_matches = matches;
        if (first && m_matchNumber == 0)
            m_document.askMatch(static_cast<std::uint64_t>(std::max<std::int64_t>(0, m_top - 1)), true);
        emit matchesChanged();
    });
    connect(&m_document, &LogDocument::matchFound, this, [this](std::uint64_t row, std::uint64_t number) {
        m_matchNumber = number;
        takeRow(row);
        emit matchesChanged();
    });
    connect(&m_document, &LogDocument::replaced, this, [this] {
        m_rows.clear();
        m_top = 0;
        m_current = m_anchor = -1;
        m_document.search(m_words);
    });
    connect(&m_document, &LogDocument::mapReady, this, &LogView::takeMap);
    connect(&m_document, &LogDocument::failed, this, &LogView::failed);
}

void LogView::open(const std::filesystem::path& file, bool growing)
{
    clear();
    m_file = file;
    m_growing = growing;
    m_document.open(file, growing);
    m_rows.needLast(pageRows());
    if (!m_words.text.empty())
        m_document.search(m_words);
}

void LogView::clear()
{
    m_document.close();
    m_file.clear();
    m_extent = {};
    m_rows.clear();
    m_matches = {};
    follow(true);
    m_failedRow = -1;
    m_top = m_currentLine = 0;
    m_current = m_anchor = -1;
    m_matchNumber = 0;
    m_rootCause.clear();
    updateScrolling();
    viewport()->update();
    emit matchesChanged();
}

void LogView::setRootCause(std::vector<std::int64_t> lines)
{
    if (lines == m_rootCause)
        return;
    m_rootCause = std::move(lines);
    jumpToRootCause();
    viewport()->update();
}

void LogView::setSearch(const log::SearchWords& words)
{
    m_words = words;
    auto search = log::LineSearch::compile(m_words);
    if (!search) { // "(" is on its way to become an expression, or is meant
        m_words.isRegex = false;
        search = log::LineSearch::compile(m_words);
    }
    m_search = search && !words.text.empty() ? *search : nullptr;
    m_matches = {};
    m_matchNumber = 0;
    m_document.search(m_words);
    viewport()->update();
    emit matchesChanged();
}

void LogView::goToMatch(bool forward)
{
    m_document.askMatch(static_cast<std::uint64_t>(std::max<std::int64_t>(0, m_current)), forward);
}

void LogView::jumpToRootCause()
{
    if (hasRootCause())
        goToLine(m_rootCause.front());
}

void LogView::jumpToFailingStep()
{
    m_document.askErrorBehind(hasRootCause() ? m_rootCause.front() : 1);
}

void LogView::goToLine(std::int64_t line)
{
    follow(false);
    m_document.askLine(line);
}

void LogView::askForLine()
{
    auto* dialog = askLine(m_extent.lines, this);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        if (const std::int64_t line = lineOf(text); line > 0)
            goToLine(line);
    });
}

void LogView::takeSections(const std::vector<host::LogSection>& sections)
{
    emit sectionsFound(sections);
    if (!std::exchange(m_listing, false))
        return;
    if (sections.empty())
        return emit noSections();
    const host::LogRow* top = m_rows.at(m_top);
    auto* list
        = new SectionList(m_themes, sections, m_growing, m_current >= 0 || !top ? m_currentLine : top->line, this);
    connect(list, &SectionList::linePicked, this, &LogView::goToLine);
    list->move(mapToGlobal(QPoint(8, 8)));
    list->show();
    list->list()->setFocus(Qt::PopupFocusReason);
}

/// Where the failing step ended is noted beside its line.
void LogView::takeMap(const host::LogMap& map)
{
    const std::uint64_t cause = map.cause.empty() ? 0 : map.cause.front();
    const auto behind = std::ranges::lower_bound(map.errors, cause);
    m_failedRow = behind == map.errors.end() ? -1 : static_cast<std::int64_t>(*behind);
    viewport()->update();
    emit mapDrawn(map);
}

void LogView::takeExtent(const host::LogExtent& extent)
{
    m_extent = extent;
    updateScrolling();
    if (m_follows && extent.complete)
        scrollTo(lastTop());
    else
        askForRows();
    emit extentChanged();
}

void LogView::takeWindow(const host::LogWindow& window)
{
    m_rows.take(window, m_extent.complete);
    if (m_sight.wrap && m_follows && m_extent.complete)
        m_top = lastTop(); // how high they are is known now
    updateScrolling();
    tellCurrent();
    viewport()->update();
    emit scrolled();
}

void LogView::takeRow(std::uint64_t row)
{
    moveTo(static_cast<std::int64_t>(row), false);
    showRow(m_current);
}

void LogView::showRow(std::int64_t row)
{
    follow(false);
    scrollTo(row - pageRows() / 2);
}

void LogView::setFollowing(bool follows)
{
    follow(follows);
    if (follows)
        scrollTo(lastTop());
}

void LogView::follow(bool follows)
{
    if (std::exchange(m_follows, follows) != follows)
        emit followingChanged();
}

void LogView::outline()
{
    m_document.askMap(m_rootCause);
}

void LogView::listSections()
{
    m_listing = true;
    m_document.askSections();
}

void LogView::setSight(const LogSight& sight)
{
    if (sight == m_sight)
        return;
    const bool another = sight.invisible != m_sight.invisible;
    m_sight = sight;
    if (another) {
        m_document.show(sight.invisible ? host::Invisible::Everything : host::Invisible::Deceiving);
        m_rows.clear();
    }
    if (sight.wrap)
        horizontalScrollBar()->setValue(0);
    scrollTo(m_follows ? lastTop() : m_top);
    emit sightChanged();
}

void LogView::toggle(bool LogSight::*part)
{
    LogSight sight = m_sight;
    sight.*part = !(sight.*part);
    setSight(sight);
}

bool LogView::isCause(const host::LogRow& row) const
{
    return std::ranges::find(m_rootCause, row.line) != m_rootCause.end();
}

void LogView::askForRows()
{
    if (!m_follows || m_extent.complete) // else the last rows are there, their places are not
        m_rows.need({m_top, pageRows(), rowCount()});
}

void LogView::scrollTo(std::int64_t top)
{
    m_top = std::clamp<std::int64_t>(top, 0, lastTop());
    m_hidden = 0;
    updateScrolling();
    askForRows();
    viewport()->update();
    emit scrolled();
}

void LogView::moveTo(std::int64_t row, bool extend)
{
    if (m_extent.rows == 0)
        return;
    m_current = std::clamp<std::int64_t>(row, 0, rowCount() - 1);
    if (!extend || m_anchor < 0)
        m_anchor = m_current;
    if (m_current < m_top)
        scrollTo(m_current);
    else if (const std::int64_t top = topThatShows(m_current); top > m_top)
        scrollTo(top);
    follow(m_current == rowCount() - 1);
    tellCurrent();
    viewport()->update();
}

void LogView::tellCurrent()
{
    const host::LogRow* row = m_rows.at(m_current);
    if (m_current < 0 || row == nullptr)
        return;
    if (std::exchange(m_currentLine, row->line) != row->line)
        emit currentChanged();
    const QString number = QLocale().toString(static_cast<qlonglong>(row->line));
    const QString words = QString::fromStdString(row->text);
    setAccessibleDescription(isCause(*row) ? tr("Line %1, root cause, %2").arg(number, words)
                                           : tr("Line %1, %2").arg(number, words));
}

void LogView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    scrollTo(m_follows ? lastTop() : m_top);
}

} // namespace signalbox::ui
