// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stagedpaint.h"

#include <QAbstractScrollArea>
#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

namespace signalbox::ui {

namespace {

constexpr int kMostPixels = 300'000; // that are painted in one turn

bool isWithinAnother(const QWidget& area, const QWidget& page)
{
    for (const QWidget* around = area.parentWidget(); around && around != &page; around = around->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(around))
            return true;
    return false;
}

/// A part that waits keeps the pixels that are there, so that what is around it is not painted below it, to be painted
/// again. Set as attributes, which do not go down to each widget in it, nor ask for an update in the end.
void setWaits(QWidget& part, bool waits)
{
    part.setAttribute(Qt::WA_UpdatesDisabled, waits);
    part.setAttribute(Qt::WA_OpaquePaintEvent, waits);
}

bool waits(const QWidget& part)
{
    return part.testAttribute(Qt::WA_UpdatesDisabled) && part.testAttribute(Qt::WA_OpaquePaintEvent);
}

/// With what turned its own updates off and on while the part waited, as a stack does that goes to another page: Qt
/// leaves them off where those of a parent are.
void endWait(QWidget& part)
{
    if (!waits(part))
        return;
    setWaits(part, false);
    for (QWidget* inner : part.findChildren<QWidget*>())
        if (!waits(*inner) && !inner->testAttribute(Qt::WA_ForceUpdatesDisabled))
            inner->setAttribute(Qt::WA_UpdatesDisabled, false);
}

/// From its top to its bottom. What asks for an update meanwhile gets it as ever. One that scrolls by its pixels is
/// painted at once, as they have to be its own.
void addSteps(std::vector<Turns::Step>& steps, QWidget& part)
{
    const auto* area = qobject_cast<const QAbstractScrollArea*>(&part);
    const bool movesPixels = area && area->viewport()->autoFillBackground();
    const int count = movesPixels ? 1 : 1 + part.width() * part.height() / kMostPixels;
    setWaits(part, true);
    for (int band = 0; band < count; ++band)
        steps.emplace_back([widget = QPointer<QWidget>(&part), band, count] {
            if (!widget)
                return;
            endWait(*widget);
            const int top = widget->height() * band / count;
            const int bottom = widget->height() * (band + 1) / count;
            widget->repaint(0, top, widget->width(), bottom - top); // now: else put together with the next one's
        });
}

} // namespace

void StagedPaint::finish()
{
    while (!m_turns.isDone())
        m_turns.doNext();
}

void StagedPaint::begin(QWidget& page)
{
    finish();
    if (!page.isVisible())
        return;
    const auto paintAround = [window = QPointer<QWidget>(page.window())] {
        QCoreApplication::sendPostedEvents(window, QEvent::UpdateRequest); // the rail, the header, as the page waits
    };
    std::vector<Turns::Step> steps{[] {}, paintAround}; // showing the page is a turn of its own
    addSteps(steps, page); // what is between its parts, as these wait
    for (QAbstractScrollArea* area : page.findChildren<QAbstractScrollArea*>())
        if (area->isVisible() && !isWithinAnother(*area, page))
            addSteps(steps, *area);
    m_turns.begin(std::move(steps));
}

} // namespace signalbox::ui
