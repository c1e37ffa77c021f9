// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stagedpaint.h"

#include <QAbstractScrollArea>
#include <QPointer>

namespace signalbox::ui {

namespace {

bool isWithinAnother(const QWidget& area, const QWidget& page)
{
    for (const QWidget* around = area.parentWidget(); around && around != &page; around = around->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(around))
            return true;
    return false;
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
    std::vector<Turns::Step> steps{[] {}}; // showing the page is a turn of its own
    for (QAbstractScrollArea* area : page.findChildren<QAbstractScrollArea*>()) {
        if (!area->isVisible() || isWithinAnother(*area, page))
            continue;
        area->setUpdatesEnabled(false);
        steps.emplace_back([part = QPointer<QWidget>(area)] {
            if (!part)
                return;
            part->setUpdatesEnabled(true);
            part->repaint(); // now: an update could be put together with the next part's
        });
    }
    m_turns.begin(std::move(steps));
}

} // namespace signalbox::ui
