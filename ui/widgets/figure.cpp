// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figure.h"

#include "ui/models/charttable.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/waiting.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

namespace signalbox::ui {

namespace {

constexpr int kColumn = 110;

bool isTableKey(const QKeyEvent& event)
{
    return event.key() == Qt::Key_T && event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
}

} // namespace

Figure::Figure(const ThemeSource& themes, const QString& iconName, QWidget* parent)
    : QStackedWidget(parent), m_themes(themes), m_iconName(iconName)
{
}

void Figure::setDrawing(QWidget* drawing)
{
    m_drawing = drawing;
    drawing->setLayoutDirection(Qt::LeftToRight); // in any language
    addWidget(drawing);
}

void Figure::showDrawing()
{
    if (currentWidget() != m_table)
        setCurrentWidget(m_drawing);
}

void Figure::showLoading(const QString& words)
{
    if (!m_waiting)
        addWidget(m_waiting = new Waiting(m_themes, this));
    m_waiting->setWords(words);
    setCurrentWidget(m_waiting);
}

void Figure::showEmpty(const QString& sentence, const QString& action)
{
    if (!m_empty) {
        addWidget(m_empty = new EmptyState(m_themes, m_iconName, this));
        connect(m_empty, &EmptyState::actionTriggered, this, &Figure::actionTriggered);
    }
    m_empty->setWords(sentence, {}, action);
    setCurrentWidget(m_empty);
}

bool Figure::isTabular() const
{
    return m_table && currentWidget() == m_table;
}

QTableView* Figure::makeTableView()
{
    m_cells = new CellDelegate(
        m_themes,
        [](const QModelIndex& index) {
            const int side = index.model()->headerData(index.column(), Qt::Horizontal, Qt::TextAlignmentRole).toInt();
            const bool number = (side & Qt::AlignRight) != 0;
            return CellLook{.type = Type::Small,
                            .tone = index.column() == 0 ? Tone::Secondary : Tone::Primary,
                            .tabular = number || index.column() == 0,
                            .right = number};
        },
        this);
    auto* view = makeTable(m_themes, *m_cells, table(),
                           {.widths = std::vector<int>(static_cast<std::size_t>(table().columnCount()), kColumn),
                            .rowHeight = m_themes.theme().size.rowCompact,
                            .name = tr("%1 as a table").arg(name())},
                           this);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    view->installEventFilter(this);
    return view;
}

void Figure::toggleTable()
{
    const bool focused = currentWidget() && currentWidget()->hasFocus();
    if (isTabular()) {
        setCurrentWidget(m_drawing);
    } else if (currentWidget() == m_drawing) {
        fillTable();
        if (!m_table)
            addWidget(m_table = makeTableView());
        setCurrentWidget(m_table);
    }
    if (focused)
        currentWidget()->setFocus();
}

void Figure::refreshTable()
{
    if (isTabular())
        fillTable();
}

void Figure::copy()
{
    fillTable();
    QGuiApplication::clipboard()->setText(tabSeparated(table()));
}

/// The keys of the figure, before the window's own: Ctrl+C copies all of it, and not the cell that is chosen.
bool Figure::takeKey(QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto& key = *static_cast<QKeyEvent*>(event);
    const bool values = currentWidget() == m_drawing || isTabular();
    if (!values || (!isTableKey(key) && !key.matches(QKeySequence::Copy)))
        return false;
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (isTableKey(key))
        toggleTable();
    else
        copy();
    return true;
}

bool Figure::event(QEvent* event)
{
    return takeKey(event) || QStackedWidget::event(event);
}

bool Figure::eventFilter(QObject* watched, QEvent* event)
{
    return takeKey(event) || QStackedWidget::eventFilter(watched, event);
}

} // namespace signalbox::ui
