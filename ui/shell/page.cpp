// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "ui/models/errortext.h"
#include "ui/models/timewords.h"
#include "ui/widgets/rowground.h"

#include <QAbstractItemView>

namespace signalbox::ui {

void Page::setOffline(std::optional<UtcTime> since)
{
    if (m_offline == since)
        return;
    m_offline = since;
    for (QAbstractItemView* view : findChildren<QAbstractItemView*>())
        setAged(*view, since.has_value());
    takeOffline();
}

QString Page::offlineReason() const
{
    return m_offline ? storeLock() : QString();
}

QString Page::ageWords(UtcTime lastChange, UtcTime now) const
{
    if (m_offline)
        return tr("As of %1").arg(clockTime(*m_offline));
    return lastChange == UtcTime{} ? QString() : tr("Updated %1 ago").arg(age(lastChange, now));
}

} // namespace signalbox::ui
