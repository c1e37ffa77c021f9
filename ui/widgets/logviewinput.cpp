// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in a log: mouse, keys, menu and clipboard.
#include "ui/widgets/logview.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QStyleHints>

#include <algorithm>

namespace signalbox::ui {

namespace {
constexpr std::int64_t kMostCopied = 20'000; // rows
} // namespace

void LogView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(rowAt(event->pos().y()), event->modifiers() & Qt::ShiftModifier);
}

void LogView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(rowAt(event->pos().y()), true);
}

void LogView::wheelEvent(QWheelEvent* event)
{
    constexpr int kNotch = 120; // eighths of a degree
    const int rows = event->angleDelta().y() * QGuiApplication::styleHints()->wheelScrollLines() / kNotch;
    if (rows == 0)
        return QAbstractScrollArea::wheelEvent(event);
    scrollLines(-rows);
}

void LogView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        m_current = rowCount() - 1;
        return viewport()->update();
    }
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Up: return moveTo(m_current - 1, extend);
    case Qt::Key_Down: return moveTo(m_current + 1, extend);
    case Qt::Key_PageUp: return moveTo(m_current - pageRows(), extend);
    case Qt::Key_PageDown: return moveTo(m_current + pageRows(), extend);
    case Qt::Key_Home: return moveTo(0, extend);
    case Qt::Key_End: return moveTo(rowCount() - 1, extend);
    case Qt::Key_F3: return extend ? lastMatch() : nextMatch();
    case Qt::Key_G: return askForLine();
    case Qt::Key_O: return listSections();
    case Qt::Key_S: return jumpToFailingStep();
    case Qt::Key_T: return toggle(&LogSight::times);
    case Qt::Key_I: return toggle(&LogSight::invisible);
    case Qt::Key_W: return toggle(&LogSight::wrap);
    case Qt::Key_B: return setFollowing(!m_follows);
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
    menu->addSeparator();
    const auto choice = [this, menu](const QString& name, bool chosen, auto act) {
        auto* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(chosen);
        connect(action, &QAction::triggered, this, act);
    };
    choice(tr("Time"), m_sight.times, [this] { toggle(&LogSight::times); });
    choice(tr("Invisible"), m_sight.invisible, [this] { toggle(&LogSight::invisible); });
    choice(tr("Wrap"), m_sight.wrap, [this] { toggle(&LogSight::wrap); });
    choice(tr("Follow"), m_follows, [this](bool follows) { setFollowing(follows); });
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
