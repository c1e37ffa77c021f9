// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/activitypanel.h"

#include "ui/models/errortext.h"
#include "ui/widgets/celltable.h"
#include "ui/widgets/errorstrip.h"
#include "ui/widgets/skeleton.h"

#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace signalbox::ui {

namespace {
constexpr ColumnWidths kSubject{170, 300};
constexpr ColumnWidths kCramped{104, 170};
constexpr int kCrampedBelow = 600;
} // namespace

ActivityPanel::ActivityPanel(const ThemeSource& themes, QWidget* parent)
    : Panel(themes, parent),
      m_strip(new ErrorStrip(themes, StatusRole::Critical, this)),
      m_stack(new QStackedWidget(this)),
      m_skeleton(new Skeleton(themes, this))
{
    setTitle(tr("Agent activity"));
    setNote(tr("Showing changes of state only"));
    body()->addWidget(m_strip);
    connect(m_strip, &ErrorStrip::actionTriggered, this, &ActivityPanel::againAsked);
    auto* delegate = new CellDelegate(
        themes,
        [this](const QModelIndex& index) -> CellLook {
            const Activity* row = m_activity.at(index.row());
            switch (index.column()) {
            case ActivityModel::Time: return {.type = Type::Mono, .tone = Tone::Tertiary};
            case ActivityModel::Subject: return {.tone = Tone::Primary};
            case ActivityModel::What: return {.glyph = row ? row->role : std::nullopt, .indent = true};
            default: return {};
            }
        },
        this);
    m_table = makeTable(themes, *delegate, m_activity,
                        {.widths = {90, 90, kSubject.least, 200},
                         .stretch = ActivityModel::What,
                         .rowHeight = themes.theme().size.row,
                         .name = tr("Agent activity")},
                        this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_skeleton);
    body()->addWidget(m_stack, 1);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const Activity* row = m_activity.at(index.row());
        if (row && row->approval)
            emit approvalOpened(*row->approval);
        else if (row && row->run)
            emit runOpened(*row->run, -1);
    });
}

void ActivityPanel::show(std::vector<Activity> rows, bool loading)
{
    m_activity.setRows(std::move(rows));
    fit();
    m_skeleton->setRunning(loading);
    m_stack->setCurrentWidget(loading ? static_cast<QWidget*>(m_skeleton) : m_table);
}

void ActivityPanel::fit()
{
    fitColumn(*m_table, ActivityModel::Subject, width() < kCrampedBelow ? kCramped : kSubject);
}

void ActivityPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    fit();
}

void ActivityPanel::tell(const Result<void>& result)
{
    if (result)
        return m_strip->clear();
    m_strip->tell(faultText(result.error()), tr("Try again"));
}

} // namespace signalbox::ui
