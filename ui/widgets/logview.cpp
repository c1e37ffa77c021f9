// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logview.h"

#include "ui/models/timewords.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int kLeft = 11;
constexpr int kTop = 8;
constexpr int kGap = 14;

char lowered(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Where `needle`, in lower case, begins in `text`; npos: nowhere.
std::size_t findIn(std::string_view text, std::string_view needle)
{
    const auto same = [](char a, char b) { return lowered(a) == b; };
    const auto at = std::search(text.begin(), text.end(), needle.begin(), needle.end(), same);
    return at == text.end() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

} // namespace

LogView::LogView(const ThemeSource& themes, QWidget* parent) : QAbstractScrollArea(parent), m_themes(themes)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    viewport()->setCursor(Qt::IBeamCursor);
    connect(&themes, &ThemeSource::changed, this, [this] { viewport()->update(); });
}

void LogView::setLog(const host::LogText& log)
{
    const bool other = log.job != m_log.job || log.attempt != m_log.attempt;
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    m_log = log;
    m_hasTimes = std::ranges::any_of(m_log.lines, &host::LogLine::hasTime);
    m_longest = 0;
    for (const auto& line : m_log.lines)
        m_longest = std::max(m_longest, static_cast<qsizetype>(line.text.size()));
    if (other) {
        m_current = m_anchor = -1;
        m_match = -1;
    }
    findMatches();
    updateScrolling();
    if (other && hasRootCause())
        jumpToRootCause();
    else if (atEnd || other)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    viewport()->update();
}

void LogView::clear()
{
    m_log = {};
    m_current = m_anchor = m_match = -1;
    m_matches.clear();
    updateScrolling();
    viewport()->update();
    emit matchesChanged();
}

bool LogView::hasRootCause() const
{
    return std::ranges::any_of(m_log.lines, &host::LogLine::rootCause);
}

void LogView::setSearch(const QString& words)
{
    m_search = words.toStdString();
    std::ranges::transform(m_search, m_search.begin(), lowered);
    m_match = -1;
    findMatches();
    if (!m_matches.empty()) {
        const auto next = std::ranges::lower_bound(m_matches, verticalScrollBar()->value() / rowHeight());
        goToMatch(next == m_matches.end() ? 0 : static_cast<int>(next - m_matches.begin()));
    }
    viewport()->update();
}

void LogView::findMatches()
{
    m_matches.clear();
    if (!m_search.empty()) {
        for (std::size_t i = 0; i < m_log.lines.size(); ++i)
            if (findIn(m_log.lines[i].text, m_search) != std::string_view::npos)
                m_matches.push_back(static_cast<int>(i));
    }
    m_match = std::min(m_match, matchCount() - 1);
    emit matchesChanged();
}

void LogView::goToMatch(int match)
{
    if (m_matches.empty())
        return;
    m_match = (match + matchCount()) % matchCount();
    moveTo(m_matches[m_match], false);
    emit matchesChanged();
}

void LogView::nextMatch()
{
    goToMatch(m_match + 1);
}
void LogView::lastMatch()
{
    goToMatch(m_match < 0 ? -1 : m_match - 1);
}

void LogView::jumpToRootCause()
{
    const auto at = std::ranges::find(m_log.lines, true, &host::LogLine::rootCause);
    if (at == m_log.lines.end())
        return;
    const int line = static_cast<int>(at - m_log.lines.begin());
    moveTo(line, false);
    verticalScrollBar()->setValue(line * rowHeight() - viewport()->height() / 2);
}

void LogView::moveTo(int line, bool extend)
{
    if (m_log.lines.empty())
        return;
    m_current = std::clamp(line, 0, lineCount() - 1);
    if (!extend || m_anchor < 0)
        m_anchor = m_current;
    ensureVisible(m_current);
    const auto& shown = m_log.lines[m_current];
    const QString number = QLocale().toString(m_log.firstLine + m_current);
    const QString words = QString::fromStdString(shown.text);
    setAccessibleDescription(shown.rootCause ? tr("Line %1, root cause, %2").arg(number, words)
                                             : tr("Line %1, %2").arg(number, words));
    viewport()->update();
}

void LogView::ensureVisible(int line)
{
    const int top = line * rowHeight();
    const int page = viewport()->height() - kTop;
    auto* bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(top);
    else if (top + rowHeight() > bar->value() + page)
        bar->setValue(top + rowHeight() - page);
}

void LogView::updateScrolling()
{
    const int content = lineCount() * rowHeight() + 2 * kTop;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, content - viewport()->height()));
    const QFontMetrics metrics(m_themes.theme().font(Type::Log));
    const int wide = columns().text + static_cast<int>(m_longest) * metrics.averageCharWidth() + kLeft;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, wide - viewport()->width()));
}

LogView::Columns LogView::columns() const
{
    const QFontMetrics metrics(m_themes.theme().font(Type::Log));
    const auto digits = std::max<qsizetype>(3, QString::number(m_log.firstLine + lineCount()).size());
    Columns at;
    at.number = kLeft + static_cast<int>(digits) * metrics.horizontalAdvance(u'0');
    at.time = at.number + kGap;
    at.text = m_hasTimes ? at.time + 8 * metrics.horizontalAdvance(u'0') + kGap : at.time;
    return at;
}

int LogView::lineAt(int y) const
{
    return (y - kTop + verticalScrollBar()->value()) / rowHeight();
}

void LogView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_themes.theme().surface.inset);
    painter.setFont(m_themes.theme().font(Type::Log));
    const Columns at = columns();
    const int first = std::max(0, lineAt(0));
    const int last = std::min(lineCount() - 1, lineAt(viewport()->height()));
    for (int line = first; line <= last; ++line)
        paintLine(painter, line, kTop + line * rowHeight() - verticalScrollBar()->value(), at);
}

void LogView::paintLine(QPainter& painter, int line, int top, const Columns& at) const
{
    const Theme& theme = m_themes.theme();
    const auto& shown = m_log.lines[line];
    const QRect row(0, top, viewport()->width(), rowHeight());
    const auto [low, high] = std::minmax(m_anchor, m_current);
    const bool selected = m_current >= 0 && line >= low && line <= high && (hasFocus() || low != high);
    if (shown.rootCause) {
        painter.fillRect(row, theme.status(Hue::Critical).tint);
        painter.fillRect(QRect(0, top, 3, rowHeight()), theme.status(Hue::Critical).fill);
    }
    if (selected)
        painter.fillRect(row.adjusted(3, 0, 0, 0), theme.accent.selection);
    painter.setPen(theme.text.tertiary);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine;
    painter.drawText(QRect(0, top, at.number, rowHeight()), flags | Qt::AlignRight,
                     QString::number(m_log.firstLine + line));
    if (shown.hasTime) {
        painter.setPen(theme.text.secondary);
        painter.drawText(QRect(at.time, top, at.text - at.time, rowHeight()), flags | Qt::AlignLeft,
                         clockTime(shown.at));
    }
    painter.save();
    painter.setClipRect(row.adjusted(at.text, 0, 0, 0));
    const int left = at.text - horizontalScrollBar()->value();
    QString words = QString::fromStdString(shown.text);
    words.replace(u'\t', QStringLiteral("    "));
    if (!m_search.empty())
        paintMatches(painter, words, left, top);
    painter.setPen(shown.rootCause || shown.section ? theme.text.primary : theme.text.secondary);
    painter.drawText(QRect(left, top, painter.fontMetrics().horizontalAdvance(words) + 8, rowHeight()),
                     flags | Qt::AlignLeft, words);
    painter.restore();
}

void LogView::paintMatches(QPainter& painter, const QString& shown, int left, int top) const
{
    const QString needle = QString::fromStdString(m_search);
    const Theme& theme = m_themes.theme();
    for (qsizetype at = shown.indexOf(needle, 0, Qt::CaseInsensitive); at >= 0;
         at = shown.indexOf(needle, at + needle.size(), Qt::CaseInsensitive)) {
        const int from = left + painter.fontMetrics().horizontalAdvance(shown.left(at));
        const int wide = painter.fontMetrics().horizontalAdvance(shown.mid(at, needle.size()));
        painter.fillRect(QRect(from - 1, top + 1, wide + 2, rowHeight() - 2), theme.border.strong);
    }
}

void LogView::resizeEvent(QResizeEvent* event)
{
    const bool atEnd = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    QAbstractScrollArea::resizeEvent(event);
    updateScrolling();
    if (atEnd && m_current < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && lineAt(event->pos().y()) < lineCount())
        moveTo(lineAt(event->pos().y()), event->modifiers() & Qt::ShiftModifier);
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(lineAt(event->pos().y()), true);
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        return moveTo(lineCount() - 1, true);
    }
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const int page = std::max(1, viewport()->height() / rowHeight() - 1);
    switch (event->key()) {
    case Qt::Key_Up: return moveTo(m_current - 1, extend);
    case Qt::Key_Down: return moveTo(m_current + 1, extend);
    case Qt::Key_PageUp: return moveTo(m_current - page, extend);
    case Qt::Key_PageDown: return moveTo(m_current + page, extend);
    case Qt::Key_Home: return moveTo(0, extend);
    case Qt::Key_End: return moveTo(lineCount() - 1, extend);
    default: event->ignore();
    }
}

void LogView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &LogView::copy)->setEnabled(m_current >= 0);
    menu->addAction(tr("Root cause"), this, &LogView::jumpToRootCause)->setEnabled(hasRootCause());
    menu->popup(event->globalPos());
}

std::int64_t LogView::lastLineNumber() const
{
    return m_log.lines.empty() ? 0 : m_log.firstLine + lineCount() - 1;
}

QString LogView::selectedText() const
{
    if (m_current < 0)
        return {};
    const auto [low, high] = std::minmax(m_anchor, m_current);
    QStringList lines;
    for (int line = low; line <= high && line < lineCount(); ++line)
        lines.append(QString::fromStdString(m_log.lines[line].text));
    return lines.join(u'\n');
}

void LogView::copy() const
{
    if (const QString selected = selectedText(); !selected.isEmpty())
        QGuiApplication::clipboard()->setText(selected);
}

} // namespace signalbox::ui
