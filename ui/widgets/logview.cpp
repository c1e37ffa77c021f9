// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logview.h"

#include "ui/widgets/asklinenumber.h"
#include "ui/widgets/logfont.h"
#include "ui/widgets/logpainter.h"
#include "ui/widgets/sectionlist.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleHints>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr std::int64_t kMostBar = 1 << 30; // steps of the scroll bar; beyond it one step is several rows
// A frame's rows take a millisecond or two. Where they are of a script that has to be shaped, or their glyphs have not
// been seen before, what is left over comes in the next turn.
constexpr std::chrono::milliseconds kPaintFor(6);
constexpr std::int64_t kMostCopied = 20'000; // rows

std::int64_t rowsOf(const host::LogExtent& extent)
{
    return static_cast<std::int64_t>(extent.rows);
}

} // namespace

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
        m_follows = atEnd;
        scrollTo(atEnd ? lastTop() : bar->sliderPosition() * step);
    });
    connectDocument();
}

LogView::~LogView() = default;

void LogView::dress()
{
    m_font = std::make_unique<LogFont>(m_themes.theme().font(Type::Log));
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
    connect(&m_document, &LogDocument::failed, this, &LogView::failed);
}

void LogView::open(const std::filesystem::path& file, bool growing)
{
    clear();
    m_file = file;
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
    m_follows = true;
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
    m_follows = false;
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
    if (sections.empty())
        return emit noSections();
    const host::LogRow* top = m_rows.at(m_top);
    auto* list = new SectionList(m_themes, sections, m_current >= 0 || !top ? m_currentLine : top->line, this);
    connect(list, &SectionList::linePicked, this, &LogView::goToLine);
    list->move(mapToGlobal(QPoint(8, 8)));
    list->show();
    list->list()->setFocus(Qt::PopupFocusReason);
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
    updateScrolling();
    tellCurrent();
    viewport()->update();
}

void LogView::takeRow(std::uint64_t row)
{
    moveTo(static_cast<std::int64_t>(row), false);
    m_follows = false;
    scrollTo(m_current - pageRows() / 2);
}

std::int64_t LogView::pageRows() const
{
    return std::max(1, (viewport()->height() - LogPainter::kTop) / rowHeight());
}

std::int64_t LogView::lastTop() const
{
    return std::max<std::int64_t>(0, rowsOf(m_extent) - pageRows());
}

bool LogView::isCause(const host::LogRow& row) const
{
    return std::ranges::find(m_rootCause, row.line) != m_rootCause.end();
}

void LogView::askForRows()
{
    if (!m_follows || m_extent.complete) // else the last rows are there, their places are not
        m_rows.need({m_top, pageRows(), rowsOf(m_extent)});
}

void LogView::scrollTo(std::int64_t top)
{
    m_top = std::clamp<std::int64_t>(top, 0, lastTop());
    updateScrolling();
    askForRows();
    viewport()->update();
}

void LogView::moveTo(std::int64_t row, bool extend)
{
    if (m_extent.rows == 0)
        return;
    m_current = std::clamp<std::int64_t>(row, 0, rowsOf(m_extent) - 1);
    if (!extend || m_anchor < 0)
        m_anchor = m_current;
    if (m_current < m_top)
        scrollTo(m_current);
    else if (m_current >= m_top + pageRows())
        scrollTo(m_current - pageRows() + 1);
    m_follows = m_current == rowsOf(m_extent) - 1;
    tellCurrent();
    viewport()->update();
}

void LogView::tellCurrent()
{
    const host::LogRow* row = m_rows.at(m_current);
    if (m_current < 0 || row == nullptr)
        return;
    m_currentLine = row->line;
    const QString number = QLocale().toString(static_cast<qlonglong>(row->line));
    const QString words = QString::fromStdString(row->text);
    setAccessibleDescription(isCause(*row) ? tr("Line %1, root cause, %2").arg(number, words)
                                           : tr("Line %1, %2").arg(number, words));
}

void LogView::updateScrolling()
{
    const std::int64_t step = std::max<std::int64_t>(1, lastTop() / kMostBar);
    auto* bar = verticalScrollBar();
    bar->setPageStep(static_cast<int>(pageRows()));
    bar->setRange(0, static_cast<int>(lastTop() / step));
    bar->setValue(static_cast<int>(m_top / step));
    const QFontMetrics metrics(m_themes.theme().font(Type::Log));
    const int digit = metrics.horizontalAdvance(u'0');
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(4 * digit);
    horizontalScrollBar()->setRange(0,
                                    std::max(0, static_cast<int>(m_rows.longest() + 30) * digit - viewport()->width()));
}

void LogView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const Theme& theme = m_themes.theme();
    painter.fillRect(event->rect(), theme.surface.inset);
    m_font->beginFrame();
    LogPainter rows(painter, theme, *m_font, {m_extent.lines, horizontalScrollBar()->value()});
    if (!m_rows.haveTimes())
        rows.leaveOutTimes();
    const auto [low, high] = std::minmax(m_anchor, m_current);
    QElapsedTimer spent;
    spent.start();
    const std::int64_t first = std::max(0, (event->rect().top() - LogPainter::kTop) / rowHeight());
    const std::int64_t last = (event->rect().bottom() - LogPainter::kTop) / rowHeight();
    for (std::int64_t i = first; i <= last; ++i) {
        const host::LogRow* row = m_rows.at(m_top + i);
        if (row == nullptr)
            continue;
        const int top = LogPainter::kTop + static_cast<int>(i) * rowHeight();
        if (i > first && spent.elapsed() > kPaintFor.count())
            return viewport()->update(event->rect().adjusted(0, top - event->rect().top(), 0, 0));
        const bool chosen = m_current >= 0 && m_top + i >= low && m_top + i <= high && (hasFocus() || low != high);
        rows.paint(*row, QRect(0, top, viewport()->width(), rowHeight()), {isCause(*row), chosen}, m_search.get());
    }
}

void LogView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    scrollTo(m_follows ? lastTop() : m_top);
}

void LogView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(m_top + (event->pos().y() - LogPainter::kTop) / rowHeight(), event->modifiers() & Qt::ShiftModifier);
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(m_top + (event->pos().y() - LogPainter::kTop) / rowHeight(), true);
}

void LogView::wheelEvent(QWheelEvent* event)
{
    constexpr int kNotch = 120; // eighths of a degree
    const int rows = event->angleDelta().y() * QGuiApplication::styleHints()->wheelScrollLines() / kNotch;
    if (rows == 0)
        return QAbstractScrollArea::wheelEvent(event);
    scrollTo(m_top - rows);
    m_follows = m_top == lastTop();
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        m_current = rowsOf(m_extent) - 1;
        return viewport()->update();
    }
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Up: return moveTo(m_current - 1, extend);
    case Qt::Key_Down: return moveTo(m_current + 1, extend);
    case Qt::Key_PageUp: return moveTo(m_current - pageRows(), extend);
    case Qt::Key_PageDown: return moveTo(m_current + pageRows(), extend);
    case Qt::Key_Home: return moveTo(0, extend);
    case Qt::Key_End: return moveTo(rowsOf(m_extent) - 1, extend);
    case Qt::Key_F3: return extend ? lastMatch() : nextMatch();
    case Qt::Key_G: return askForLine();
    case Qt::Key_O: return listSections();
    case Qt::Key_S: return jumpToFailingStep();
    default: event->ignore();
    }
}

void LogView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &LogView::copy)->setEnabled(m_current >= 0);
    menu->addAction(tr("Root cause"), this, &LogView::jumpToRootCause)->setEnabled(hasRootCause());
    menu->addAction(tr("End of the failing step"), this, &LogView::jumpToFailingStep);
    menu->addAction(tr("Go to line…"), this, &LogView::askForLine);
    menu->addAction(tr("Sections…"), this, &LogView::listSections);
    menu->popup(event->globalPos());
}

void LogView::copy()
{
    if (m_current < 0)
        return;
    const auto [low, high] = std::minmax(m_anchor, m_current);
    m_copyRows = high - low + 1;
    m_document.askCopy(static_cast<std::uint64_t>(low), static_cast<int>(std::min(m_copyRows, kMostCopied)));
}

void LogView::takeCopy(const host::LogWindow& window)
{
    const std::int64_t count = std::min<std::int64_t>(m_copyRows, static_cast<std::int64_t>(window.rows.size()));
    QGuiApplication::clipboard()->setText(textOf(window, static_cast<std::size_t>(count)));
    if (count < m_copyRows)
        emit copied(count, m_copyRows);
}

} // namespace signalbox::ui
