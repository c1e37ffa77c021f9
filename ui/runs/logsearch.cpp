// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/logsearch.h"

#include "ui/runs/logpane.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/logview.h"

#include <QKeyEvent>
#include <QLocale>

namespace signalbox::ui {

LogSearch::LogSearch(LineField& field, LogPane& log) : QObject(&field), m_field(field), m_log(log)
{
    field.setGlyph(QStringLiteral("action-filter"));
    field.setPlaceholderText(tr("Search the log"));
    field.setAccessibleName(tr("Search the log"));
    field.installEventFilter(this);
    connect(&field, &LineField::textChanged, &log, &LogPane::setSearch);
    connect(log.view(), &LogView::matchesChanged, this, &LogSearch::showMatches);
    connect(&log, &LogPane::searchCleared, &field, &LineField::clear);
}

/// Shift+Enter is a key of the window elsewhere.
bool LogSearch::eventFilter(QObject*, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter && key->key() != Qt::Key_Escape)
        return false;
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (!enter) {
        m_field.clear();
        m_log.view()->setFocus();
    } else if (key->modifiers() & Qt::ShiftModifier) {
        m_log.view()->lastMatch();
    } else {
        m_log.view()->nextMatch();
    }
    return true;
}

void LogSearch::showMatches()
{
    const LogView* view = m_log.view();
    if (m_field.text().isEmpty())
        return m_field.setNote({});
    const QString matches = QLocale().toString(static_cast<qulonglong>(view->matches().lines));
    if (view->matchNumber() > 0)
        return m_field.setNote(
            tr("%1 of %2").arg(QLocale().toString(static_cast<qulonglong>(view->matchNumber())), matches));
    m_field.setNote(
        view->matches().complete
            ? tr("%1 of %2 lines match").arg(matches, QLocale().toString(static_cast<qulonglong>(view->extent().lines)))
            : tr("%1 so far").arg(matches));
}

} // namespace signalbox::ui
