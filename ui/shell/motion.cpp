// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/motion.h"

namespace signalbox::ui {

Motion::Motion(const Preferences& preferences, const DesktopSettings& desktop, QObject* parent)
    : QObject(parent), m_preferences(preferences), m_desktop(desktop)
{
    connect(&desktop, &DesktopSettings::changed, this, &Motion::take);
    take();
}

void Motion::take()
{
    const QString said = m_preferences.motion();
    const bool still = said == QLatin1String("system") ? m_desktop.wantsStill() : said == QLatin1String("reduced");
    if (still == m_still)
        return;
    m_still = still;
    emit changed();
}

} // namespace signalbox::ui
